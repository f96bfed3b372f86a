using System.IO.Compression;

namespace HomeroomGraph.GraphQL.Tests.Conformance;

/// <summary>Files of lines, plain or gzipped: <c>NAME.jsonl</c>, <c>NAME.jsonl.gz</c>.</summary>
internal static class ConformanceFiles
{
    public static IEnumerable<string> ReadLines(string path)
    {
        using var file = File.OpenRead(path);
        using Stream content = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(content);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0) yield return line;
    }

    /// <summary>The file of cases at the path, which is the file itself or its folder.</summary>
    public static string CasesAt(string path) => Directory.Exists(path)
        ? FindIn(path, "cases") ?? throw new FileNotFoundException($"No cases.jsonl or cases.jsonl.gz in {path}.")
        : path;

    /// <summary>The expected results beside a file of cases, if there are any.</summary>
    public static string? ExpectedBeside(string cases) => FindIn(Path.GetDirectoryName(Path.GetFullPath(cases))!, "expected");

    private static string? FindIn(string folder, string name) =>
        new[] { ".jsonl", ".jsonl.gz" }.Select(ending => Path.Combine(folder, name + ending)).FirstOrDefault(File.Exists);
}
