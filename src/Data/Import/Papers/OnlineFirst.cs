using System.Text.Json.Nodes;
using HomeroomGraph.Data.Import.Sheets;
using HomeroomGraph.Data.Papers;

namespace HomeroomGraph.Data.Import.Papers;

/// <summary>
/// An article that appears online before it has its place in print (网络首发) is cited in two forms, and is one paper (rule R1): the same title,
/// authors and journal, one form without volume, issue and pages. The printed form counts; what only the other one says completes it, its
/// date as CSL's <c>available-date</c>. Which fields came so is kept beside them, so that either form can be brought up to date alone.
/// </summary>
internal static class OnlineFirst
{
    private const string Custom = "custom", Marker = "online-first", Available = "available-date", Article = "article-journal";

    /// <summary>Fields of <c>extra</c> that tell of one form only, or repeat a column.</summary>
    private static readonly string[] OfOneForm = ["id", "citation-key", Custom, "issued", "title", "container-title", "ISSN"];

    /// <summary>The two are forms of one article.</summary>
    public static bool IsPair(PaperEntry one, PaperEntry other) =>
        one.HasNoPlaceInPrint != other.HasNoPlaceInPrint
        && (one.TitleKey, one.FirstAuthorKey) == (other.TitleKey, other.FirstAuthorKey)
        && (one.CslType, other.CslType, one.Kind) == (Article, Article, other.Kind)
        && one.Venue is { } venue && other.Venue is { } otherVenue && SheetText.ForComparing(venue) == SheetText.ForComparing(otherVenue)
        && (one.PlainDoi is null || other.PlainDoi is null || one.PlainDoi == other.PlainDoi)
        && one.Authors.Select(a => SheetText.ForComparing(a.Name)).SequenceEqual(other.Authors.Select(a => SheetText.ForComparing(a.Name)));

    /// <summary>The one paper that both forms are, in whichever order they are given.</summary>
    public static PaperEntry Combine(PaperEntry one, PaperEntry other) =>
        one.HasNoPlaceInPrint ? Complete(printed: other, online: one) : Complete(printed: one, online: other);

    /// <summary>A new state of the printed form keeps what the stored paper has of its online-first form.</summary>
    public static PaperEntry Keep(PaperEntry printed, PaperEntry stored) => Complete(printed, stored, FieldsOf(stored));

    /// <summary>The paper is both forms already.</summary>
    public static bool IsBoth(PaperEntry paper) => MarkerOf(paper) is not null;

    /// <summary>The printed form alone of a stored paper that is both.</summary>
    public static PaperEntry PrintedOf(PaperEntry stored)
    {
        var fields = FieldsOf(stored);
        var extra = Copy(stored.Extra);
        foreach (var field in fields) extra.Remove(field);
        (extra[Custom] as JsonObject)?.Remove(Marker);
        if (extra[Custom] is JsonObject { Count: 0 }) extra.Remove(Custom);
        return stored with
        {
            Doi = fields.Contains("DOI") ? null : stored.Doi,
            PlainDoi = fields.Contains("DOI") ? null : stored.PlainDoi,
            Issn = fields.Contains("ISSN") ? null : stored.Issn,
            Cn = fields.Contains("CN") ? null : stored.Cn,
            Abstract = fields.Contains("abstract") ? null : stored.Abstract,
            Keywords = fields.Contains("keyword") ? [] : stored.Keywords,
            Extra = extra.Count == 0 ? null : extra,
        };
    }

    /// <param name="printed">What counts.</param>
    /// <param name="online">What completes it.</param>
    /// <param name="only">The only fields to be taken over; null for all.</param>
    private static PaperEntry Complete(PaperEntry printed, PaperEntry online, IReadOnlySet<string>? only = null)
    {
        var taken = new SortedSet<string>(StringComparer.Ordinal);
        bool Takes(string field, bool isMissing, bool isThere) => isMissing && isThere && only?.Contains(field) != false && taken.Add(field);

        var extra = Copy(printed.Extra);
        foreach (var (field, value) in online.Extra ?? [])
            if (!OfOneForm.Contains(field) && Takes(field, !extra.ContainsKey(field), value is not (null or JsonArray { Count: 0 }))) extra[field] = value!.DeepClone();
        if (only is null && Takes(Available, !extra.ContainsKey(Available), DateOf(online) is not null && !IsSameDate(printed, online)))
            extra[Available] = DateOf(online);

        var isDoiTaken = Takes("DOI", printed.Doi is null, online.Doi is not null);
        var isIssnTaken = Takes("ISSN", printed.Issn is null && !extra.ContainsKey("ISSN"), online.Issn is not null);
        if (isIssnTaken && online.Extra?["ISSN"] is { } more) extra["ISSN"] = more.DeepClone();
        var completed = printed with
        {
            Authors = only is null ? [.. printed.Authors.Zip(online.Authors, Complete)] : printed.Authors,
            Doi = isDoiTaken ? online.Doi : printed.Doi,
            PlainDoi = isDoiTaken ? online.PlainDoi : printed.PlainDoi,
            Issn = isIssnTaken ? online.Issn : printed.Issn,
            Cn = Takes("CN", printed.Cn is null, online.Cn is not null) ? online.Cn : printed.Cn,
            Abstract = Takes("abstract", printed.Abstract is null, online.Abstract is not null) ? online.Abstract : printed.Abstract,
            Keywords = Takes("keyword", printed.Keywords.Count == 0, online.Keywords.Count > 0) ? online.Keywords : printed.Keywords,
        };
        if (extra[Custom] is not JsonObject custom) extra[Custom] = custom = [];
        custom[Marker] = new JsonArray([.. taken.Select(field => JsonValue.Create(field))]);
        return completed with { Extra = extra };
    }

    /// <summary>The names are the same; what else is known of an author may stand in either form.</summary>
    private static AuthorEntry Complete(AuthorEntry printed, AuthorEntry online) => printed with
    {
        TeacherId = printed.TeacherId ?? online.TeacherId,
        Affiliation = printed.Affiliation ?? online.Affiliation,
        ExternalId = printed.ExternalId ?? online.ExternalId,
    };

    private static HashSet<string> FieldsOf(PaperEntry paper) => [.. (MarkerOf(paper) ?? []).OfType<JsonValue>().Select(field => field.ToString())];

    private static JsonArray? MarkerOf(PaperEntry paper) => (paper.Extra?[Custom] as JsonObject)?[Marker] as JsonArray;

    private static bool IsSameDate(PaperEntry one, PaperEntry other) =>
        (one.PublishedOn, one.Precision) == (other.PublishedOn, other.Precision) && one.Extra?["issued"] is null && other.Extra?["issued"] is null;

    /// <summary>When the form appeared, as CSL writes it; null when nothing says so.</summary>
    private static JsonNode? DateOf(PaperEntry entry)
    {
        if (entry.Extra?.TryGetPropertyValue("issued", out var issued) == true) return issued?.DeepClone();
        int[] parts = [entry.PublishedOn.Year, entry.PublishedOn.Month, entry.PublishedOn.Day];
        return new JsonObject
        {
            ["date-parts"] = new JsonArray(new JsonArray(
                [.. parts.Take(entry.Precision switch { DatePrecision.Year => 1, DatePrecision.Month => 2, _ => 3 }).Select(part => JsonValue.Create(part))])),
        };
    }

    private static JsonObject Copy(JsonObject? extra) => extra?.DeepClone() as JsonObject ?? [];
}
