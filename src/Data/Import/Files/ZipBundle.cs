using System.IO.Compression;

namespace HomeroomGraph.Data.Import.Files;

/// <summary>
/// An archive of named text files, opened only after it was found harmless. Nothing is ever unpacked to disk; a name that
/// tries to leave the archive is refused all the same, for who sends it means no good.
/// </summary>
internal sealed class ZipBundle : IDisposable
{
    private readonly ZipArchive archive;
    private readonly Dictionary<string, ZipArchiveEntry> files = new(StringComparer.OrdinalIgnoreCase);

    private ZipBundle(ZipArchive archive) => this.archive = archive;

    /// <summary>Files are named without a folder.</summary>
    /// <param name="root">A file that lies at the top; its folder is taken as the top, for packers that add one.</param>
    public static ZipBundle Open(string path, string root, ImportLimits limits) => Open(path, limits, bundle => bundle.IndexBeside(root));

    /// <summary>Files are named with their folders, as in an Office document.</summary>
    public static ZipBundle OpenWhole(string path, ImportLimits limits) => Open(path, limits, bundle => bundle.IndexAll());

    private static ZipBundle Open(string path, ImportLimits limits, Action<ZipBundle> index)
    {
        var bundle = new ZipBundle(OpenArchive(InputFile.Open(path, limits)));
        try
        {
            bundle.RequireHarmless(limits);
            index(bundle);
            return bundle;
        }
        catch
        {
            bundle.Dispose();
            throw;
        }
    }

    public bool Contains(string file) => files.ContainsKey(file);

    public Stream OpenEntry(string file)
    {
        var entry = files[file];
        try
        {
            return new CheckedEntryStream(entry, entry.Open());
        }
        catch (Exception e) when (e is InvalidDataException or NotSupportedException)
        {
            throw Broken(e);
        }
    }

    public void Dispose() => archive.Dispose();

    private static ZipArchive OpenArchive(FileStream stream)
    {
        try
        {
            var archive = new ZipArchive(stream, ZipArchiveMode.Read);
            _ = archive.Entries.Count;
            return archive;
        }
        catch (InvalidDataException e)
        {
            stream.Dispose();
            throw Broken(e);
        }
    }

    private void RequireHarmless(ImportLimits limits)
    {
        if (archive.Entries.Count > limits.Entries)
            throw new ImportRefusedException(
                "too-many-entries",
                $"压缩包里有 {archive.Entries.Count} 个文件，最多 {limits.Entries} 个。",
                $"The archive holds {archive.Entries.Count} files; at most {limits.Entries} are allowed.");
        if (archive.Entries.Sum(e => Math.Min(e.Length, limits.UnpackedBytes)) is var unpacked && unpacked > limits.UnpackedBytes)
            throw new ImportRefusedException(
                "archive-too-big",
                $"压缩包解压后超过 {limits.UnpackedBytes >> 20} MiB。",
                $"The archive unpacks to more than {limits.UnpackedBytes >> 20} MiB.");
        foreach (var entry in archive.Entries)
        {
            if (IsUnsafe(entry.FullName))
                throw new ImportRefusedException(
                    "unsafe-name",
                    $"压缩包里的文件名不安全：{Shown(entry)}",
                    $"A name in the archive is not safe: {Shown(entry)}");
            if (entry.IsEncrypted)
                throw new ImportRefusedException(
                    "zip-encrypted",
                    $"压缩包里的 {Shown(entry)} 已加密，请提供未加密的压缩包。",
                    $"{Shown(entry)} in the archive is encrypted; provide the archive without a password.");
            if (entry.Length > limits.FileBytes)
                throw new ImportRefusedException(
                    "file-too-big",
                    $"{Shown(entry)} 解压后为 {entry.Length >> 20} MiB，最多 {limits.FileBytes >> 20} MiB。",
                    $"{Shown(entry)} unpacks to {entry.Length >> 20} MiB; at most {limits.FileBytes >> 20} MiB are allowed.");
            if (entry.Length > 1 << 20 && entry.Length / limits.CompressionRatio > entry.CompressedLength)
                throw new ImportRefusedException(
                    "zip-bomb",
                    $"{Shown(entry)} 解压后是压缩大小的 {limits.CompressionRatio} 倍以上，不像名册数据。",
                    $"{Shown(entry)} unpacks to more than {limits.CompressionRatio} times its packed size, which no roster does.");
        }
    }

    private void IndexBeside(string root)
    {
        var tops = archive.Entries
            .Where(e => e.Name.Equals(root, StringComparison.OrdinalIgnoreCase) && !e.FullName.StartsWith("__MACOSX/"))
            .Select(e => e.FullName[..^e.Name.Length]).ToList();
        var top = tops.Count == 1 ? tops[0] : "";
        foreach (var entry in archive.Entries.Where(e => e.Name != "" && e.FullName.Length == top.Length + e.Name.Length))
            if (entry.FullName.StartsWith(top, StringComparison.Ordinal)) Index(entry.Name, entry);
    }

    private void IndexAll()
    {
        foreach (var entry in archive.Entries.Where(e => e.Name != "")) Index(entry.FullName, entry);
    }

    private void Index(string name, ZipArchiveEntry entry)
    {
        if (!files.TryAdd(name, entry))
            throw new ImportRefusedException("duplicate-file", $"压缩包里有两个 {name}。", $"The archive holds {name} twice.");
    }

    private static bool IsUnsafe(string name) =>
        name.StartsWith('/') || name.Contains('\\') || name.Contains(':') || name.Split('/').Contains("..")
        || name.Length > 255 || name.Any(char.IsControl);

    private static string Shown(ZipArchiveEntry entry) =>
        new([.. entry.FullName.Take(80).Select(c => char.IsControl(c) ? '?' : c)]);

    private static ImportRefusedException Broken(Exception cause) => new(
        "not-a-zip",
        "文件不是完好的 zip 压缩包。",
        "The file is not a sound zip archive.",
        cause);
}
