using System.Text.Json;

namespace HomeroomGraph.Data.Papers.References;

/// <summary>A CSL-JSON item as a record. A field of a form that CSL-JSON doesn't know is as if it were not said.</summary>
public static class CslReference
{
    /// <param name="item">One item: an object. The record keeps it for what it has no field for, so its document must stay.</param>
    public static Reference Of(JsonElement item) => item.ValueKind != JsonValueKind.Object ? new() : new()
    {
        More = item,
        Id = Text(item, "id"),
        Type = Text(item, "type") ?? "document",
        Language = Text(item, "language"),
        Title = Text(item, "title"),
        ContainerTitle = Text(item, "container-title"),
        Volume = Text(item, "volume"),
        VolumeTitle = Text(item, "volume-title"),
        Issue = Text(item, "issue"),
        Number = Text(item, "number"),
        CallNumber = Text(item, "call-number"),
        Page = Text(item, "page"),
        Edition = Text(item, "edition"),
        Version = Text(item, "version"),
        Publisher = Text(item, "publisher"),
        PublisherPlace = Text(item, "publisher-place"),
        Archive = Text(item, "archive"),
        ArchivePlace = Text(item, "archive-place"),
        ArchiveLocation = Text(item, "archive_location"),
        EventTitle = Text(item, "event-title") ?? Text(item, "event"),
        Genre = Text(item, "genre"),
        Medium = Text(item, "medium"),
        Scale = Text(item, "scale"),
        Dimensions = Text(item, "dimensions"),
        Url = Text(item, "URL"),
        Doi = Text(item, "DOI"),
        Cstr = Text(item, "CSTR"),
        Issn = Text(item, "ISSN"),
        Isbn = Text(item, "ISBN"),
        Abstract = Text(item, "abstract"),
        Keywords = Text(item, "keyword") is { } keywords ? KeywordsOf(keywords) : [],
        Authors = Names(item, "author"),
        Editors = Names(item, "editor"),
        Translators = Names(item, "translator"),
        ContainerAuthors = Names(item, "container-author"),
        CollectionEditors = Names(item, "collection-editor"),
        EditorialDirectors = Names(item, "editorial-director"),
        Compilers = Names(item, "compiler"),
        Composers = Names(item, "composer"),
        Illustrators = Names(item, "illustrator"),
        Directors = Names(item, "director"),
        Hosts = Names(item, "host"),
        Issued = CslDate.Of(item, "issued"),
        Accessed = CslDate.Of(item, "accessed"),
        Available = CslDate.Of(item, "available-date"),
        Note = Text(item, "note"),
    };

    internal static IReadOnlyList<string> KeywordsOf(string text) =>
        text.Split([',', ';', '，', '；', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    internal static string? Text(JsonElement item, string field)
    {
        if (!item.TryGetProperty(field, out var value)) return null;
        // Crossref gives titles as a list.
        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0) value = value[0];
        return value.ValueKind switch
        {
            JsonValueKind.String => CslText(value),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
    }

    internal static IReadOnlyList<ReferenceName> Names(JsonElement item, string field)
    {
        if (!item.TryGetProperty(field, out var list) || list.ValueKind != JsonValueKind.Array) return [];
        var names = new List<ReferenceName>(list.GetArrayLength());
        foreach (var entry in list.EnumerateArray())
            if (entry.ValueKind == JsonValueKind.Object && Name(entry) is { Printed.Length: > 0 } name) names.Add(name);
        return names;
    }

    private static ReferenceName Name(JsonElement name) => new()
    {
        // Crossref has a body's name as "name".
        Literal = Text(name, "literal") ?? Text(name, "name"),
        Family = Text(name, "family"),
        Given = Text(name, "given"),
        DroppingParticle = Text(name, "dropping-particle"),
        NonDroppingParticle = Text(name, "non-dropping-particle"),
        Suffix = Text(name, "suffix"),
        HasCommaBeforeSuffix = name.TryGetProperty("comma-suffix", out var comma) && comma.ValueKind is JsonValueKind.True or JsonValueKind.Number,
        Orcid = Text(name, "ORCID"),
    };

    /// <summary>Half a surrogate is no text that could be given on.</summary>
    private static string? CslText(JsonElement value)
    {
        try
        {
            return value.GetString() is { } text && text.AsSpan().Trim() is { Length: > 0 } ? text.Trim().Replace("\0", "", StringComparison.Ordinal) : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
