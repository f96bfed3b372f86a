namespace HomeroomGraph.Data.Tests.Import;

/// <summary>Files that tests write to import them: in one folder, which goes when the tests end.</summary>
internal static class ScratchFiles
{
    private static readonly DirectoryInfo Folder = Create();

    /// <summary>A file of its own that isn't there yet.</summary>
    /// <param name="ending">Its ending, such as <c>.csv</c>.</param>
    public static string New(string ending) => Path.Combine(Folder.FullName, $"homeroom-{Guid.NewGuid():N}{ending}");

    /// <summary>A folder of its own.</summary>
    public static string NewFolder() => Folder.CreateSubdirectory(Guid.NewGuid().ToString("N")).FullName;

    private static DirectoryInfo Create()
    {
        var folder = Directory.CreateTempSubdirectory("homeroomgraph-import-files-");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Delete(recursive: true);
        return folder;
    }
}
