using HomeroomGraph.Data.Organisation;
using Npgsql;

namespace HomeroomGraph.Data.Import.OneRoster.Merging;

/// <summary>
/// The good rows of a bundle in temporary tables of the session, copied there before anything is stored. Rows point to one
/// another by sourcedId, which every stored record has by the time it is pointed to.
/// </summary>
internal sealed class Staging(NpgsqlConnection connection, CancellationToken cancel)
{
    private const string Tables =
        """
        discard temp;
        create temp table staged_school_year (stored_id bigint, source_id text collate "C", name text collate "C",
            starts_on date, ends_on date);
        create temp table staged_semester (stored_id bigint, source_id text collate "C", year_source_id text collate "C",
            number smallint, name text collate "C", starts_on date, ends_on date, first_week_starts_on date);
        create temp table staged_school (stored_id bigint, source_id text collate "C", code text collate "C",
            name text collate "C", pinyin text collate "C", stage text);
        create temp table staged_teacher (stored_id bigint, source_id text collate "C", staff_number text collate "C",
            name text collate "C", pinyin text collate "C");
        create temp table staged_employment (stored_id bigint, source_id text collate "C", teacher_source_id text collate "C",
            school_source_id text collate "C", starts_on date, starts_at_least_on date, ends_on date, is_primary boolean);
        create temp table staged_class (stored_id bigint, source_id text collate "C", school_source_id text collate "C",
            year_source_id text collate "C", section text, entry_year integer, grade smallint, number smallint, name text collate "C",
            school_id bigint, school_year_id bigint, cohort_id bigint);
        create temp table staged_appointment (source_id text collate "C", school_source_id text collate "C",
            class_source_id text collate "C", teacher_source_id text collate "C", starts_on date, ends_on date);
        create temp table superseded (kind text, stored_id bigint, ends_on date);
        create temp table withdrawn (kind text, stored_id bigint, source_id text collate "C", ends_on date);
        """;

    public int Rows { get; private set; }

    public static async Task<Staging> FillAsync(
        NpgsqlConnection connection, Roster roster, StoredDistrict stored, DateOnly today, CancellationToken cancel)
    {
        var staging = new Staging(connection, cancel);
        await staging.ExecuteAsync(Tables);
        await staging.CopySessionsAsync(roster);
        await staging.CopySchoolsAsync(roster);
        await staging.CopyTeachersAsync(roster);
        await staging.CopyEmploymentsAsync(roster, today);
        await staging.CopyClassesAsync(roster);
        await staging.CopyAppointmentsAsync(roster);
        await staging.CopySupersededAsync(roster, stored, today);
        await staging.CopyWithdrawnAsync(roster, today);
        await staging.ExecuteAsync(
            "analyze staged_school; analyze staged_teacher; analyze staged_employment; analyze staged_class; analyze staged_appointment");
        return staging;
    }

    /// <summary>Drops the session's temporary tables.</summary>
    public static async Task DropAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand("discard temp", connection);
        await command.ExecuteNonQueryAsync();
    }

    private async Task CopySessionsAsync(Roster roster)
    {
        await CopyAsync("staged_school_year", Present(roster.Sessions).Where(s => s.IsSchoolYear),
            s => [s.StoredId, s.SourcedId, s.Title, s.Start, s.End]);
        await CopyAsync("staged_semester", Present(roster.Sessions).Where(s => s.IsSemester),
            s => [s.StoredId, s.SourcedId, s.Year!.SourcedId, s.SemesterNumber, s.Title, s.Start, s.End, MondayOf(s.Start!.Value)]);
    }

    private Task CopySchoolsAsync(Roster roster) => CopyAsync("staged_school", Present(roster.Orgs).Where(o => o.IsSchool),
        o => [o.StoredId, o.SourcedId, o.Identifier, o.Name, Pinyin.OfText(o.Name!), EnumText<SchoolStage>.Of(o.Stage!.Value)]);

    private Task CopyTeachersAsync(Roster roster) => CopyAsync("staged_teacher", Present(roster.Users),
        u => [u.StoredId, u.SourcedId, u.StaffNumber, u.FullName, Pinyin.OfName(u.FullName)]);

    private Task CopyEmploymentsAsync(Roster roster, DateOnly today)
    {
        var beginning = BeginningOf(roster, today);
        return CopyAsync("staged_employment", Present(roster.Roles).Where(r => !r.IsCovered), r =>
        [
            r.StoredId, r.SourcedId, r.UserSourcedId, r.OrgSourcedId, r.Begin,
            r.End <= beginning ? r.End?.AddDays(-1) : beginning, r.End, r.IsPrimary,
        ]);
    }

    private const string ClassColumns =
        "(stored_id, source_id, school_source_id, year_source_id, section, entry_year, grade, number, name)";

    private Task CopyClassesAsync(Roster roster) => CopyAsync($"staged_class {ClassColumns}", Present(roster.Classes), c =>
    [
        c.StoredId, c.SourcedId, c.SchoolSourcedId, c.Year!.SourcedId, EnumText<SchoolSection>.Of(c.Cohort.Section),
        c.Cohort.EntryYear, c.Grade, c.Number, c.Title,
    ]);

    private Task CopyAppointmentsAsync(Roster roster) => CopyAsync("staged_appointment", Present(roster.Enrollments),
        e => [e.SourcedId, e.SchoolSourcedId, e.ClassSourcedId, e.UserSourcedId, e.StartsOn, e.EndsOn]);

    private Task CopySupersededAsync(Roster roster, StoredDistrict stored, DateOnly today)
    {
        var employments = Present(roster.Roles).Where(r => !r.IsCovered).SelectMany(r => stored.SupersededBy(r)
            .Select(e => (Kind: nameof(RecordKind.Employment), e.Id, End: r.Begin ?? BeginningOf(roster, today))));
        var appointments = Present(roster.Enrollments).SelectMany(row => stored.SupersededBy(row)
            .Select(a => (Kind: nameof(RecordKind.Appointment), a.Id, End: row.StartsOn)));
        var earliest = employments.Concat(appointments).GroupBy(s => (s.Kind, s.Id)).Select(g => g.MinBy(s => s.End));
        return CopyAsync("superseded", earliest, s => [s.Kind, s.Id, s.End]);
    }

    private Task CopyWithdrawnAsync(Roster roster, DateOnly today) => CopyAsync("withdrawn",
        roster.Rows.Where(r => r is { IsGood: true, IsWithdrawn: true, Kind: not null }),
        r => [r.Kind.ToString(), r.StoredId, r.SourcedId, today]);

    /// <summary>When a source does not say since when somebody is employed: since the bundle's first school year.</summary>
    private static DateOnly BeginningOf(Roster roster, DateOnly today) =>
        Present(roster.Sessions).Where(s => s.IsSchoolYear).Min(s => s.Start) ?? today;

    private static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static IEnumerable<TRow> Present<TRow>(RowSet<TRow> rows) where TRow : RosterRow => rows.Good.Where(r => !r.IsWithdrawn);

    private async Task CopyAsync<TRow>(string table, IEnumerable<TRow> rows, Func<TRow, object?[]> values)
    {
        await using var copy = await connection.BeginBinaryImportAsync($"copy {table} from stdin (format binary)", cancel);
        foreach (var row in rows)
        {
            await copy.WriteRowAsync(cancel, values(row));
            Rows++;
        }
        await copy.CompleteAsync(cancel);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancel);
    }
}
