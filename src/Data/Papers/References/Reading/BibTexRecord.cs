namespace HomeroomGraph.Data.Papers.References;

/// <summary>The first entry of a BibTeX text as a record.</summary>
/// <remarks>Source: btxdoc, 3.2; biblatex, 2.2, for the names of its fields.</remarks>
internal static class BibTexRecord
{
    private static readonly string[] Taken =
    [
        "author", "editor", "translator", "title", "subtitle", "journal", "journaltitle", "booktitle", "volume", "number", "issue", "pages", "year", "month", "day", "date",
        "doi", "url", "urldate", "issn", "isbn", "publisher", "address", "location", "school", "institution", "organization", "edition", "keywords", "keyword", "abstract",
        "langid", "language", "type", "eid", "cn", "note",
    ];

    public static bool IsBibTex(string text)
    {
        for (var at = text.IndexOf('@'); at >= 0 && at < text.Length; at = text.IndexOf('@', at + 1))
        {
            var begin = at + 1;
            var end = begin;
            while (end < text.Length && end - begin < 30 && char.IsAsciiLetter(text[end])) end++;
            var open = end;
            while (open < text.Length && open - end < 10 && char.IsWhiteSpace(text[open])) open++;
            if (end > begin && open < text.Length && text[open] is '{' or '(' && (at == 0 || text[at - 1] is '\n' or '\r' or ' ' or '\t' or '}')) return true;
        }
        return false;
    }

    public static Reference? Read(string text, List<ReferenceFinding> found)
    {
        var parser = new BibTexParser(text);
        var (entry, count) = parser.Read();
        if (parser.IsUnclosed) found.Add(ReferenceFindings.NotClosed);
        if (entry is null)
        {
            found.Add(ReferenceFindings.NoItem);
            return null;
        }
        if (count > 1) found.Add(ReferenceFindings.Several(count));
        var left = entry.Fields.Where(field => field.Value.Length > 0 && !Taken.Contains(field.Key)).Select(field => field.Key).Take(20).ToList();
        if (left.Count > 0) found.Add(ReferenceFindings.NotKept(string.Join(", ", left)));
        return Record(entry, found);
    }

    private static Reference Record(BibTexSource entry, List<ReferenceFinding> found)
    {
        string? Field(params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
                if (entry.Fields.GetValueOrDefault(name) is { } tex && PlainText.Of(LatexText.Of(tex)) is { } text) return text;
            return null;
        }

        // TeX has no hand in an address.
        string? Verbatim(string name) => entry.Fields.GetValueOrDefault(name) is { } tex
            ? PlainText.Of(tex.Replace("\\_", "_", StringComparison.Ordinal).Replace("\\%", "%", StringComparison.Ordinal).Replace("\\&", "&", StringComparison.Ordinal)
                .Replace("\\#", "#", StringComparison.Ordinal).Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal)) : null;

        var isArticle = entry.Type is "article" or "periodical";
        var number = Field("number", "issue");
        var url = Verbatim("url");
        var doi = Verbatim("doi");
        return new()
        {
            Id = entry.Key,
            Type = TypeOf(entry.Type, Field("type"), Field("note")),
            Title = Field("subtitle") is { } subtitle && Field("title") is { } title ? $"{title}: {subtitle}" : Field("title"),
            Authors = Names(entry, "author", found),
            Editors = Names(entry, "editor", found),
            Translators = Names(entry, "translator", found),
            ContainerTitle = Field("journal", "journaltitle", "booktitle"),
            Volume = Field("volume"),
            Issue = isArticle ? number : null,
            Number = isArticle ? null : number,
            Page = Field("pages", "eid")?.Replace('–', '-').Replace('—', '-'),
            Edition = Field("edition") is { } edition ? EditionOf(edition) : null,
            Publisher = Field("publisher", "school", "institution", "organization"),
            PublisherPlace = Field("address", "location"),
            Genre = Field("type"),
            Issued = Issued(Field("date"), Field("year"), Field("month"), Field("day")),
            Accessed = DateText.Read(Verbatim("urldate")),
            Doi = doi ?? DoiText.Plain(url),
            Url = url is not null && DoiText.Plain(url) is null ? url : null,
            Issn = Field("issn"),
            Isbn = Field("isbn"),
            Cn = Field("cn"),
            Language = Field("langid", "language"),
            Keywords = Field("keywords", "keyword") is { } keywords ? CslReference.KeywordsOf(keywords) : [],
            Abstract = Field("abstract"),
            Note = Field("note"),
        };
    }

    private static List<ReferenceName> Names(BibTexSource entry, string field, List<ReferenceFinding> found)
    {
        if (!entry.Fields.TryGetValue(field, out var tex)) return [];
        var names = BibTexNames.Of(tex, DraftOfRecord.MostAuthors + 1, out var hasOthers);
        if (hasOthers && field == "author") found.Add(ReferenceFindings.Others);
        return names;
    }

    private static string TypeOf(string type, string? genre, string? note) => type switch
    {
        "article" => "article-journal",
        "book" or "booklet" or "mvbook" or "collection" or "proceedings" or "manual" => "book",
        "incollection" or "inbook" or "inreference" or "suppbook" => "chapter",
        "inproceedings" or "conference" => "paper-conference",
        "phdthesis" or "mastersthesis" or "thesis" => "thesis",
        "techreport" or "report" => "report",
        "online" or "electronic" or "www" => "webpage",
        "patent" => "patent",
        "standard" => "standard",
        "dataset" => "dataset",
        "software" => "software",
        "newspaper" => "article-newspaper",
        "unpublished" => "manuscript",
        _ => (genre ?? note)?.Contains("newspaper", StringComparison.OrdinalIgnoreCase) == true ? "article-newspaper" : "document",
    };

    private static string EditionOf(string edition) => edition.ToLowerInvariant() switch
    {
        "first" => "1",
        "second" => "2",
        "third" => "3",
        "fourth" => "4",
        "fifth" => "5",
        _ => edition,
    };

    private static ReferenceDate? Issued(string? date, string? year, string? month, string? day)
    {
        if (date is not null && DateText.Read(date) is { From: not null } exact) return exact;
        if (year is null) return DateText.Read(date);
        if (month is null) return DateText.Read(year);
        var number = DateText.MonthOf(month) is > 0 and var named ? named : int.TryParse(month, out var said) && said is >= 1 and <= 12 ? said : 0;
        if (number == 0 || year.Length != 4) return DateText.Read(year);
        return DateText.Read(int.TryParse(day, out var d) && d is >= 1 and <= 31 ? $"{year}-{number}-{d}" : $"{year}-{number}") is { From: not null } read
            ? read : DateText.Read($"{year}-{number}");
    }
}
