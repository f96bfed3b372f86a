using System.Text.Json.Nodes;
using HomeroomGraph.Data.Papers;
using Npgsql;

namespace HomeroomGraph.Data.Import.Papers;

/// <summary>Stored papers as a file would have them: those of which a file has another form of the same article.</summary>
internal static class StoredForms
{
    public static async Task<Dictionary<long, PaperEntry>> ReadAsync(ImportWork work, IEnumerable<long> ids)
    {
        var forms = new Dictionary<long, PaperEntry>();
        await using var command = new NpgsqlCommand(
            """
            select p.paper_id, p.title, p.title_key, p.first_author_key, p.kind, p.csl_type, p.language, p.venue, p.issn, p.cn, p.volume, p.issue,
                   p.pages, p.doi, p.published_on, p.published_precision, p.abstract, p.extra::text, p.source_id,
                   array(select a.name from homeroom.paper_author a where (a.district_id, a.paper_id) = (p.district_id, p.paper_id) order by a.position),
                   array(select k.keyword from homeroom.paper_keyword k where (k.district_id, k.paper_id) = (p.district_id, p.paper_id) order by k.position)
            from homeroom.paper p where p.district_id = $1 and p.paper_id = any ($2)
            """, work.Connection);
        command.Parameters.Add(new() { Value = work.District.DistrictId });
        command.Parameters.Add(new() { Value = ids.Distinct().ToArray() });
        await using var row = await command.ExecuteReaderAsync(work.Cancel);
        while (await row.ReadAsync(work.Cancel)) forms[row.GetInt64(0)] = FormOf(row);
        return forms;
    }

    private static PaperEntry FormOf(NpgsqlDataReader row)
    {
        string? Text(int at) => row.IsDBNull(at) ? null : row.GetString(at);
        return new()
        {
            File = "",
            Line = 0,
            Title = row.GetString(1),
            TitleKey = row.GetString(2),
            FirstAuthorKey = Text(3) ?? "",
            Kind = EnumText<PaperKind>.Parse(row.GetString(4)),
            CslType = row.GetString(5),
            Language = row.GetString(6),
            Venue = Text(7),
            Issn = Text(8),
            Cn = Text(9),
            Volume = Text(10),
            Issue = Text(11),
            Pages = Text(12),
            Doi = Text(13),
            PlainDoi = Text(13),
            PublishedOn = row.GetFieldValue<DateOnly>(14),
            Precision = EnumText<DatePrecision>.Parse(row.GetString(15)),
            Abstract = Text(16),
            Extra = Text(17) is { } extra ? JsonNode.Parse(extra) as JsonObject : null,
            SourceId = Text(18),
            Authors = [.. row.GetFieldValue<string[]>(19).Select(name => new AuthorEntry(name))],
            Keywords = row.GetFieldValue<string[]>(20),
        };
    }
}
