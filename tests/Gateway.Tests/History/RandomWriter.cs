using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace HomeroomGraph.Gateway.Tests.History;

/// <summary>Writes transactions by chance, of one to three changes each: rows come, change, get other keys, move between schools and go, and what belongs
/// to them does. Between the changes and the end there are pauses, some long; one in ten is taken back.</summary>
internal sealed class RandomWriter(FeedDistrict district, int seed)
{
    // Each changes one row that is chosen by $3 (a number from 0 on) among those that are there, if there is one; $1 district, $2 a school or null.
    private static readonly string[] Changes =
    [
        """
        with p as (insert into homeroom.paper (district_id, school_id, kind, title, published_on, first_author, doi)
                   values ($1, $2, 'paper', $4, '2026-10-01', '甲', case when $3 % 2 = 0 then '10.1000/' || $4 end) returning paper_id),
             k as (insert into homeroom.paper_keyword (district_id, paper_id, position, keyword) select $1, paper_id, 1, $4 from p)
        insert into homeroom.paper_author (district_id, paper_id, position, name) select $1, paper_id, 1, '甲' from p
        """,
        "update homeroom.paper set title = $4 where paper_id = " + AnyOf("paper"),
        "update homeroom.paper set title = $4 where paper_id = " + AnyOf("paper"),
        "update homeroom.paper set doi = case when $3 % 3 = 0 then null else '10.1000/' || $4 end where paper_id = " + AnyOf("paper"),
        "update homeroom.paper set school_id = $2 where paper_id = " + AnyOf("paper"),
        "update homeroom.paper set school_id = $2, title = $4 where paper_id = " + AnyOf("paper"),
        "delete from homeroom.paper where paper_id = " + AnyOf("paper"),
        """
        insert into homeroom.paper_author (district_id, paper_id, position, name)
        select $1, p, 1 + (select max(position) from homeroom.paper_author a where a.paper_id = p), $4 from (select
        """ + AnyOf("paper") + ") a (p) where p is not null",
        "delete from homeroom.paper_author where position > 1 and paper_id = " + AnyOf("paper"),
        "update homeroom.paper_author set name = $4 where position = 1 and paper_id = " + AnyOf("paper"),
        "update homeroom.paper_keyword set keyword = $4 where paper_id = " + AnyOf("paper"),
        """
        with t as (insert into homeroom.teacher (district_id, staff_number, name, pinyin) values ($1, $4, $4, 't') returning teacher_id)
        insert into homeroom.employment (district_id, teacher_id, school_id, starts_on) select $1, teacher_id, coalesce($2, $5), '2020-09-01' from t
        """,
        "update homeroom.teacher set name = $4 where teacher_id = " + AnyOf("teacher"),
        "update homeroom.teacher set staff_number = $4 where teacher_id = " + AnyOf("teacher"),
        "update homeroom.employment set school_id = coalesce($2, $5) where employment_id = " + AnyOf("employment"),
        """
        insert into homeroom.employment (district_id, teacher_id, school_id, starts_on, is_primary)
        select $1, t, coalesce($2, $5), '2021-09-01', false from (select
        """ + AnyOf("teacher") + ") a (t) where t is not null",
        "delete from homeroom.employment where not is_primary and employment_id = " + AnyOf("employment"),
        "delete from homeroom.teacher where teacher_id = " + AnyOf("teacher"),
        "insert into homeroom.teacher_title (district_id, teacher_id, title, starts_on) select $1, t, 'first', '2020-01-01' from (select " + AnyOf("teacher") + ") a (t) where t is not null",
        """
        insert into homeroom.award (district_id, school_id, source, teacher_id, name, kind, level, title, number, issuer, granted_on)
        select $1, coalesce($2, $5), 'outside', t, 'T', 'excellent_homeroom_teacher', 'city', $4, $4, '市教育局', '2026-10-01' from (select
        """ + AnyOf("teacher") + ") a (t) where t is not null",
        "update homeroom.award set number = $4 where award_id = " + AnyOf("award"),
        "update homeroom.award set school_id = coalesce($2, $5) where award_id = " + AnyOf("award"),
        "delete from homeroom.award where award_id = " + AnyOf("award"),
        "insert into homeroom.research_project (district_id, school_id, title, level, leader_id, created_on) select $1, coalesce($2, $5), $4, 'county', t, '2026-09-10' from (select "
            + AnyOf("teacher") + ") a (t) where t is not null",
        "update homeroom.research_project set title = $4 where research_project_id = " + AnyOf("research_project"),
        "update homeroom.research_project set number = $4 where research_project_id = " + AnyOf("research_project"),
        """
        insert into homeroom.research_theme (district_id, school_id, research_project_id, theme)
        select district_id, school_id, research_project_id, (array['love', 'success', 'mental_health', 'frustration'])[1 + $3 % 4] from homeroom.research_project where research_project_id =
        """ + AnyOf("research_project"),
        "delete from homeroom.research_theme where research_project_id = " + AnyOf("research_project"),
        "update homeroom.school set name = $4 where school_id = coalesce($2, $5)",
        """
        insert into homeroom.class (district_id, school_id, school_year_id, cohort_id, grade, number, name)
        select $1, c.school_id, $6, c.cohort_id, 1, 1 + $3 % 300, $4 from homeroom.cohort c where c.district_id = $1 and c.school_id = coalesce($2, $5)
        """,
        "update homeroom.class set head_count = $3 where class_id = " + AnyOf("class"),
        "delete from homeroom.class where class_id = " + AnyOf("class"),
    ];

