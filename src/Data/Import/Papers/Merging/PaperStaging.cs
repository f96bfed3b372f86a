using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using HomeroomGraph.Data.Papers;
using Npgsql;

namespace HomeroomGraph.Data.Import.Papers.Merging;

/// <summary>The good papers of a file in temporary tables of the session.</summary>
internal sealed class PaperStaging(NpgsqlConnection connection, CancellationToken cancel)
{
    private const string Tables =
        """
        discard temp;
        create temp table staged_paper (stored_id bigint, title_key text collate "C", first_author_key text collate "C", kind text,
            title text collate "C", language text collate "C", venue text collate "C", issn text collate "C", cn text collate "C",
            volume text collate "C", issue text collate "C", pages text collate "C", doi text collate "C", published_on date,
            published_precision text, abstract text, csl_type text collate "C", extra text, source_id text collate "C",
            first_author text collate "C", school_id bigint);
        create temp table staged_author (title_key text collate "C", first_author_key text collate "C", position smallint,
            name text collate "C", teacher_id bigint, affiliation text collate "C", external_id text collate "C");
        create temp table staged_keyword (title_key text collate "C", first_author_key text collate "C", position smallint,
            keyword text collate "C");
        """;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static async Task FillAsync(ImportWork work, IReadOnlyList<PaperEntry> papers)
    {
        var staging = new PaperStaging(work.Connection, work.Cancel);
        await staging.ExecuteAsync(Tables);
        await staging.CopyAsync("staged_paper", papers, p =>
        [
            p.StoredId, p.TitleKey, p.FirstAuthorKey, EnumText<PaperKind>.Of(p.Kind), p.Title, p.Language, p.Venue, p.Issn, p.Cn, p.Volume,
            p.Issue, p.Pages, p.PlainDoi, p.PublishedOn, EnumText<DatePrecision>.Of(p.Precision), p.Abstract, p.CslType,
            p.Extra?.ToJsonString(Readable), p.KeepsSourceId ? p.SourceId : null, p.Authors[0].Name, work.Request.SchoolId,
        ]);
        await staging.CopyAsync("staged_author", papers.SelectMany(p => p.Authors.Select((a, at) => (Paper: p, Author: a, At: at))), a =>
        [
            a.Paper.TitleKey, a.Paper.FirstAuthorKey, (short)(a.At + 1), a.Author.Name, a.Author.TeacherId, a.Author.Affiliation, a.Author.ExternalId,
        ]);
        await staging.CopyAsync("staged_keyword", papers.SelectMany(p => p.Keywords.Select((k, at) => (Paper: p, Keyword: k, At: at))),
            k => [k.Paper.TitleKey, k.Paper.FirstAuthorKey, (short)(k.At + 1), k.Keyword]);
        await staging.ExecuteAsync("analyze staged_paper; analyze staged_author; analyze staged_keyword");
    }

    /// <summary>Drops the session's temporary tables.</summary>
    public static async Task DropAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand("discard temp", connection);
        await command.ExecuteNonQueryAsync();
    }

    private async Task CopyAsync<T>(string table, IEnumerable<T> rows, Func<T, object?[]> values)
    {
        await using var copy = await connection.BeginBinaryImportAsync($"copy {table} from stdin (format binary)", cancel);
        foreach (var row in rows) await copy.WriteRowAsync(cancel, values(row));
        await copy.CompleteAsync(cancel);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancel);
    }
}
