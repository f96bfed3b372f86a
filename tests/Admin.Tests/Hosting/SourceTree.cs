using System.Runtime.CompilerServices;

namespace HomeroomGraph.Admin.Tests.Hosting;

/// <summary>The sources the tests were built from, for tests that read them.</summary>
internal static class SourceTree
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", ".."));

    public static string Admin { get; } = Path.Combine(Root, "src", "Admin");

    public static IEnumerable<string> AdminFiles(params string[] extensions) =>
        from folder in new[] { "Access", "Api", "Language", "Operations", "Pages", "Web" }
        from file in Directory.EnumerateFiles(Path.Combine(Admin, folder), "*", SearchOption.AllDirectories)
        where extensions.Contains(Path.GetExtension(file))
        select file;

    private static string Here([CallerFilePath] string path = "") => path;
}
