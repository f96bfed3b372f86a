namespace HomeroomGraph.Data.Papers.References;

/// <summary>
/// A line by GB/T 7714 as a record: 2015 or 2025, numeric or author-date, Chinese or western, marks of either width. Where a line leaves open what is what
/// (an address, a title with stops), the most usual reading is taken, and what has no place is a finding.
/// </summary>
internal static class GbRecord
{
    public static Reference? Read(string text, List<ReferenceFinding> found)
    {
        var lines = text.Split(['\n', '\r'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var numbered = lines.Count(line => line[0] is '[' && GbLine.WithoutNumber(line).Length < line.Length);
        if (numbered > 1) found.Add(ReferenceFindings.Several(numbered));
        var whole = PlainText.Of(string.Join(' ', numbered > 1 ? FirstEntry(lines) : lines)) ?? "";
        var line = GbLine.WithoutNumber(whole);
        if (GbLine.Of(line) is not { } parts) return WithoutCode(line, found);
        var head = GbHead.Of(parts.Before);
        var access = GbAccess.Of(parts.Behind);
        var (title, number) = TitleAndNumber(head.Title, parts.Type);
        var r = new Reference
        {
            Type = TypeOf(parts.Type),
            Title = title,
            Number = number,
            Authors = GbNames.Of(head.Authors, found),
            Issued = head.Year,
            Accessed = access.Accessed,
            Url = access.Url,
            Doi = access.Doi,
            Cstr = access.Cstr,
        };
        if (parts.Type is "M" or "CM" && !parts.Behind.StartsWith("//", StringComparison.Ordinal) && TitleAndVolume(title) is (var work, { } volume))
            r = r with { Title = work, Volume = volume };
        return parts.Type is "J" or "N" ? WithSerial(r, access.Rest, found) : WithSource(r, access.Rest, found);
    }

    private static IEnumerable<string> FirstEntry(string[] lines) =>
        lines.Take(1).Concat(lines.Skip(1).TakeWhile(line => GbLine.WithoutNumber(line).Length == line.Length));

    /// <summary>Without a code only the beginning is sure.</summary>
    private static Reference? WithoutCode(string line, List<ReferenceFinding> found)
    {
        found.Add(ReferenceFindings.NoTypeCode);
        var access = GbAccess.Of(line);
        var head = GbHead.Of(access.Rest);
        if (head.Authors.Length == 0) return access.Rest.Length is > 0 and <= 500 ? new() { Title = access.Rest, Doi = access.Doi, Url = access.Url } : null;
        var stop = head.Title.AsSpan().IndexOfAny('．', '。') is >= 0 and var wide ? wide : head.Title.IndexOf(". ", StringComparison.Ordinal);
        var title = stop > 0 ? head.Title[..stop] : head.Title;
        var r = new Reference { Title = title, Authors = GbNames.Of(head.Authors, found), Issued = head.Year, Doi = access.Doi, Url = access.Url };
        return stop > 0 ? WithSerial(r with { Type = "article-journal" }, head.Title[(stop + 1)..], found) : r;
    }

    private static Reference WithSerial(Reference r, string text, List<ReferenceFinding> found)
    {
        var rest = text.TrimStart(' ', '.', '．', '。');
        var elements = Elements(rest);
        if (elements.Count > 1 && Translators(elements[0], found) is { Count: > 0 } translators)
        {
            r = r with { Translators = translators };
            rest = rest[(rest.IndexOf(elements[0], StringComparison.Ordinal) + elements[0].Length)..].TrimStart(' ', '.', '．', '。');
        }
        if (elements.Count == 2 && r.Type == "article-journal" && GbImprint.Of(elements[1], r.Issued is not null) is { Place: not null, Publisher: not null } imprint)
            return r with { Type = "periodical", Volume = elements[0], PublisherPlace = imprint.Place, Publisher = imprint.Publisher, Issued = r.Issued ?? imprint.Issued };
        var serial = GbSerial.Of(rest.Trim().TrimEnd('.', '．', '。'), r.Issued);
        var isNewspaper = r.Type == "article-newspaper";
        if (serial.Name is null && rest.Length > 0) found.Add(ReferenceFindings.NotUnderstood("venue", rest));
        return r with
        {
            ContainerTitle = serial.Name,
            Volume = serial.Volume,
            Issue = isNewspaper ? null : serial.Issue,
            Page = serial.Pages ?? (isNewspaper ? serial.Issue : null),
            Issued = serial.Issued ?? r.Issued,
        };
    }

    /// <summary>Everything that is not in a serial: 译者. 版本. 地: 社, 年: 页, or //book first.</summary>
    private static Reference WithSource(Reference r, string text, List<ReferenceFinding> found)
    {
        var slashes = text.IndexOf("//", StringComparison.Ordinal);
        var isPart = slashes >= 0;
        var own = Elements(isPart ? text[..slashes] : text);
        var isDated = r.Issued is not null;
        for (var at = 0; at < own.Count; at++) r = WithElement(r, own[at], Is(own[at], isDated && at == own.Count - 1 && !isPart), found, isOfBook: false);
        if (!isPart) return r;
        if (r.Type == "book") r = r with { Type = "chapter" };
        var book = Elements(text[(slashes + 2)..]);
        // Without a year only its place tells the imprint: it is the last, and never the only element.
        var kinds = book.Select((element, at) => Is(element, isDated && at > 0 && at == book.Count - 1)).ToList();
        var titleAt = kinds.IndexOf(ElementKind.Other);
        var hasEditors = titleAt >= 0 && titleAt + 1 < book.Count && kinds[titleAt + 1] == ElementKind.Other;
        for (var at = 0; at < book.Count; at++)
        {
            if (at == titleAt && hasEditors) r = r with { Editors = GbNames.Of(book[at], found, reports: false) };
            else if (at == titleAt || (hasEditors && at == titleAt + 1)) r = WithBookTitle(r, book[at]);
            else r = WithElement(r, book[at], kinds[at], found, isOfBook: true);
        }
        return r;
    }

    private enum ElementKind
    {
        Other,
        Translators,
        Edition,
        Imprint,
    }

    /// <param name="element">The element.</param>
    /// <param name="isLast">The year stands with the authors, and this is where publisher and pages are.</param>
    private static ElementKind Is(string element, bool isLast) =>
        IsTranslators(element) ? ElementKind.Translators
        : IsEdition(element) ? ElementKind.Edition
        : isLast || GbImprint.Of(element, isDated: false) is not null ? ElementKind.Imprint
        : ElementKind.Other;

    private static Reference WithElement(Reference r, string element, ElementKind kind, List<ReferenceFinding> found, bool isOfBook)
    {
        switch (kind)
        {
            case ElementKind.Translators:
                return r with { Translators = Translators(element, found) };
            case ElementKind.Edition:
                return r with { Edition = EditionOf(element) };
            case ElementKind.Imprint:
            case ElementKind.Other when r.Type is "article" or "dataset" or "webpage" or "document":
                var imprint = GbImprint.Of(element, isDated: true) ?? default;
                // A conference without proceedings stands for them.
                if (isOfBook && r.ContainerTitle is null && imprint.Place is null)
                    return r with { ContainerTitle = imprint.Publisher, Issued = imprint.Issued ?? r.Issued, Page = imprint.Pages ?? r.Page };
                return r with
                {
                    PublisherPlace = imprint.Place ?? r.PublisherPlace,
                    Publisher = imprint.Publisher ?? r.Publisher,
                    Issued = imprint.Issued ?? r.Issued,
                    Page = imprint.Pages ?? r.Page,
                };
            default:
                if (isOfBook && r.ContainerTitle is null) return r with { ContainerTitle = element };
                found.Add(ReferenceFindings.NotUnderstood("source", element));
                return r;
        }
    }

    private static Reference WithBookTitle(Reference r, string element)
    {
        // In the author-date system pages can stand behind it: a conference has no publisher.
        var (rest, last) = AtLastColon(element);
        if (r.Page is null && last.Length is > 0 and <= 12 && char.IsAsciiDigit(last[0]) && last.All(c => char.IsAsciiDigit(c) || c is '-'))
            (element, r) = (rest, r with { Page = last });
        var (title, volume) = TitleAndVolume(element);
        return r with { ContainerTitle = title, Volume = volume ?? r.Volume };
    }

    /// <summary>书名: 卷次.</summary>
    private static (string Title, string? Volume) TitleAndVolume(string element)
    {
        var (title, volume) = AtLastColon(element);
        return volume.Length is > 0 and <= 12
            && (volume[0] is '第' or '卷' || volume[^1] is '卷' or '册' || volume.StartsWith("Vol", StringComparison.Ordinal) || volume.StartsWith("v.", StringComparison.Ordinal))
            ? (title, NumberOf(volume)) : (element, null);
    }

    private static (string Before, string Last) AtLastColon(string text)
    {
        var colon = Math.Max(text.LastIndexOf(": ", StringComparison.Ordinal), text.LastIndexOf('：'));
        return colon > 0 ? (text[..colon].Trim(), text[(colon + 1)..].Trim()) : (text, "");
    }

    /// <summary>卷 35, 第35卷, Vol. 35, v.35: 35.</summary>
    private static string NumberOf(string volume)
    {
        var number = volume.Replace("Vol. ", "", StringComparison.Ordinal).Replace("v.", "", StringComparison.Ordinal).Trim('第', '卷', ' ');
        return number.Length > 0 && number.All(char.IsAsciiDigit) ? number : volume;
    }

    private static bool IsTranslators(string element) =>
        element.Length <= 300 && (element.EndsWith('译') || element.EndsWith("trans", StringComparison.Ordinal)) && element.AsSpan().IndexOfAny(':', '：') < 0;

    private static List<ReferenceName> Translators(string element, List<ReferenceFinding> found) =>
        IsTranslators(element) ? GbNames.Of(element.EndsWith('译') && element.Length > 1 && element[^2] is not (' ' or ',' or '，') ? element[..^1] : element, found, reports: false) : [];

    private static bool IsEdition(string element) =>
        element.Length <= 40 && element.AsSpan().IndexOfAny(':', '：') < 0
        && (element.EndsWith('版') || element.EndsWith('本') || element.EndsWith(" ed", StringComparison.Ordinal) || element.StartsWith("Version", StringComparison.Ordinal));

    private static string EditionOf(string element)
    {
        var digits = element.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return digits is 1 or 2 && element[digits..].Trim() is "版" or "st ed" or "nd ed" or "rd ed" or "th ed" ? element[..digits]
            : element.StartsWith('第') && element.EndsWith('版') && element.AsSpan(1, element.Length - 2).IndexOfAnyExceptInRange('0', '9') < 0 && element.Length > 2 ? element[1..^1]
            : element.EndsWith(" ed", StringComparison.Ordinal) ? $"{element}." : element;
    }

    /// <summary>The parts between stops; the stop of an abbreviation or an initial parts nothing.</summary>
    private static List<string> Elements(string text)
    {
        var elements = new List<string>();
        var begin = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var isStop = text[at] is '．' or '。' || (text[at] == '.' && (at + 1 == text.Length || text[at + 1] is ' ' or '（' or '('
                || Scripts.IsHan(text[at + 1]) || (at > 0 && Scripts.IsHan(text[at - 1])))
                && !IsInitialWithStop(text, at));
            if (!isStop) continue;
            Add(text[begin..at]);
            begin = at + 1;
        }
        Add(text[begin..]);
        return elements;

        void Add(string element)
        {
            if (element.Trim() is { Length: > 0 } said && elements.Count < 40) elements.Add(said);
        }
    }

    /// <summary>"D.C." and "A. A. Balkema", but not "SODEMAN W A. Pathologic physiology": behind a family name initials have no stops.</summary>
    private static bool IsInitialWithStop(string text, int at)
    {
        if (at == 0 || !char.IsUpper(text[at - 1])) return false;
        if (at == 1 || text[at - 2] == '.') return true;
        return text[at - 2] == ' ' && (at == 2 || !char.IsLetterOrDigit(text[at - 3]));
    }

    /// <summary>A standard's, patent's or report's number stands behind the title, and in 2025 a standard's before it.</summary>
    private static (string Title, string? Number) TitleAndNumber(string title, string type)
    {
        if (type is not ("S" or "P" or "R")) return (title, null);
        var (before, last) = AtLastColon(title);
        if (IsNumber(last)) return (before, last);
        if (type != "S") return (title, null);
        // "GB/T 7714—2025 信息与文献": letters, a space, digits with a year, a space.
        var space = title.IndexOf(' ');
        var second = space > 0 ? title.IndexOf(' ', space + 1) : -1;
        return second > 0 && IsNumber(title[..second]) ? (title[(second + 1)..].Trim(), title[..second]) : (title, null);
    }

    private static bool IsNumber(string text) =>
        text.Length is >= 4 and <= 60 && text.Any(char.IsAsciiDigit) && !text.Any(Scripts.IsHan) && !HasWord(text)
        && text.Count(c => c == ' ') <= 2;

    /// <summary>Four small letters in a row are a word, and no part of a number.</summary>
    private static bool HasWord(string text)
    {
        var small = 0;
        foreach (var c in text)
            if ((small = char.IsAsciiLetterLower(c) ? small + 1 : 0) == 4) return true;
        return false;
    }

    private static string TypeOf(string code) => code switch
    {
        "M" or "G" or "K" => "book",
        "C" => "paper-conference",
        "N" => "article-newspaper",
        "J" => "article-journal",
        "D" => "thesis",
        "R" => "report",
        "S" => "standard",
        "P" => "patent",
        "CP" => "software",
        "EB" => "webpage",
        "CM" => "map",
        "DS" or "DB" => "dataset",
        "PP" => "article",
        "A" => "collection",
        _ => "document",
    };
}
