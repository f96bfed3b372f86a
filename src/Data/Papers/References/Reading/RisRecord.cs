namespace HomeroomGraph.Data.Papers.References;

/// <summary>The first record of a RIS text: lines of a tag of two characters, "  - " and a value.</summary>
/// <remarks>Source: the RIS format specification (2001) with the tags that databases write since.</remarks>
internal static class RisRecord
{
    public static bool IsRis(string text) => text.StartsWith("TY  -", StringComparison.Ordinal);

    public static Reference? Read(string text, List<ReferenceFinding> found)
    {
        var lines = new List<(string Tag, string Value)>();
        var (records, isOpen) = (0, false);
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            var line = raw.Trim();
            if (line.Length >= 5 && line[2..5] is "  -" && IsTag(line))
            {
                var tag = line[..2].ToString();
                if (tag == "TY" && ++records == 1) isOpen = true;
                if (tag == "ER") isOpen = false;
                if (isOpen && line[5..].Trim() is { Length: > 0 } value) lines.Add((tag, value.ToString()));
            }
            else if (isOpen && line.Length > 0 && lines.Count > 0)
            {
                // A value goes on in the next line; so do lists of keywords.
                lines.Add((lines[^1].Tag is "KW" ? "KW" : "+", line.ToString()));
            }
        }
        if (records > 1) found.Add(ReferenceFindings.Several(records));
        return Record(Joined(lines), found);
    }

    private static bool IsTag(ReadOnlySpan<char> line) => char.IsAsciiLetterUpper(line[0]) && (char.IsAsciiLetterUpper(line[1]) || char.IsAsciiDigit(line[1]));

    private static List<(string Tag, string Value)> Joined(List<(string Tag, string Value)> lines)
    {
        var joined = new List<(string Tag, string Value)>(lines.Count);
        var length = 0;
        foreach (var (tag, value) in lines)
        {
            if (tag != "+" || joined.Count == 0)
            {
                joined.Add((tag, value));
                length = value.Length;
            }
            else if ((length += value.Length) <= 20_000)
            {
                joined[^1] = (joined[^1].Tag, $"{joined[^1].Value} {value}");
            }
        }
        return joined;
    }

    private static Reference Record(List<(string Tag, string Value)> lines, List<ReferenceFinding> found)
    {
        string? First(params ReadOnlySpan<string> tags)
        {
            foreach (var tag in tags)
                foreach (var (name, value) in lines)
                    if (name == tag) return value;
            return null;
        }

        IReadOnlyList<ReferenceName> Names(params string[] tags) =>
            [.. lines.Where(line => tags.Contains(line.Tag)).Take(DraftOfRecord.MostAuthors + 1).Select(line => NameOf(line.Value))];

        var type = TypeOf(First("TY") ?? "");
        var (begin, end) = (First("SP"), First("EP"));
        var left = lines.Select(line => line.Tag).Distinct().Where(tag => !Taken.Contains(tag)).Take(20).ToList();
        if (left.Count > 0) found.Add(ReferenceFindings.NotKept(string.Join(", ", left)));
        var url = First("UR", "L2", "LK");
        return new()
        {
            Id = First("ID"),
            Type = type,
            Title = First("TI", "T1", "CT"),
            Authors = Names("AU", "A1"),
            Editors = Names("ED", "A2"),
            Translators = Names("A4"),
            ContainerTitle = type is "book" or "thesis" ? null : First("T2", "JF", "JO", "JA", "BT", "J2"),
            Volume = First("VL"),
            Issue = type is "article-journal" or "article-newspaper" ? First("IS", "CP") : null,
            Page = begin is not null && end is not null && !begin.Contains('-') && begin != end ? $"{begin}-{end}" : begin ?? end,
            Edition = First("ET"),
            Publisher = First("PB"),
            PublisherPlace = First("CY"),
            Genre = type == "thesis" ? First("M3") : null,
            Issued = DateOf(First("DA")) is { From: not null } day ? day : DateOf(First("PY", "Y1")),
            Accessed = DateOf(First("Y2")),
            Doi = First("DO") ?? DoiText.Plain(url) ?? DoiText.Plain(First("M3")),
            Url = DoiText.Plain(url) is null ? url : null,
            Issn = type == "book" ? null : First("SN"),
            Isbn = type == "book" ? First("SN") : null,
            Cn = First("CN"),
            Language = First("LA"),
            Keywords = [.. lines.Where(line => line.Tag == "KW").SelectMany(line => CslReference.KeywordsOf(line.Value)).Take(100)],
            Abstract = First("AB", "N2"),
        };
    }

    private static readonly string[] Taken =
    [
        "TY", "ID", "TI", "T1", "CT", "AU", "A1", "ED", "A2", "A4", "T2", "JF", "JO", "JA", "BT", "J2", "VL", "IS", "CP", "SP", "EP", "ET", "PB", "CY", "M3", "DA", "PY", "Y1", "Y2",
        "DO", "UR", "L2", "LK", "SN", "CN", "LA", "KW", "AB", "N2", "DB", "DP",
    ];

    private static string TypeOf(string type) => type.ToUpperInvariant() switch
    {
        "JOUR" or "JFULL" or "EJOUR" or "MGZN" or "ABST" => "article-journal",
        "NEWS" => "article-newspaper",
        "BOOK" or "EBOOK" or "EDBOOK" or "SER" => "book",
        "CHAP" or "ECHAP" or "ENCYC" or "DICT" => "chapter",
        "CONF" or "CPAPER" => "paper-conference",
        "THES" => "thesis",
        "RPRT" or "GOVDOC" => "report",
        "STAND" => "standard",
        "PAT" => "patent",
        "DATA" or "DBASE" => "dataset",
        "ELEC" or "WEB" or "ICOMM" or "BLOG" => "webpage",
        "COMP" => "software",
        "MAP" => "map",
        "UNPB" => "manuscript",
        _ => "document",
    };

    /// <summary>"Family, Given, Suffix"; a Chinese name, or a body, whole.</summary>
    private static ReferenceName NameOf(string name)
    {
        var parts = name.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length is < 2 or > 3 ? ReferenceName.Of(name.Trim(' ', ','))
            : Scripts.HasHan(name) ? ReferenceName.Of(string.Concat(parts.Take(2)))
            : new() { Family = parts[0], Given = parts[1], Suffix = parts.Length > 2 ? parts[2] : null };
    }

    /// <summary>2012/05/03/other.</summary>
    private static ReferenceDate? DateOf(string? text)
    {
        if (text is null) return null;
        var parts = text.Split('/', StringSplitOptions.TrimEntries);
        var date = string.Join('-', parts.Take(3).TakeWhile(part => part.Length is > 0 and <= 4 && part.All(char.IsAsciiDigit)));
        return DateText.Read(date.Length > 0 ? date : text);
    }
}
