using HomeroomGraph.Data.Organisation;
using Npgsql;

namespace HomeroomGraph.Data.Import.Rolls.Merging;

/// <summary>The good rows of a roll in temporary tables of the session.</summary>
internal sealed class RollStaging(NpgsqlConnection connection, CancellationToken cancel)
{
    private const int MonthsOfAYear = 12;

    private const string Tables =
        """
        discard temp;
        create temp table staged_entry (teacher_id bigint, gender text, status text, started_work_on date, earlier_months integer);
        create temp table staged_subject (teacher_id bigint, code text collate "C", name text collate "C");
        create temp table staged_title (teacher_id bigint, stored_id bigint, title text, starts_on date);
        create temp table ended_title (stored_id bigint, ends_on date);
        """;

    public static async Task<int> FillAsync(ImportWork work, IReadOnlyList<RollRow> rows, StoredStaff staff)
    {
        var staging = new RollStaging(work.Connection, work.Cancel);
        await staging.ExecuteAsync(Tables);
        await staging.CopyAsync("staged_entry", rows, r =>
        [
            r.Teacher!.Id, r.Gender is { } gender ? EnumText<Gender>.Of(gender) : null, r.Status is { } status ? EnumText<TeacherStatus>.Of(status) : null,
            r.StartedWorkOn, r.HomeroomMonths is { } months ? Math.Max(0, months - r.Teacher.MonthsServed) : null,
        ]);
        await staging.CopyAsync(
            "staged_subject", rows.SelectMany(r => r.Subjects.Select(s => (r.Teacher!.Id, Subject: staff.Subject(s)!.Value))).Distinct(),
            s => [s.Id, s.Subject.Code, s.Subject.Name]);
        var titles = rows.Where(r => r.Title is not null).Select(r => TitleMove.Of(r, staff.YearStart)).OfType<TitleMove>().ToList();
        await staging.CopyAsync("staged_title", titles, m => [m.TeacherId, m.StoredId, EnumText<ProfessionalTitle>.Of(m.Title), m.StartsOn]);
        await staging.CopyAsync("ended_title", titles.Where(m => m.EndedId is not null), m => [m.EndedId, m.StartsOn]);
        await staging.ExecuteAsync("analyze staged_entry; analyze staged_subject; analyze staged_title; analyze ended_title");
        return rows.Count;
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
