using HomeroomGraph.Data.Import.Files;

namespace HomeroomGraph.Data.Import.Sheets;

/// <summary>
/// An .xlsx workbook (ECMA-376, transitional or strict). Only the parts that hold cells are ever opened: no macro, no
/// external link, no picture. Our own reader over the checked archive, because a general one opens the parts by itself,
/// without our bounds.
/// </summary>
internal sealed class XlsxWorkbook : IDisposable
{
    private const string DefaultPlace = "xl/workbook.xml";

    private readonly ZipBundle parts;
    private readonly ImportLimits limits;
    private readonly string file;
    private readonly XlsxStyles styles;
    private readonly SharedTexts texts;
    private readonly List<(string Name, string Part)> visible = [];

    public XlsxWorkbook(ZipBundle parts, string file, ImportLimits limits)
    {
        (this.parts, this.file, this.limits) = (parts, file, limits);
        var place = RelationsOf("").GetValueOrDefault("officeDocument", []).Select(r => r.Target).FirstOrDefault(parts.Contains, DefaultPlace);
        if (!parts.Contains(place))
            throw new ImportRefusedException(
                "not-a-workbook", $"{file} 不是 .xlsx 工作簿。", $"{file} is a zip archive, but not an .xlsx workbook.");
        var relations = RelationsOf(place);
        var isFrom1904 = ReadWorkbook(place, relations.Values.SelectMany(r => r).ToDictionary(r => r.Id, r => r.Target));
        styles = XlsxStyles.Read(OpenOptional(relations, "styles"), isFrom1904);
        texts = SharedTexts.Read(OpenOptional(relations, "sharedStrings"), limits);
    }

    /// <summary>Names of sheets that the author has hidden: they are not read.</summary>
    public List<string> Hidden { get; } = [];

    /// <summary>The sheets that a reader sees, in order; each is read once.</summary>
    public IEnumerable<ISheet> Sheets => visible.Select(sheet => new XlsxSheet(
        () => new GuardedXml(parts.OpenEntry(sheet.Part), sheet.Part, limits),
        visible.Count == 1 ? file : $"{file} [{sheet.Name}]", styles, texts, limits));

    public void Dispose() => parts.Dispose();

    private bool ReadWorkbook(string place, Dictionary<string, string> targets)
    {
        var isFrom1904 = false;
        using var xml = Open(place);
        while (xml.Read())
        {
            if (xml is { IsElement: true, Name: "workbookPr" }) isFrom1904 = xml.Attribute("date1904") is "1" or "true";
            if (xml is not { IsElement: true, Name: "sheet" }) continue;
            var (name, id) = (xml.Attribute("name") ?? "", xml.Attribute("id") ?? "");
            if (xml.Attribute("state") is "hidden" or "veryHidden") Hidden.Add(name);
            else if (targets.TryGetValue(id, out var part) && parts.Contains(part)) visible.Add((name, part));
        }
        return isFrom1904;
    }

    /// <summary>What a part points to inside of the archive, by the last word of the relation's type.</summary>
    private Dictionary<string, List<(string Id, string Target)>> RelationsOf(string part)
    {
        var folder = part[..(part.LastIndexOf('/') + 1)];
        var place = $"{folder}_rels/{part[folder.Length..]}.rels";
        var relations = new Dictionary<string, List<(string, string)>>();
        if (!parts.Contains(place)) return relations;
        using var xml = Open(place);
        while (xml.Read())
        {
            if (xml is not { IsElement: true, Name: "Relationship" } || xml.Attribute("TargetMode") == "External") continue;
            var (type, target) = (xml.Attribute("Type") ?? "", xml.Attribute("Target") ?? "");
            var word = type[(type.LastIndexOf('/') + 1)..];
            if (!relations.TryGetValue(word, out var list)) relations[word] = list = [];
            list.Add((xml.Attribute("Id") ?? "", Resolve(folder, target)));
        }
        return relations;
    }

    private static string Resolve(string folder, string target)
    {
        if (target.StartsWith('/')) return target[1..];
        var steps = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var step in target.Split('/'))
            if (step != "..") steps.Add(step);
            else if (steps.Count > 0) steps.RemoveAt(steps.Count - 1);
        return string.Join('/', steps.Where(s => s != "."));
    }

    private GuardedXml? OpenOptional(Dictionary<string, List<(string Id, string Target)>> relations, string type) =>
        relations.TryGetValue(type, out var found) && parts.Contains(found[0].Target) ? Open(found[0].Target) : null;

    private GuardedXml Open(string part) => new(parts.OpenEntry(part), part, limits);
}
