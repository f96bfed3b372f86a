using System.Text.Json;

namespace HomeroomGraph.Gateway.Tests.Docs;

/// <summary>The compiler of the SDK on one file, as a project of <c>dotnet new console</c> would have it compiled, but without a restore and in a
/// fraction of the time.</summary>
internal static class CSharpCompiler
{
    /// <summary>What <c>ImplicitUsings</c> brings to a console project.</summary>
    private static readonly string[] ImplicitUsings =
        ["System", "System.IO", "System.Collections.Generic", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks"];

    private static readonly string Framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    /// <summary>Arguments for <c>dotnet</c> that make an assembly of a file beside it; what that needs to run is written beside too.</summary>
    public static IEnumerable<string> Arguments(string folder, string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        File.WriteAllText(Path.Combine(folder, "Usings.cs"), string.Concat(ImplicitUsings.Select(space => $"global using {space};\n")));
        File.WriteAllText(Path.Combine(folder, name + ".runtimeconfig.json"), JsonSerializer.Serialize(new
        {
            runtimeOptions = new { tfm = "net10.0", framework = new { name = "Microsoft.NETCore.App", version = Environment.Version.ToString() } },
        }));
        var references = Directory.GetFiles(Framework, "System*.dll").Where(library => !library.Contains(".Native.", StringComparison.Ordinal));
        return [Compiler(), "-nologo", "-nullable:enable", "-warnaserror", "-langversion:latest", $"-out:{name}.dll", .. references.Select(library => $"-r:{library}"), "Usings.cs", file];
    }

    /// <summary>That of the newest SDK beside the runtime that runs the tests.</summary>
    private static string Compiler() =>
        Directory.GetDirectories(Path.Combine(Framework, "..", "..", "..", "sdk"))
            .Select(sdk => Path.Combine(sdk, "Roslyn", "bincore", "csc.dll")).Where(File.Exists).OrderBy(path => path, StringComparer.Ordinal).Last();
}
