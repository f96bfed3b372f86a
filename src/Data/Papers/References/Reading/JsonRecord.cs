using System.Text.Json;

namespace HomeroomGraph.Data.Papers.References;

/// <summary>
/// A record of a DOI in JSON: CSL-JSON as doi.org gives it (one item or a list), or the answer of Crossref's API, whose fields are CSL-JSON's but for types,
/// lists of titles, and dates of print and of the web.
/// </summary>
internal static class JsonRecord
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 32, AllowTrailingCommas = true };

    public static Reference? Read(string text, List<ReferenceFinding> found, ref ReferenceTextForm form)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Options);
            if (Item(document.RootElement, found, ref form) is { } item) return Record(item);
            found.Add(ReferenceFindings.NoItem);
            return null;
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            found.Add(ReferenceFindings.NotJson);
            return null;
        }
    }

    private static JsonElement? Item(JsonElement root, List<ReferenceFinding> found, ref ReferenceTextForm form)
    {
        if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("message", out var message) && message.ValueKind == JsonValueKind.Object)
        {
            form = ReferenceTextForm.Crossref;
            root = message.TryGetProperty("items", out var items) ? items : message;
        }
        if (root.ValueKind == JsonValueKind.Array)
        {
            if (root.GetArrayLength() > 1) found.Add(ReferenceFindings.Several(root.GetArrayLength()));
            if (root.GetArrayLength() == 0) return null;
            root = root[0];
        }
        return root.ValueKind == JsonValueKind.Object && root.EnumerateObject().Any() ? root : null;
    }

    private static Reference Record(JsonElement item)
    {
        var r = ReferenceNote.Applied(CslReference.Of(item)) with { More = null };
        return r with
        {
            Type = CslTypeOf(r.Type),
            Title = Joined(r.Title, CslReference.Text(item, "subtitle")),
            Authors = WithAffiliations(item, r.Authors),
            Page = r.Page ?? CslReference.Text(item, "article-number"),
            Keywords = r.Keywords.Count > 0 ? r.Keywords : Texts(item, "subject"),
            EventTitle = r.EventTitle ?? (item.TryGetProperty("event", out var held) && held.ValueKind == JsonValueKind.Object ? CslReference.Text(held, "name") : null),
            Issued = MostExact(r.Issued, CslDate.Of(item, "published-print") ?? CslDate.Of(item, "published") ?? CslDate.Of(item, "published-online")),
            Publisher = r.Publisher ?? InstitutionOf(item),
            // The resolver's address of the DOI is no other way to it.
            Url = r.Url is { } url && DoiText.Plain(url) is null ? url : null,
        };
    }

    /// <summary>Crossref names its types otherwise.</summary>
    private static string CslTypeOf(string type) => type switch
    {
        "journal-article" => "article-journal",
        "proceedings-article" => "paper-conference",
        "book-chapter" or "book-section" or "book-part" or "reference-entry" => "chapter",
        "monograph" or "edited-book" or "reference-book" or "proceedings" or "book-set" or "book-series" => "book",
        "posted-content" => "article",
        "dissertation" => "thesis",
        "report-component" or "report-series" => "report",
        "journal" or "journal-issue" or "journal-volume" => "periodical",
        "peer-review" => "review",
        "other" or "component" => "document",
        _ => type,
    };

    private static string? Joined(string? title, string? subtitle) =>
        title is null || subtitle is null || title.Contains(subtitle, StringComparison.OrdinalIgnoreCase) ? title : $"{title}: {subtitle}";

    private static ReferenceDate? MostExact(ReferenceDate? issued, ReferenceDate? other) =>
        issued?.From is not { } day ? other ?? issued
        : other?.From is { } more && more.Precision > day.Precision && more.Year == day.Year && (day.Month == 0 || day.Month == more.Month) ? other : issued;

    private static IReadOnlyList<ReferenceName> WithAffiliations(JsonElement item, IReadOnlyList<ReferenceName> authors)
    {
        if (!item.TryGetProperty("author", out var list) || list.ValueKind != JsonValueKind.Array || list.GetArrayLength() != authors.Count) return authors;
        return [.. authors.Select((author, at) =>
            list[at].ValueKind == JsonValueKind.Object && list[at].TryGetProperty("affiliation", out var where) && where.ValueKind == JsonValueKind.Array
            && where.GetArrayLength() > 0 && where[0].ValueKind == JsonValueKind.Object && PlainText.Of(CslReference.Text(where[0], "name")) is { Length: <= 200 } name
                ? author with { Affiliation = name } : author)];
    }

    private static IReadOnlyList<string> Texts(JsonElement item, string field) =>
        item.TryGetProperty(field, out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Where(t => t.ValueKind == JsonValueKind.String).Take(50).Select(t => t.GetString()!)] : [];

    private static string? InstitutionOf(JsonElement item) =>
        item.TryGetProperty("institution", out var list) && list.ValueKind == JsonValueKind.Array && list.GetArrayLength() > 0 && list[0].ValueKind == JsonValueKind.Object
            ? CslReference.Text(list[0], "name") : null;
}
