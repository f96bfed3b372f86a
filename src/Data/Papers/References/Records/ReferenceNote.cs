namespace HomeroomGraph.Data.Papers.References;

/// <summary>
/// Fields in the first lines of a note, one <c>name: value</c> each, as Zotero writes those that it has no place for. The first line may be
/// words; the first other line that names no field ends them. They complete the record; type and dates replace what it says.
/// </summary>
internal static class ReferenceNote
{
    /// <summary>The record with the fields that its note says.</summary>
    public static Reference Applied(Reference reference)
    {
        if (reference.Note is not { } note || !note.Contains(':')) return reference;
        var isFirst = true;
        var names = new Dictionary<string, List<ReferenceName>>();
        foreach (var line in note.AsSpan().EnumerateLines())
        {
            if (FieldOf(line) is var (field, value))
            {
                if (NameOf(field) is not null)
                    (names.TryGetValue(field, out var list) ? list : names[field] = []).Add(CslName(value));
                else
                    reference = With(reference, field, value);
            }
            else if (!isFirst && !line.IsWhiteSpace())
            {
                break;
            }
            isFirst = false;
        }
        foreach (var (field, list) in names) reference = With(reference, field, list);
        return reference;
    }

    private static (string Field, string Value)? FieldOf(ReadOnlySpan<char> line)
    {
        var colon = line.IndexOf(':');
        if (colon <= 0) return null;
        var name = line[..colon];
        var isField = name.IndexOfAnyExceptInRange('A', 'Z') < 0 || name.ToString().All(c => c is '-' or '_' or >= 'a' and <= 'z');
        var value = line[(colon + 1)..].Trim();
        return isField && value.Length > 0 && !value.Contains('}') ? (name.ToString(), value.ToString()) : null;
    }

    private static ReferenceName CslName(string value)
    {
        var parts = value.Split("||", StringSplitOptions.TrimEntries);
        return parts.Length == 2 ? new() { Family = parts[0], Given = parts[1] } : ReferenceName.Of(value);
    }

    private static Reference With(Reference r, string field, string value) => field switch
    {
        "type" => r with { Type = value },
        "issued" => r with { Issued = DateText.Read(value) },
        "accessed" => r with { Accessed = DateText.Read(value) },
        "available-date" => r with { Available = DateText.Read(value) },
        "title" => r with { Title = r.Title ?? value },
        "container-title" => r with { ContainerTitle = r.ContainerTitle ?? value },
        "volume" => r with { Volume = r.Volume ?? value },
        "volume-title" => r with { VolumeTitle = r.VolumeTitle ?? value },
        "issue" => r with { Issue = r.Issue ?? value },
        "number" => r with { Number = r.Number ?? value },
        "call-number" => r with { CallNumber = r.CallNumber ?? value },
        "page" => r with { Page = r.Page ?? value },
        "edition" => r with { Edition = r.Edition ?? value },
        "version" => r with { Version = r.Version ?? value },
        "publisher" => r with { Publisher = r.Publisher ?? value },
        "publisher-place" => r with { PublisherPlace = r.PublisherPlace ?? value },
        "archive" => r with { Archive = r.Archive ?? value },
        "archive-place" => r with { ArchivePlace = r.ArchivePlace ?? value },
        "archive_location" => r with { ArchiveLocation = r.ArchiveLocation ?? value },
        "event-title" or "event" => r with { EventTitle = r.EventTitle ?? value },
        "genre" => r with { Genre = r.Genre ?? value },
        "medium" => r with { Medium = r.Medium ?? value },
        "scale" => r with { Scale = r.Scale ?? value },
        "dimensions" => r with { Dimensions = r.Dimensions ?? value },
        "URL" => r with { Url = r.Url ?? value },
        "DOI" => r with { Doi = r.Doi ?? value },
        "CSTR" => r with { Cstr = r.Cstr ?? value },
        "ISSN" => r with { Issn = r.Issn ?? value },
        "ISBN" => r with { Isbn = r.Isbn ?? value },
        "language" => r with { Language = r.Language ?? value },
        _ => r,
    };

    private static string? NameOf(string field) => field is "author" or "editor" or "translator" or "container-author" or "collection-editor"
        or "editorial-director" or "compiler" or "composer" or "illustrator" or "director" or "host" ? field : null;

    private static Reference With(Reference r, string field, IReadOnlyList<ReferenceName> names) => field switch
    {
        "author" when r.Authors.Count == 0 => r with { Authors = names },
        "editor" when r.Editors.Count == 0 => r with { Editors = names },
        "translator" when r.Translators.Count == 0 => r with { Translators = names },
        "container-author" when r.ContainerAuthors.Count == 0 => r with { ContainerAuthors = names },
        "collection-editor" when r.CollectionEditors.Count == 0 => r with { CollectionEditors = names },
        "editorial-director" when r.EditorialDirectors.Count == 0 => r with { EditorialDirectors = names },
        "compiler" when r.Compilers.Count == 0 => r with { Compilers = names },
        "composer" when r.Composers.Count == 0 => r with { Composers = names },
        "illustrator" when r.Illustrators.Count == 0 => r with { Illustrators = names },
        "director" when r.Directors.Count == 0 => r with { Directors = names },
        "host" when r.Hosts.Count == 0 => r with { Hosts = names },
        _ => r,
    };
}
