using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HomeroomGraph.Data.Import.Columns;
using HomeroomGraph.Data.Papers;

namespace HomeroomGraph.Data.Import.Papers;

/// <summary>
/// One item of a CSL-JSON file as a paper (rule R1). Whatever its type, it is kept: the type with it, and what the table of papers
/// has no column for in <c>extra</c>, so that it can be given out again whole.
/// </summary>
internal sealed partial class CslItem(JsonObject item, string file, int line, ImportWork work)
{
    private const int LongestTitle = 500, LongestName = 200, LongestKeyword = 100;

    /// <summary>Who stands for the author where there is none, in this order.</summary>
    private static readonly string[] InsteadOfAuthor = ["editor", "container-author", "director", "translator", "publisher", "authority", "archive", "container-title"];

    private static readonly string[] Mapped =
        ["id", "type", "title", "language", "container-title", "volume", "issue", "page", "DOI", "abstract", "keyword"];

    private bool isGood = true;
    private bool hasAuthor = true, hasDate = true, isUndated;

    public PaperEntry? Read()
    {
        var title = Title();
        var authors = Authors();
        var (date, precision, isExact) = Date();
        var doi = Text("DOI");
        if (doi is not null && PaperIdentifiers.Doi(doi) is null) Wrong("DOI", doi, PaperReasons.NotADoi);
        if (!isGood || title is null) return null;
        return new()
        {
            File = file,
            Line = line,
            SourceId = Text("id") is { Length: <= 250 } id ? $"csl:{id}" : null,
            Title = title,
            Authors = authors,
            PublishedOn = date,
            Precision = precision,
            IsUndated = isUndated,
            Kind = PaperKind.Paper,
            CslType = Text("type") is { } type && CslType().IsMatch(type) ? type : "document",
            Language = Text("language") is { } language && Language().IsMatch(language) ? language : IsHan(title) ? "zh-CN" : "en",
            Venue = Text("container-title") is { } venue ? Plain(venue) : null,
            Issn = Text("ISSN") is { } issn ? PaperIdentifiers.Issn(issn) : null,
            Volume = Text("volume"),
            Issue = Text("issue"),
            Pages = Text("page"),
            Doi = doi is null ? null : PaperIdentifiers.Doi(doi),
            Abstract = Text("abstract"),
            Keywords = Keywords(),
            Extra = Extra(isExact),
        };
    }

    private string? Title()
    {
        var title = Text("title") is { } text ? Plain(text) : null;
        if (title is null) Wrong("title", "", Reasons.Missing);
        else if (title.Length > LongestTitle) Wrong("title", title, Reasons.TooLong, LongestTitle);
        return title;
    }

    private List<AuthorEntry> Authors()
    {
        var authors = Names("author");
        if (authors.Count > 0) return authors;
        hasAuthor = false;
        foreach (var field in InsteadOfAuthor)
        {
            var others = Names(field);
            if (others.Count == 0 && Text(field) is { } name) others = [new(Cut(Plain(name)))];
            if (others.Count == 0) continue;
            Warn("author", "", PaperReasons.NoAuthor, others[0].Name);
            return others;
        }
        var anonymous = IsHan(Text("title") ?? "") ? "佚名" : "Anon.";
        Warn("author", "", PaperReasons.NoAuthor, anonymous);
        return [new(anonymous)];
    }

    private List<AuthorEntry> Names(string field)
    {
        var names = new List<AuthorEntry>();
        if (item[field] is not JsonArray list) return names;
        foreach (var entry in list.OfType<JsonObject>())
            if (NameOf(entry) is { Length: > 0 } name)
                names.Add(new(Cut(name)) { ExternalId = OrcidOf(entry) });
        return names;
    }

    /// <summary>Chinese names without a space, family name first; others given name first, particles and suffix where they belong.</summary>
    private static string NameOf(JsonObject name)
    {
        string Part(string field) => name[field] is JsonValue value && value.TryGetValue<string>(out var text) ? Plain(text) : "";
        if (Part("literal") is { Length: > 0 } literal) return literal;
        var (family, given) = (Part("family"), Part("given"));
        if (IsHan(family + given)) return family + given;
        var whole = string.Join(' ', new[] { given, Part("dropping-particle"), Part("non-dropping-particle"), family }.Where(p => p.Length > 0));
        return Part("suffix") is { Length: > 0 } suffix ? $"{whole}{(name["comma-suffix"] is null ? " " : ", ")}{suffix}" : whole;
    }

    private static string? OrcidOf(JsonObject name) =>
        name["ORCID"] is JsonValue value && value.TryGetValue<string>(out var text) && Orcid().Match(text) is { Success: true } orcid
            ? $"orcid:{orcid.Value.ToLowerInvariant()}" : null;

