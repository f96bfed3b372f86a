using Npgsql;
using NpgsqlTypes;

namespace HomeroomGraph.Data.Import.Papers;

/// <summary>A paper that the district has.</summary>
internal sealed record StoredPaper(
    long Id, string Title, string TitleKey, string? FirstAuthorKey, string? Doi, string? SourceId, bool IsImported,
    bool HasNoPlaceInPrint, bool IsBothForms, DateOnly PublishedOn);

/// <summary>The papers and teachers of a district, as far as a file can meet them.</summary>
internal sealed class StoredPapers
{
    private readonly Dictionary<string, StoredPaper> byDoi = [], bySource = [];
    private readonly Dictionary<(string Title, string? Author), StoredPaper> byTitle = [];
    private readonly Dictionary<string, (long Id, string Name)> teachers = [];

    public StoredPaper? OfDoi(string? doi) => doi is null ? null : byDoi.GetValueOrDefault(doi);

    public StoredPaper? OfTitle(PaperEntry entry) => byTitle.GetValueOrDefault((entry.TitleKey, entry.FirstAuthorKey));

    public StoredPaper? OfSource(string? sourceId) => sourceId is null ? null : bySource.GetValueOrDefault(sourceId);

    public (long Id, string Name)? Teacher(string staffNumber) => teachers.TryGetValue(staffNumber, out var teacher) ? teacher : null;

    public static async Task<StoredPapers> ReadAsync(ImportWork work)
    {
        var stored = new StoredPapers();
        await using (var papers = new NpgsqlCommand(
            """
            select paper_id, title, title_key, first_author_key, doi, source_id, source = 'import', num_nonnulls(volume, issue, pages) = 0,
                   coalesce(extra -> 'custom' ? 'online-first', false), published_on
            from homeroom.paper where district_id = $1
            """,
            work.Connection) { Parameters = { new() { Value = work.District.DistrictId } } })
        await using (var row = await papers.ExecuteReaderAsync(work.Cancel))
            while (await row.ReadAsync(work.Cancel))
                stored.Add(new(row.GetInt64(0), row.GetString(1), row.GetString(2), Text(row, 3), Text(row, 4), Text(row, 5), row.GetBoolean(6),
                    row.GetBoolean(7), row.GetBoolean(8), row.GetFieldValue<DateOnly>(9)));
        await using var people = new NpgsqlCommand("select staff_number, teacher_id, name from homeroom.teacher where district_id = $1", work.Connection)
        { Parameters = { new() { Value = work.District.DistrictId } } };
        await using var person = await people.ExecuteReaderAsync(work.Cancel);
        while (await person.ReadAsync(work.Cancel)) stored.teachers[person.GetString(0)] = (person.GetInt64(1), person.GetString(2));
        return stored;
    }

    /// <summary>Asks the database what it will compare the papers by: its rules for that are its own.</summary>
    public static async Task FillKeysAsync(ImportWork work, IReadOnlyList<PaperEntry> entries)
    {
        await using var command = new NpgsqlCommand(
            """
            select homeroom.match_key(title), left(homeroom.match_key(author), 200), homeroom.plain_doi(doi)
            from unnest($1, $2, $3) with ordinality as entry (title, author, doi, place) order by place
            """, work.Connection);
        command.Parameters.Add(Texts(entries.Select(e => (string?)e.Title)));
        command.Parameters.Add(Texts(entries.Select(e => (string?)e.Authors[0].Name)));
        command.Parameters.Add(Texts(entries.Select(e => e.Doi)));
        await using var row = await command.ExecuteReaderAsync(work.Cancel);
        foreach (var entry in entries)
        {
            await row.ReadAsync(work.Cancel);
            (entry.TitleKey, entry.FirstAuthorKey, entry.PlainDoi) = (row.GetString(0), row.GetString(1), Text(row, 2));
        }
    }

    private static NpgsqlParameter Texts(IEnumerable<string?> values) =>
        new() { Value = values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };

    private void Add(StoredPaper paper)
    {
        byTitle[(paper.TitleKey, paper.FirstAuthorKey)] = paper;
        if (paper.Doi is not null) byDoi[paper.Doi] = paper;
        if (paper.SourceId is not null) bySource[paper.SourceId] = paper;
    }

    private static string? Text(NpgsqlDataReader row, int at) => row.IsDBNull(at) ? null : row.GetString(at);
}