    private readonly Random _random = new(seed);

    /// <summary>Transactions that were committed.</summary>
    public int Committed { get; private set; }

    /// <summary>Writes so many transactions.</summary>
    public async Task WriteAsync(int transactions, CancellationToken cancellation)
    {
        for (int n = 0; n < transactions; n++)
        {
            try
            {
                await TransactionAsync(cancellation);
            }
            catch (PostgresException refused) when (refused.SqlState is PostgresErrorCodes.DeadlockDetected || refused.SqlState.StartsWith("23", StringComparison.Ordinal)
                                                    || refused.SqlState.StartsWith("HG", StringComparison.Ordinal))
            {
                // Chance asked for what a rule refuses, or two waited for each other: it changed nothing.
            }
        }
    }

    private async Task TransactionAsync(CancellationToken cancellation)
    {
        await using var connection = await district.Writer.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        for (int change = _random.Next(1, 4); change > 0; change--)
        {
            await using var command = Command(connection);
            await command.ExecuteNonQueryAsync(cancellation);
            await Task.Delay(_random.Next(8), cancellation);
        }

        await Task.Delay(_random.Next(12) == 0 ? _random.Next(200, 500) : _random.Next(25), cancellation);
        if (_random.Next(10) == 0) return;
        await transaction.CommitAsync(cancellation);
        Committed++;
    }

    private NpgsqlCommand Command(NpgsqlConnection connection)
    {
        string sql = Changes[_random.Next(Changes.Length)];
        object school = _random.Next(6) == 0 ? DBNull.Value : district.Schools[_random.Next(district.Schools.Length)];
        var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new() { Value = district.Id, NpgsqlDbType = NpgsqlDbType.Integer });
        command.Parameters.Add(new() { Value = school, NpgsqlDbType = NpgsqlDbType.Bigint });
        command.Parameters.Add(new() { Value = _random.Next(10_000), NpgsqlDbType = NpgsqlDbType.Integer });
        command.Parameters.Add(new() { Value = string.Create(CultureInfo.InvariantCulture, $"n{seed}-{_random.Next(1_000_000)}"), NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = district.Schools[0], NpgsqlDbType = NpgsqlDbType.Bigint });
        command.Parameters.Add(new() { Value = district.SchoolYear, NpgsqlDbType = NpgsqlDbType.Bigint });
        return command;
    }

    private static string AnyOf(string table) =>
        $"""
        (select {table}_id from homeroom.{table} where district_id = $1 order by {table}_id
         offset $3 % greatest(1, (select count(*) from homeroom.{table} where district_id = $1)) limit 1)
        """;
}
