using HomeroomGraph.Data.Import.Columns;
using HomeroomGraph.Data.Import.Files;
using static HomeroomGraph.Data.Import.Columns.ColumnKinds;

namespace HomeroomGraph.Data.Import.OneRoster;

/// <summary>
/// manifest.csv: the version, and for each file whether it is there and how it is meant (CSV binding 1.2, section 2). A bulk
/// file holds everything, a delta only what changed since a bulk of the same source; deltas are refused, for we can't know
/// whether what they build on is here.
/// </summary>
internal sealed class Manifest
{
    private const string FilePrefix = "file.", VersionName = "oneroster.version", FormName = "manifest.version";
    private const string Bulk = "bulk", Delta = "delta", Absent = "absent", Version11 = "1.1", Version12 = "1.2";

    private static readonly Column<string> NameColumn = Text("propertyName", 100);
    private static readonly Column<string> ValueColumn = Text("value", 255);
    private readonly Dictionary<string, string> properties = [];

    public string Version => properties[VersionName];
    public bool IsVersion11 => Version == Version11;
    public bool Has(string file) => properties.GetValueOrDefault(NameOf(file)) == Bulk;

    public static Manifest Read(ZipBundle bundle, FindingLog log, ImportLimits limits)
    {
        if (!bundle.Contains(RosterFiles.Manifest))
            throw new ImportRefusedException(
                "missing-manifest",
                "压缩包里没有 manifest.csv，不是 OneRoster 数据包。",
                "The archive has no manifest.csv: it is not a OneRoster bundle.");
        var manifest = new Manifest();
        manifest.ReadProperties(bundle, log, limits);
        manifest.RequireVersion();
        manifest.RequireFiles(bundle);
        return manifest;
    }

    private void ReadProperties(ZipBundle bundle, FindingLog log, ImportLimits limits)
    {
        using var stream = bundle.OpenEntry(RosterFiles.Manifest);
        var row = new TableReader(stream, RosterFiles.Manifest, [NameColumn, ValueColumn], limits, log);
        while (row.Read())
            if (!properties.TryAdd(row.Raw(NameColumn), row.Raw(ValueColumn)))
                throw Invalid(row.Line, $"{row.Raw(NameColumn)} 重复出现", $"{row.Raw(NameColumn)} appears twice");
    }

    private void RequireVersion()
    {
        if (properties.GetValueOrDefault(FormName, "1.0") != "1.0")
            throw Invalid(null, $"{FormName} 应为 1.0", $"{FormName} must be 1.0");
        var version = properties.GetValueOrDefault(VersionName, "");
        if (version is not (Version11 or Version12))
            throw new ImportRefusedException(
                "wrong-version",
                $"manifest.csv 的 {VersionName} 为“{version}”，支持 {Version12} 和 {Version11}。",
                $"{VersionName} in manifest.csv is \"{version}\"; {Version12} and {Version11} are supported.");
    }

    private void RequireFiles(ZipBundle bundle)
    {
        string[] needed =
        [
            RosterFiles.Orgs, RosterFiles.Sessions, RosterFiles.Users, RosterFiles.Classes, RosterFiles.Enrollments,
            .. IsVersion11 ? Array.Empty<string>() : [RosterFiles.Roles],
        ];
        foreach (var file in needed.Append(RosterFiles.Courses)) RequireBulk(file, isNeeded: file != RosterFiles.Courses);
        var missing = needed.Append(RosterFiles.Courses).Where(f => Has(f) && !bundle.Contains(f)).ToList();
        if (missing.Count > 0)
            throw new ImportRefusedException(
                "missing-files",
                $"压缩包里缺少 manifest.csv 所列的文件：{string.Join("、", missing)}。",
                $"The archive lacks files that manifest.csv lists: {string.Join(", ", missing)}.");
    }

    private void RequireBulk(string file, bool isNeeded)
    {
        var name = NameOf(file);
        switch (properties.GetValueOrDefault(name, Absent))
        {
            case Bulk:
            case Absent when !isNeeded:
                return;
            case Absent:
                throw new ImportRefusedException(
                    "missing-files",
                    $"manifest.csv 标明没有 {file}，而导入需要它。",
                    $"manifest.csv says that there is no {file}, which the import needs.");
            case Delta:
                throw new ImportRefusedException(
                    "delta-not-supported",
                    $"{file} 是增量数据（delta），只支持完整数据（bulk）。请导出完整数据包。",
                    $"{file} is a delta; only bulk files are supported. Export the whole roster.");
            case var other:
                throw Invalid(null, $"{name} 的值“{other}”不是 bulk、delta、absent 之一", $"{name} is \"{other}\", not one of bulk, delta, absent");
        }
    }

    private static string NameOf(string file) => FilePrefix + Path.GetFileNameWithoutExtension(file);

    private static ImportRefusedException Invalid(int? line, string chinese, string english) => new(
        "invalid-manifest",
        line is null ? $"manifest.csv：{chinese}。" : $"manifest.csv 第 {line} 行：{chinese}。",
        line is null ? $"manifest.csv: {english}." : $"manifest.csv line {line}: {english}.");
}
