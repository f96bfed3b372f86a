using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.FileProviders;

namespace HomeroomGraph.Gateway.Ide;

/// <summary>The files that the IDE's page loads: ours, and Altair's build where npm has brought it. They lie under an address that changes with
/// them, so that a browser keeps them for as long as it likes.</summary>
internal sealed class IdeFiles
{
    private const string Forever = "public, max-age=31536000, immutable";

    private readonly IFileProvider files;

    private IdeFiles(string folder)
    {
        var altair = Path.Combine(folder, "altair");
        HasAltair = File.Exists(Path.Combine(altair, "main.js"));
        files = new CompositeFileProvider([.. new[] { folder, altair }.Where(Directory.Exists).Select(place => new PhysicalFileProvider(place))]);
        Address = $"{IdePage.Path}/ide/{VersionOf(folder)}/";
    }

    /// <summary>Whether there is an IDE to open.</summary>
    public bool HasAltair { get; }

    /// <summary>The path under which they lie, with a slash at its end.</summary>
    public string Address { get; }

    /// <summary>The files that the build has put beside the program.</summary>
    public static IdeFiles Beside(string program) => new(Path.Combine(program, "ide"));

    public StaticFileOptions ToOptions() => new()
    {
        FileProvider = files,
        RequestPath = Address.TrimEnd('/'),
        OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = Forever,
    };

    /// <summary>Names, sizes and times: what a build changes when it changes a file.</summary>
    private static string VersionOf(string folder)
    {
        if (!Directory.Exists(folder))
            return "none";
        var listed = new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).OrderBy(file => file.FullName, StringComparer.Ordinal)
            .Select(file => string.Create(CultureInfo.InvariantCulture, $"{Path.GetRelativePath(folder, file.FullName)} {file.Length} {file.LastWriteTimeUtc.Ticks}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', listed))))[..12];
    }
}
