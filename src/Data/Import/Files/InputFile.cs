namespace HomeroomGraph.Data.Import.Files;

/// <summary>The file that is to be imported: there, readable, and not bigger than any that can be meant.</summary>
internal static class InputFile
{
    public static FileStream Open(string path, ImportLimits limits)
    {
        FileStream stream;
        try
        {
            stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 64 << 10, FileOptions.RandomAccess);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ImportRefusedException(
                "file-unreadable", $"无法读取文件 {path}：{e.Message}", $"The file {path} can't be read: {e.Message}", e);
        }
        if (stream.Length <= limits.ArchiveBytes) return stream;
        stream.Dispose();
        throw new ImportRefusedException(
            "archive-too-big",
            $"文件超过 {limits.ArchiveBytes >> 20} MiB。",
            $"The file is bigger than {limits.ArchiveBytes >> 20} MiB.");
    }
}