    /// <summary>When it was issued, else submitted, else looked at; how exactly; and whether nothing is lost in saying so.</summary>
    private (DateOnly Date, DatePrecision Precision, bool IsExact) Date()
    {
        foreach (var field in new[] { "issued", "submitted", "accessed" })
        {
            if (DateOf(field) is not var (date, precision, isExact)) continue;
            if (field == "issued") return (date, precision, isExact);
            hasDate = false;
            Warn("issued", "", PaperReasons.NoDate, date.Year);
            return (new(date.Year, 1, 1), DatePrecision.Year, false);
        }
        (hasDate, isUndated) = (false, true);
        Warn("issued", "", PaperReasons.NoDate, work.Today.Year);
        return (new(work.Today.Year, 1, 1), DatePrecision.Year, false);
    }

    private (DateOnly, DatePrecision, bool)? DateOf(string field)
    {
        if (item[field] is not JsonObject date) return null;
        var parts = date["date-parts"] is JsonArray { Count: > 0 } ranges && ranges[0] is JsonArray first
            ? first.Select(part => int.TryParse(part?.ToString(), out var number) ? number : 0).ToList() : [];
        if (parts.Count == 0 && Year().Match($"{date["raw"]}{date["literal"]}") is { Success: true } year) parts = [int.Parse(year.Value)];
        if (parts is not [>= 1 and <= 9999, ..]) return null;
        var month = parts is [_, >= 1 and <= 12, ..] ? parts[1] : 0;
        var day = month > 0 && parts is [_, _, >= 1, ..] && parts[2] <= DateTime.DaysInMonth(parts[0], month) ? parts[2] : 0;
        return (
            new(parts[0], Math.Max(month, 1), Math.Max(day, 1)),
            day > 0 ? DatePrecision.Day : month > 0 ? DatePrecision.Month : DatePrecision.Year,
            date is { Count: 1 } && date["date-parts"] is JsonArray { Count: 1 });
    }

    private List<string> Keywords() => [.. (Text("keyword") ?? "")
        .Split([',', ';', '，', '；', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Where(keyword => keyword.Length <= LongestKeyword && keyword.Any(char.IsLetterOrDigit)).DistinctBy(k => k.ToUpperInvariant())];

    /// <summary>The fields that no column holds, or not whole; an author or a date that only stands for one is denied here.</summary>
    private JsonObject? Extra(bool dateIsExact)
    {
        var extra = new JsonObject();
        foreach (var (field, value) in item.OrderBy(f => f.Key, StringComparer.Ordinal))
            if (!IsKept(field, value, dateIsExact)) extra[field] = value?.DeepClone();
        if (!hasAuthor) extra["author"] = new JsonArray();
        if (!hasDate) extra["issued"] = null;
        return extra.Count == 0 ? null : extra;
    }

    private bool IsKept(string field, JsonNode? value, bool dateIsExact) => field switch
    {
        "issued" => dateIsExact,
        "author" => value is JsonArray list && list.All(name => name is JsonObject { Count: 1 } only && only.ContainsKey("literal")),
        "ISSN" => Text("ISSN") is { } issn && PaperIdentifiers.Issn(issn) == issn,
        "title" or "container-title" => value is JsonValue && Text(field) is { } text && Plain(text) == text,
        _ => Mapped.Contains(field) && value is JsonValue,
    };

    private string? Text(string field) => item[field] switch
    {
        JsonValue value when value.GetValueKind() is JsonValueKind.String or JsonValueKind.Number && value.ToString().Trim() is { Length: > 0 } text =>
            text.Replace("\0", "", StringComparison.Ordinal),
        JsonArray { Count: > 0 } list when list[0] is JsonValue first => first.ToString(),
        _ => null,
    };

    private void Wrong(string field, string value, Reason reason, params object?[] details)
    {
        isGood = false;
        work.Log.Add(file, line, field, value, Severity.Error, reason, details);
    }

    private void Warn(string field, string value, Reason reason, params object?[] details) =>
        work.Log.Add(file, line, field, value, Severity.Warning, reason, details);

    private static string Cut(string name) => name.Length <= LongestName ? name : name[..LongestName];

    /// <summary>Without the markup that CSL allows in texts.</summary>
    private static string Plain(string text) => Markup().Replace(text, "").Replace("\0", "", StringComparison.Ordinal).Trim();

    private static bool IsHan(string text) => text.Any(c => c is >= '\u3400' and <= '\u9FFF');

    [GeneratedRegex("</?(?:span|i|b|sc|sup|sub)(?: [^<>]{0,100})?>", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Markup();

    [GeneratedRegex("^[a-z][a-z_-]*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex CslType();

    [GeneratedRegex("^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Language();

    [GeneratedRegex("[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9Xx]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Orcid();

    [GeneratedRegex("[0-9]{4}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Year();
}
