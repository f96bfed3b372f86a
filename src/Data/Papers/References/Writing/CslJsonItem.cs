using System.Text.Json;

namespace HomeroomGraph.Data.Papers.References;

/// <summary>
/// A record as a CSL-JSON item: what came from CSL-JSON goes out as it came, fields that we don't know with it; only what a paper has columns for is
/// written from the record. A note's fields stay in the note.
/// </summary>
/// <remarks>Source: CSL-JSON, csl-data.json of schema 1.0.</remarks>
internal static class CslJsonItem
{
    private static readonly string[] FromRecord =
        ["id", "type", "language", "title", "container-title", "volume", "issue", "page", "DOI", "ISSN", "abstract", "keyword", "author", "issued"];

    public static void Write(Utf8JsonWriter json, Reference r)
    {
        json.WriteStartObject();
        Text(json, "id", r.Id ?? "");
        Text(json, "type", r.Type);
        Text(json, "language", r.Language);
        Text(json, "title", r.Title);
        Names(json, "author", r.Authors);
        Text(json, "container-title", r.ContainerTitle);
        Text(json, "volume", r.Volume);
        Text(json, "issue", r.Issue);
        Text(json, "page", r.Page);
        Text(json, "DOI", r.Doi);
        Text(json, "ISSN", r.Issn);
        Issued(json, r);
        Text(json, "abstract", r.Abstract);
        if (r.Keywords.Count > 0) json.WriteString("keyword", string.Join(", ", r.Keywords));
        if (r.More is { ValueKind: JsonValueKind.Object } more) Rest(json, more);
        else WriteOthers(json, r);
        json.WriteEndObject();
    }

    /// <summary>As it came, if it is still that date: it may have a season or words besides.</summary>
    private static void Issued(Utf8JsonWriter json, Reference r)
    {
        if (r.Issued is null) return;
        if (r.More is { ValueKind: JsonValueKind.Object } more && CslDate.Of(more, "issued") == r.Issued)
        {
            json.WritePropertyName("issued");
            more.GetProperty("issued").WriteTo(json);
        }
        else
        {
            Date(json, "issued", r.Issued);
        }
    }

    private static void Rest(Utf8JsonWriter json, JsonElement more)
    {
        foreach (var field in more.EnumerateObject())
            if (!FromRecord.Contains(field.Name)) field.WriteTo(json);
    }

    private static void WriteOthers(Utf8JsonWriter json, Reference r)
    {
        Names(json, "editor", r.Editors);
        Names(json, "translator", r.Translators);
        Names(json, "container-author", r.ContainerAuthors);
        Names(json, "collection-editor", r.CollectionEditors);
        Names(json, "editorial-director", r.EditorialDirectors);
        Names(json, "compiler", r.Compilers);
        Names(json, "composer", r.Composers);
        Names(json, "illustrator", r.Illustrators);
        Names(json, "director", r.Directors);
        Names(json, "host", r.Hosts);
        Text(json, "volume-title", r.VolumeTitle);
        Text(json, "number", r.Number);
        Text(json, "call-number", r.CallNumber);
        Text(json, "edition", r.Edition);
        Text(json, "version", r.Version);
        Text(json, "publisher", r.Publisher);
        Text(json, "publisher-place", r.PublisherPlace);
        Text(json, "archive", r.Archive);
        Text(json, "archive-place", r.ArchivePlace);
        Text(json, "archive_location", r.ArchiveLocation);
        Text(json, "event-title", r.EventTitle);
        Text(json, "genre", r.Genre);
        Text(json, "medium", r.Medium);
        Text(json, "scale", r.Scale);
        Text(json, "dimensions", r.Dimensions);
        Text(json, "URL", r.Url);
        Text(json, "ISBN", r.Isbn);
        Text(json, "CSTR", r.Cstr);
        Date(json, "accessed", r.Accessed);
        Date(json, "available-date", r.Available);
        Text(json, "note", r.Note);
    }

    private static void Text(Utf8JsonWriter json, string field, string? text)
    {
        if (text is not null) json.WriteString(field, text);
    }

    private static void Names(Utf8JsonWriter json, string field, IReadOnlyList<ReferenceName> names)
    {
        if (names.Count == 0) return;
        json.WriteStartArray(field);
        foreach (var name in names)
        {
            json.WriteStartObject();
            Text(json, "literal", name.Literal);
            Text(json, "family", name.Family);
            Text(json, "given", name.Given);
            Text(json, "dropping-particle", name.DroppingParticle);
            Text(json, "non-dropping-particle", name.NonDroppingParticle);
            Text(json, "suffix", name.Suffix);
            if (name.HasCommaBeforeSuffix) json.WriteBoolean("comma-suffix", true);
            Text(json, "ORCID", name.Orcid);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Date(Utf8JsonWriter json, string field, ReferenceDate? date)
    {
        if (date is null) return;
        json.WriteStartObject(field);
        if (date.From is { } from)
        {
            json.WriteStartArray("date-parts");
            Day(json, from);
            if (date.To is { } to) Day(json, to);
            json.WriteEndArray();
        }
        if (date.IsEstimated) json.WriteBoolean("circa", true);
        Text(json, "literal", date.Literal);
        json.WriteEndObject();
    }

    private static void Day(Utf8JsonWriter json, ReferenceDay day)
    {
        json.WriteStartArray();
        json.WriteNumberValue(day.Year);
        if (day.Month > 0) json.WriteNumberValue(day.Month);
        if (day.Day > 0) json.WriteNumberValue(day.Day);
        json.WriteEndArray();
    }
}
