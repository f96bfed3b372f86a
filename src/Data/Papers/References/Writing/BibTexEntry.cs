namespace HomeroomGraph.Data.Papers.References;

/// <summary>
/// A record as a BibTeX entry in UTF-8, Chinese as it is. The fields are those that BibTeX, biblatex and reference managers share: journal, number for the
/// issue, year and month, <c>langid</c> for the language.
/// </summary>
/// <remarks>Source: the BibTeX manual (btxdoc), 3; biblatex, 2.2 for doi, url, urldate, langid.</remarks>
internal sealed class BibTexEntry
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private readonly EntryText text = new();

    public ReadOnlySpan<char> Write(Reference record)
    {
        text.Clear();
        var r = ReferenceNote.Applied(record);
        var type = TypeOf(r);
        text.Append('@');
        text.Append(type);
        text.Append('{');
        text.Append(BibTexKey.Of(r));
        text.Append(",\n");
        Names("author", r.Authors);
        Field("title", r.Title);
        Field(type is "incollection" or "inproceedings" ? "booktitle" : "journal", r.ContainerTitle ?? (type == "inproceedings" ? r.EventTitle : null));
        Names("editor", r.Editors);
        Names("translator", r.Translators);
        Field("volume", r.Volume);
        Field("number", r.Issue ?? r.Number);
        Verbatim("pages", r.Page is { } pages ? BibTexText.Pages(pages) : type == "article" && r.Issue is not null ? r.Number : null);
        Field("edition", r.Edition);
        Field(type switch { "phdthesis" or "mastersthesis" => "school", "techreport" => "institution", _ => "publisher" }, r.Publisher);
        Field("address", r.PublisherPlace);
        Date(r);
        Field("type", type is "phdthesis" or "mastersthesis" or "techreport" or "misc" ? r.Genre : null);
        Verbatim("doi", r.Doi);
        Verbatim("url", r.Url);
        Verbatim("urldate", r.Accessed?.From is { Day: > 0 } day ? $"{day.Year:0000}-{day.Month:00}-{day.Day:00}" : null);
        Field("issn", r.Issn);
        Field("isbn", r.Isbn);
        Field("langid", LanguageOf(r.Language));
        if (r.Keywords.Count > 0) Field("keywords", string.Join(", ", r.Keywords));
        Field("abstract", r.Abstract);
        text.Append("}\n");
        return text.Written;
    }

    internal static string TypeOf(Reference r) => r.Type switch
    {
        "article-journal" or "article-magazine" or "article-newspaper" or "review" or "review-book" => "article",
        "book" or "classic" or "periodical" => "book",
        "chapter" or "entry-dictionary" or "entry-encyclopedia" or "entry" => "incollection",
        "paper-conference" => "inproceedings",
        "thesis" => r.Genre is { } genre && (genre.Contains("硕士", StringComparison.Ordinal) || genre.Contains("master", StringComparison.OrdinalIgnoreCase))
            ? "mastersthesis" : "phdthesis",
        "report" or "standard" => "techreport",
        "manuscript" or "personal_communication" => "unpublished",
        _ => "misc",
    };

    private static string? LanguageOf(string? language) => language switch
    {
        null => null,
        ['z', 'h', ..] => "chinese",
        ['e', 'n', ..] => "english",
        ['j', 'a', ..] => "japanese",
        ['f', 'r', ..] => "french",
        ['d', 'e', ..] => "german",
        ['r', 'u', ..] => "russian",
        _ => language,
    };

    private void Date(Reference r)
    {
        if (r.Issued?.From is not { } from)
        {
            Field("year", r.Issued?.Literal);
            return;
        }
        Verbatim("year", from.Year.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (from.Month == 0) return;
        text.Append("  month = ");
        text.Append(Months[from.Month - 1]);
        text.Append(",\n");
        if (from.Day > 0) Verbatim("date", $"{from.Year:0000}-{from.Month:00}-{from.Day:00}");
    }

    private void Names(string field, IReadOnlyList<ReferenceName> names)
    {
        if (names.Count == 0) return;
        Open(field);
        for (var at = 0; at < names.Count; at++)
        {
            if (at > 0) text.Append(" and ");
            BibTexText.WriteName(text, names[at]);
        }
        text.Append("},\n");
    }

    private void Field(string field, string? value)
    {
        if (value is not { Length: > 0 }) return;
        Open(field);
        BibTexText.Write(text, PrintedText.WithoutTags(value));
        text.Append("},\n");
    }

    /// <summary>An address is not escaped: reference managers read it as it is.</summary>
    private void Verbatim(string field, string? value)
    {
        if (value is not { Length: > 0 }) return;
        Open(field);
        BibTexText.WriteVerbatim(text, value);
        text.Append("},\n");
    }

    private void Open(string field)
    {
        text.Append("  ");
        text.Append(field);
        text.Append(" = {");
    }
}
