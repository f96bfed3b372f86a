using HomeroomGraph.Data;
using HomeroomGraph.GraphQL.Operations;

namespace HomeroomGraph.Gateway.Documents;

/// <summary>Reads documents that are to be registered from a folder, with those below it, or from one file: a <c>.graphql</c> or
/// <c>.gql</c> file is a document byte for byte, a <c>.json</c> file is a manifest of many.</summary>
internal static class DocumentFiles
{
    private const long LargestDocument = 1 << 20, LargestManifest = 64 << 20;

    /// <exception cref="SetupException">Names the file that can't be read, and why.</exception>
    public static IReadOnlyList<TrustedDocument> Read(string path)
    {
        try
        {
            var documents = FilesOf(path).SelectMany(ReadFile).ToList();
            return documents.Count > 0 ? documents : throw new SetupException($"There is no document (.graphql, .gql) and no manifest (.json) in {path}.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new SetupException($"The documents of {path} can't be read: {fault.Message}", fault);
        }
    }

    private static IEnumerable<string> FilesOf(string path)
    {
        if (File.Exists(path)) return IsDocument(path) || IsManifest(path) ? [path] : throw new SetupException($"{path} is neither a document (.graphql, .gql) nor a manifest (.json).");
        if (!Directory.Exists(path)) throw new SetupException($"There is no file and no folder {path}.");
        return Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Where(file => IsDocument(file) || IsManifest(file)).Order(StringComparer.Ordinal);
    }

    private static IEnumerable<TrustedDocument> ReadFile(string path)
    {
        long largest = IsManifest(path) ? LargestManifest : LargestDocument;
        if (new FileInfo(path).Length > largest) throw new SetupException($"{path} is larger than {largest >> 20} MiB.");
        var bytes = File.ReadAllBytes(path);
        return IsManifest(path) ? DocumentManifest.Read(bytes, path) : [new TrustedDocument(path, bytes)];
    }

    private static bool IsDocument(string path) => HasEnding(path, ".graphql") || HasEnding(path, ".gql");

    private static bool IsManifest(string path) => HasEnding(path, ".json");

    private static bool HasEnding(string path, string ending) => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
}
