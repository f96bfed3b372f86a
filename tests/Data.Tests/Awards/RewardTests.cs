using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Data.Tests.Awards;

/// <summary>Reward rules are data, and the ledger only grows.</summary>
[Trait("Rule", "W4")]
public sealed class RewardTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    private NpgsqlDataSource Writer => test.Database.Writer;

    [Fact]
    public async Task One_rule_holds_at_a_time_and_a_school_goes_before_its_district()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        var ofDistrict = await AddRuleAsync(d, null, 3);
        var ofSchool = await AddRuleAsync(d, d.School, 5, "2026-12-01");
        await Writer.RefusedByAsync("w4_one_rule_at_a_time", RuleSql, d.Id, DBNull.Value, 4m, "2027-01-01");
        await Writer.RefusedByAsync("w4_one_rule_at_a_time", RuleSql, d.Id, d.School, 4m, "2026-11-01");
        Assert.Equal(ofDistrict, await RuleAsync(d, "2026-11-30"));
        Assert.Equal(ofSchool, await RuleAsync(d, "2026-12-01"));
        Assert.Equal(0, await RuleAsync(d, "2026-08-31"));
    }

    [Fact]
    public async Task An_award_is_entered_once_with_the_points_of_its_rule_for_who_was_awarded()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        var rule = await AddRuleAsync(d, null, 3);
        var later = await AddRuleAsync(d, d.School, 5, "2026-12-01");
        var award = await AddAwardAsync(d, d.Teachers[0]);
        await Writer.RefusedByAsync("w4_points_follow_the_reward_rules", EntrySql, Entry(d, d.Teachers[0], award, rule, 4));
        await Writer.RefusedByAsync("w4_points_follow_the_reward_rules", EntrySql, Entry(d, d.Teachers[0], award, later, 5));
        await Writer.RefusedByAsync("w4_points_go_to_who_was_awarded", EntrySql, Entry(d, d.Teachers[1], award, rule, 3));
        await Writer.RefusedByAsync("w4_an_award_is_entered_by_its_rule", EntrySql, Entry(d, d.Teachers[0], award, null, 3));
        await Writer.ExecuteAsync(EntrySql, Entry(d, d.Teachers[0], award, rule, 3));
        await Writer.RefusedByAsync("w4_an_award_is_entered_once", EntrySql, Entry(d, d.Teachers[0], award, rule, 3));
    }

    [Fact]
    public async Task Entered_twice_at_the_same_time_it_counts_once()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        var rule = await AddRuleAsync(d, null, 3);
        var award = await AddAwardAsync(d, d.Teachers[0]);
        var attempts = Enumerable.Range(0, 4).Select(_ => Record.ExceptionAsync(
            () => Writer.ExecuteAsync(EntrySql, Entry(d, d.Teachers[0], award, rule, 3))).AsTask());
        Assert.Equal(3, (await Task.WhenAll(attempts)).Count(e => e is PostgresException { ConstraintName: "w4_an_award_is_entered_once" }));
        Assert.Equal(3m, await SumAsync(d));
    }

    [Fact]
    public async Task The_ledger_is_corrected_by_counter_entries_of_the_same_teacher_only()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        var rule = await AddRuleAsync(d, null, 3);
        var entry = await Writer.ScalarAsync<long>(EntrySql, Entry(d, d.Teachers[0], await AddAwardAsync(d, d.Teachers[0]), rule, 3));
        foreach (var sql in new[] { "update homeroom.reward_point set points = 9", "delete from homeroom.reward_point", "truncate homeroom.reward_point cascade" })
        {
            var refusal = await Assert.ThrowsAsync<PostgresException>(() => test.Database.Owner.ExecuteAsync(sql));
            Assert.Equal("HG002", refusal.SqlState);
        }

        await Writer.ExecuteAsync(EntrySql, Entry(d, d.Teachers[0], null, null, -3, entry));
        Assert.Equal(0m, await SumAsync(d));
        await Writer.RefusedByAsync(
            "reward_point_district_id_teacher_id_corrects_id_fkey", EntrySql, Entry(d, d.Teachers[1], null, null, -3, entry));
        await Writer.RefusedByAsync("reward_point_points_check", EntrySql, Entry(d, d.Teachers[0], null, null, 0));
    }

    [Fact]
    public async Task A_rule_that_gave_points_stays_what_it_was()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        var rule = await AddRuleAsync(d, null, 3);
        await Writer.ExecuteAsync("update homeroom.reward_rule set points = 4 where district_id = $1", d.Id);
        await Writer.ExecuteAsync(EntrySql, Entry(d, d.Teachers[0], await AddAwardAsync(d, d.Teachers[0]), rule, 4));
        await Writer.RefusedByAsync("w4_a_used_rule_stays", "update homeroom.reward_rule set points = 5 where district_id = $1", d.Id);
        await Writer.RefusedByAsync("w4_a_used_rule_stays", "update homeroom.reward_rule set ends_on = '2026-11-16' where district_id = $1", d.Id);
        await Writer.ExecuteAsync("update homeroom.reward_rule set ends_on = '2026-11-17' where district_id = $1", d.Id);
    }

    private const string RuleSql = """
        insert into homeroom.reward_rule (district_id, school_id, kind, level, grade, points, starts_on)
        values ($1, $2::bigint, 'excellent_homeroom_teacher', 'city', 'first', $3, $4::text::date) returning reward_rule_id
        """;

    private const string EntrySql = """
        insert into homeroom.reward_point (district_id, school_id, teacher_id, award_id, reward_rule_id, points, corrects_id, entered_on, reason)
        values ($1, $2, $3, $4::bigint, $5::bigint, $6, $7::bigint, '2026-12-02', 'R') returning reward_point_id
        """;

    private Task<long> AddRuleAsync(SmallDistrict d, long? school, decimal points, string startsOn = "2026-09-01") =>
        Writer.ScalarAsync<long>(RuleSql, d.Id, (object?)school ?? DBNull.Value, points, startsOn);

    private Task<long> RuleAsync(SmallDistrict d, string on) => Writer.ScalarAsync<long>(
        "select coalesce(homeroom.reward_rule_of($1, $2, 'excellent_homeroom_teacher', 'city', 'first', $3::text::date), 0)", d.Id, d.School, on);

    private Task<long> AddAwardAsync(SmallDistrict d, long teacher) => Writer.ScalarAsync<long>(
        """
        insert into homeroom.award (district_id, school_id, source, teacher_id, name, kind, level, grade, title, issuer, granted_on)
        values ($1, $2, 'outside', $3, 'N', 'excellent_homeroom_teacher', 'city', 'first', 'T', 'I', '2026-11-16') returning award_id
        """, d.Id, d.School, teacher);

    private static object[] Entry(SmallDistrict d, long teacher, long? award, long? rule, decimal points, long? corrects = null) =>
    [
        d.Id, d.School, teacher, (object?)award ?? DBNull.Value, (object?)rule ?? DBNull.Value, points, (object?)corrects ?? DBNull.Value,
    ];

    private Task<decimal> SumAsync(SmallDistrict d) =>
        Writer.ScalarAsync<decimal>("select sum(points) from homeroom.reward_point where district_id = $1 and teacher_id = $2", d.Id, d.Teachers[0]);
}
