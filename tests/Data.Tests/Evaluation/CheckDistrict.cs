using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Data.Tests.Evaluation;

/// <summary>A small district with a semester and a scheme in use: two rounds, of 50 and 100 marks.</summary>
internal sealed class CheckDistrict(NpgsqlDataSource writer)
{
    /// <summary>Five items of ten marks are checked in both rounds, five more in the second only.</summary>
    public const int Items = 10;

    public required SmallDistrict Small { get; init; }
    public long Semester { get; private init; }
    public long Scheme { get; private init; }
    public long[] Rounds { get; private init; } = [];
    public long[] ItemIds { get; private init; } = [];

    public int Id => Small.Id;
    public long School => Small.School;

    public static async Task<CheckDistrict> CreateAsync(NpgsqlDataSource writer, bool inUse = true)
    {
        var small = await SmallDistrict.CreateAsync(writer);
        var semester = await writer.ScalarAsync<long>(
            """
            insert into homeroom.semester (district_id, school_year_id, number, name, starts_on, ends_on, first_week_starts_on)
            values ($1, $2, 1, 'S1', '2026-09-01', '2027-01-23', '2026-08-31') returning semester_id
            """, small.Id, small.SchoolYear);
        var scheme = await writer.ScalarAsync<long>(
            """
            insert into homeroom.evaluation_scheme (district_id, school_id, school_year_id, name) values ($1, $2, $3, 'V')
            returning evaluation_scheme_id
            """, small.Id, small.School, small.SchoolYear);
        var rounds = await writer.ColumnAsync<long>(
            """
            insert into homeroom.check_round (district_id, evaluation_scheme_id, name, position)
            select $1, $2, 'R' || n, n from generate_series(1, 2) n returning check_round_id
            """, small.Id, scheme);
        var items = await writer.ColumnAsync<long>(
            """
            insert into homeroom.check_item (district_id, evaluation_scheme_id, check_round_id, kind, code, name, position, full_marks)
            select $1, $2, case when n > 5 then $3 end, 'hygiene', 'H' || n, 'H' || n, n, 10 from generate_series(1, 10) n
            returning check_item_id
            """, small.Id, scheme, rounds[1]);
        if (inUse)
            await writer.ExecuteAsync("update homeroom.evaluation_scheme set state = 'in_use' where evaluation_scheme_id = $1", scheme);
        return new(writer) { Small = small, Semester = semester, Scheme = scheme, Rounds = [.. rounds], ItemIds = [.. items] };
    }

    /// <summary>More classes at the school.</summary>
    public async Task<long[]> AddClassesAsync(short grade, int count) =>
        [.. await writer.ColumnAsync<long>(
            """
            insert into homeroom.class (district_id, school_id, school_year_id, cohort_id, grade, number, name)
            select $1, $2, $3, $4, $5, 100 + n, 'G' || $5 || n from generate_series(1, $6) n returning class_id
            """, Id, School, Small.SchoolYear, Small.Cohort, grade, count)];

    public const string SheetSql = """
        insert into homeroom.check_sheet (district_id, school_id, semester_id, class_id, evaluation_scheme_id, check_round_id, day, entered_by, entered_at)
        values ($1, $2, $3, $4, $5, $6, $7::text::date, 'office', '2026-09-01 08:00+08') returning check_sheet_id
        """;

    public object[] Sheet(long schoolClass, int round, string day) =>
        [Id, School, Semester, schoolClass, Scheme, Rounds[round], day];

    /// <summary>Enters a sheet with lines: the place of the item and its points.</summary>
    public async Task<long> EnterAsync(long schoolClass, int round, string day, params (int Item, decimal Points)[] lines)
    {
        await using var connection = await writer.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using var enter = Command(connection, SheetSql, Sheet(schoolClass, round, day));
        var sheet = (long)(await enter.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
        if (lines.Length > 0)
            await ExecuteAsync(connection, LinesSql, Lines(sheet, lines));
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
        return sheet;
    }

    /// <summary>Adds lines to a sheet: 3 is the array of items, 4 of points.</summary>
    public const string LinesSql = """
        insert into homeroom.check_line (district_id, school_id, starting_year, check_sheet_id, check_item_id, points)
        select s.district_id, s.school_id, s.starting_year, s.check_sheet_id, l.item, l.points
        from homeroom.check_sheet s, unnest($3::bigint[], $4::numeric[]) l (item, points) where s.district_id = $1 and s.check_sheet_id = $2
        """;

    public object[] Lines(long sheet, params (int Item, decimal Points)[] lines) =>
        [Id, sheet, lines.Select(line => ItemIds[line.Item]).ToArray(), lines.Select(line => line.Points).ToArray()];

    /// <summary>Corrects a sheet by a statement, in one transaction.</summary>
    public async Task CorrectAsync(long sheet, string sql, params object[] parameters)
    {
        await using var connection = await writer.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await ExecuteAsync(connection, CorrectionSql, Id, School, sheet);
        await ExecuteAsync(connection, sql, parameters);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
    }

    public const string CorrectionSql = """
        insert into homeroom.check_correction (district_id, school_id, check_sheet_id, reason, corrected_by, corrected_at)
        values ($1, $2, $3, 'miscounted', 'the office', '2026-09-02 08:00+08')
        """;

    public Task<decimal> TotalAsync(long sheet) =>
        writer.ScalarAsync<decimal>("select total from homeroom.check_sheet where check_sheet_id = $1", sheet);

    public static async Task ExecuteAsync(NpgsqlConnection connection, string sql, params object[] parameters)
    {
        await using var command = Command(connection, sql, parameters);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, object[] parameters)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in parameters)
            command.Parameters.Add(new() { Value = value });
        return command;
    }
}
