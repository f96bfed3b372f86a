using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace HomeroomGraph.Data.Migrations;

/// <summary>A numbered SQL file that brings the database one step further. Once applied anywhere, it never changes.</summary>
public sealed record Migration(int Number, string Name, string Sql)
{
    private const string Folder = "Migrations/";

    /// <summary>The file's fingerprint, whatever the line endings of the checkout.</summary>
    public string Sha256 =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));

    /// <summary>The migrations of this program, in order.</summary>
    public static IReadOnlyList<Migration> OfThisProgram { get; } = ReadEmbedded(typeof(Migration).Assembly);

    private static Migration[] ReadEmbedded(Assembly assembly) =>
        [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => Read(assembly, name))
            .OrderBy(migration => migration.Number)];

    private static Migration Read(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        var name = Path.GetFileNameWithoutExtension(resource[Folder.Length..]);
        return new(int.Parse(name[..4], CultureInfo.InvariantCulture), name, reader.ReadToEnd());
    }
}
