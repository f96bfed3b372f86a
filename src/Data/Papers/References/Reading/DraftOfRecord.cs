using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using HomeroomGraph.Data.Import.Papers;

namespace HomeroomGraph.Data.Papers.References;

/// <summary>A record as the fields of a paper, within what the table takes; what has no column goes to <c>extra</c>.</summary>
internal static class DraftOfRecord
{
    public const int MostAuthors = 200;
    private const int LongestTitle = 500, LongestName = 200, LongestVenue = 500, LongestPart = 200, LongestAbstract = 20_000, MostKeywords = 30, LongestKeyword = 100;

    /// <summary>Fields of CSL-JSON that the columns hold.</summary>
    private static readonly string[] OfColumns =
        ["id", "type", "language", "title", "container-title", "volume", "issue", "page", "DOI", "ISSN", "abstract", "keyword", "issued", "author"];

    public static PaperDraft Of(Reference r, List<ReferenceFinding> found)
    {
        var title = Within("title", PlainText.Of(r.Title), LongestTitle, found);
        if (title is null) found.Add(ReferenceFindings.NoTitle);
        var people = Authors(r, found);
        var issued = Issued(r, found);
        var venue = r.Type is "article-journal" or "article-newspaper" or "article-magazine" || r.ContainerTitle is not null ? r.ContainerTitle : r.EventTitle;
        return new()
        {
            Title = title,
            Authors = [.. people.Select(name => AuthorOf(name))],
            CslType = TypeOf(r.Type),
            Language = LanguageOf(r, title),
            Venue = Within("venue", PlainText.Of(venue), LongestVenue, found),
            Issn = Known("issn", r.Issn, PaperIdentifiers.Issn, found),
            Cn = Known("cn", r.Cn, PaperIdentifiers.Cn, found),
            Volume = Within("volume", PlainText.Of(r.Volume), LongestPart, found),
            Issue = Within("issue", PlainText.Of(r.Issue), LongestPart, found),
            Pages = Within("pages", PlainText.Of(r.Page)?.Replace("--", "-", StringComparison.Ordinal), LongestPart, found),
            Doi = Known("doi", r.Doi, DoiText.Plain, found),
            PublishedOn = issued?.First,
            Precision = issued?.Precision ?? DatePrecision.Year,
            Abstract = Within("abstract", PlainText.Of(r.Abstract), LongestAbstract, found),
            Keywords = [.. r.Keywords.Select(k => PlainText.Of(k)).OfType<string>()
                .Where(k => k.Length <= LongestKeyword && k.Any(char.IsLetterOrDigit)).DistinctBy(k => k.ToUpperInvariant()).Take(MostKeywords)],
            Extra = ExtraOf(r, people),
        };
    }

    private static IReadOnlyList<ReferenceName> Authors(Reference r, List<ReferenceFinding> found)
    {
        var names = r.Authors.Where(name => name.Printed.Length > 0).ToList();
        if (names.Count == 0) found.Add(ReferenceFindings.NoAuthor);
        if (names.Count > MostAuthors) found.Add(ReferenceFindings.TooManyAuthors(MostAuthors));
        return names.Count > MostAuthors ? names[..MostAuthors] : names;
    }

    private static PaperDraftAuthor AuthorOf(ReferenceName name)
    {
        var printed = PlainText.Of(name.Printed) ?? "";
        var orcid = name.Orcid is { } id && id.LastIndexOf('/') is var slash && id[(slash + 1)..] is { Length: 19 } number ? $"orcid:{number.ToLowerInvariant()}" : null;
        return new(printed.Length <= LongestName ? printed : CutAt(printed, LongestName), orcid, name.Affiliation);
    }

    private static ReferenceDay? Issued(Reference r, List<ReferenceFinding> found)
    {
        if (r.Issued?.From is { } day && day.First is not null) return day;
        found.Add(r.Issued?.Literal is { } words ? ReferenceFindings.NotUnderstood("date", words) : ReferenceFindings.NoDate);
        return null;
    }

    /// <summary>A type is a word; an unknown one is "document".</summary>
    private static string TypeOf(string type) =>
        type.Length is > 0 and <= 40 && type.All(c => c is >= 'a' and <= 'z' or '-' or '_') && char.IsAsciiLetter(type[0]) ? type : "document";

    private static string LanguageOf(Reference r, string? title) => r.Language?.ToLowerInvariant() switch
    {
        "zh" or "zh-cn" or "zh_cn" or "chinese" or "chi" or "zho" or "中文" or "简体中文" or "simplified chinese" => "zh-CN",
        "en" or "english" or "eng" or "american" or "英文" => "en",
        "ja" or "japanese" or "jpn" => "ja",
        "fr" or "french" or "fre" or "fra" => "fr",
        "de" or "german" or "ngerman" or "ger" or "deu" => "de",
        "ru" or "russian" or "rus" => "ru",
        _ when r.Language is { Length: <= 20 } tag && IsTag(tag) => tag,
        _ => Scripts.HasKana(title) ? "ja" : Scripts.HasHan(title) ? "zh-CN" : "en",
    };

    /// <summary>As the table asks: ^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$.</summary>
    private static bool IsTag(string tag)
    {
        var parts = tag.Split('-');
        return parts[0].Length is 2 or 3 && parts[0].All(char.IsAsciiLetterLower)
            && parts.Skip(1).All(part => part.Length is >= 2 and <= 8 && part.All(char.IsAsciiLetterOrDigit));
    }

    private static string? Known(string field, string? said, Func<string, string?> plain, List<ReferenceFinding> found)
    {
        if (said is not { Length: > 0 }) return null;
        var known = said.Length <= 1_000 ? plain(said) : null;
        if (known is null) found.Add(ReferenceFindings.NotUnderstood(field, said));
        return known;
    }

    private static string? Within(string field, string? text, int most, List<ReferenceFinding> found)
    {
        if (text is null || text.Length <= most) return text;
        found.Add(ReferenceFindings.Cut(field, most));
        return CutAt(text, most);
    }

    private static string CutAt(string text, int most) => text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)].TrimEnd();

    private static JsonObject? ExtraOf(Reference r, IReadOnlyList<ReferenceName> authors)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
            CslJsonItem.Write(json, r with { Id = null, More = null, Authors = authors });
        var item = JsonNode.Parse(Encoding.UTF8.GetString(bytes.ToArray()))!.AsObject();
        foreach (var field in OfColumns)
            if (!(field == "author" && authors.Any(name => name.Literal is null)) && !(field == "issued" && r.Issued is { To: not null } or { IsEstimated: true }))
                item.Remove(field);
        return item.Count == 0 ? null : item;
    }
}
