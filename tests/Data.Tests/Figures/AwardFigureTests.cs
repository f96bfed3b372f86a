using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Data.Tests.Figures;

/// <summary>D8: awards by kind, level and grade, from a summary that is kept by deltas.</summary>
[Trait("Rule", "D8")]
public sealed class AwardFigureTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    private const string AwardSql = """
        insert into homeroom.award (district_id, school_id, source, teacher_id, name, kind, level, grade, title, number, issuer, granted_on)
        select $1, $2, 'outside', $3, 'N', $4, 'city', $5, 'T', gen_random_uuid(), 'I', $6::text::date + n from generate_series(0, $7) n
        """;

    private NpgsqlDataSource Writer => test.Database.Writer;

    [Fact]
    [Trait("Rule", "W1")]
    public async Task An_award_counts_in_the_year_and_semester_of_its_grant_until_it_is_revoked()
    {
        var d = await DistrictAsync();
        await Writer.ExecuteAsync(AwardSql, d.Id, d.School, d.Teachers[0], "excellent_case", "first", "2026-09-30", 1);
        await Writer.ExecuteAsync(AwardSql, d.Id, d.School, d.Teachers[0], "excellent_case", "first", "2027-02-01", 0);
        await Writer.ExecuteAsync(AwardSql, d.Id, d.School, d.Teachers[0], "excellent_case", "first", "2020-01-01", 0);
        Assert.Equal(
            ["district Y 3 2 1 0", "district none 1 0 0 0", "school Y 3 2 1 0", "school none 1 0 0 0"], await FiguresAsync(d));
        await Writer.ExecuteAsync(
            "update homeroom.award set revoked_on = '2026-12-01', revocation_reason = 'x' where district_id = $1 and granted_on = '2026-10-01'", d.Id);
        Assert.Equal(
            ["district Y 2 1 1 1", "district none 1 0 0 0", "school Y 2 1 1 1", "school none 1 0 0 0"], await FiguresAsync(d));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task The_summary_is_equal_to_the_rows_while_several_write(int seed)
    {
        var d = await DistrictAsync();
        var other = await Writer.ScalarAsync<long>(
            "insert into homeroom.school (district_id, code, name, pinyin, stage) values ($1, '0000000002', 'S2', 's2', 'primary') returning school_id", d.Id);
        string[] kinds = ["excellent_case", "excellent_paper", "excellent_result"], grades = ["first", "second", "none"];
        var kept = await new FigureWriters(test.Database, "award_sum").RunAsync(
            seed,
            (connection, random) => connection.ExecuteAsync(
                AwardSql, d.Id, random.Next(2) == 0 ? d.School : other, d.Teachers[random.Next(3)], kinds[random.Next(3)], grades[random.Next(3)], $"2026-0{random.Next(5, 10)}-11", random.Next(12)),
            (connection, random) => connection.ExecuteAsync("""
                update homeroom.award set revoked_on = case when revoked_on is null then date '2027-03-01' end,
                                          revocation_reason = case when revoked_on is null then 'x' end
                where district_id = $1 and award_id % 7 = $2
                """, d.Id, random.Next(7)),
            (connection, random) => connection.ExecuteAsync(
                "update homeroom.award set granted_on = granted_on + $3 where district_id = $1 and award_id % 11 = $2 and revoked_on is null", d.Id, random.Next(11), random.Next(-90, 90)),
            (connection, random) => connection.ExecuteAsync(
                "update homeroom.award set school_id = $3, grade = $4 where district_id = $1 and award_id % 5 = $2", d.Id, random.Next(5), random.Next(2) == 0 ? d.School : other, grades[random.Next(3)]),
            (connection, random) => connection.ExecuteAsync(
                "update homeroom.semester set ends_on = date '2027-01-20' + $2 where district_id = $1 and number = 1", d.Id, random.Next(10)));

        Assert.InRange(kept, 10, int.MaxValue);
        Assert.Equal(
            await test.Database.Owner.ColumnAsync<string>("""
                select concat_ws(' ', school_id, kind, grade, count(*) filter (where revoked_on is null), count(*) filter (where revoked_on is not null))
                from homeroom.award where district_id = $1 group by grouping sets ((school_id, kind, grade), (school_id)) order by 1
                """, d.Id),
            await test.Database.Owner.ColumnAsync<string>("""
                select concat_ws(' ', school_id, kind, grade, sum(award_count), sum(revoked_count))
                from figures.award where district_id = $1 and scope = 'school' group by school_id, kind, grade order by 1
                """, d.Id));
    }

    private async Task<SmallDistrict> DistrictAsync()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        await Writer.ExecuteAsync("""
            insert into homeroom.semester (district_id, school_year_id, number, name, starts_on, ends_on, first_week_starts_on)
            values ($1, $2, 1, 'S1', '2026-09-01', '2027-01-23', '2026-08-31'), ($1, $2, 2, 'S2', '2027-02-01', '2027-07-05', '2027-02-01')
            """, d.Id, d.SchoolYear);
        return d;
    }

    /// <summary>Scope, year, awards, in each semester, revoked.</summary>
    private Task<List<string>> FiguresAsync(SmallDistrict d) => test.Database.Owner.ColumnAsync<string>("""
        select concat_ws(' ', scope, coalesce(y.name, 'none'), award_count, first_semester_count, second_semester_count, revoked_count)
        from figures.award f left join homeroom.school_year y using (district_id, school_year_id) where district_id = $1 and f.kind is not null order by 1
        """, d.Id);
}
