using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Data.Tests.Policies;

/// <summary>Figures and choices that rules leave open: the school's, else the district's, else the default, on each day.</summary>
public sealed class PolicyTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    private const string Mentor = "m2_mentor_service_years";
    private const string Certificate = "a3_without_certificate";

    private NpgsqlDataSource Writer => test.Database.Writer;

    [Theory]
    [InlineData("m1_service_years_with_mentor", 3)]
    [InlineData("m2_mentor_service_years", 5)]
    [InlineData("m2_mentees_at_most", 3)]
    [InlineData("t2_hours_a_school_year", 30)]
    [InlineData("t8_hours_a_cycle", 240)]
    [InlineData("e8_demotion_or_removal_months", 24)]
    [InlineData("w3_notice_working_days", 5)]
    [InlineData("p10_extension_years_in_all", 2)]
    public async Task Where_nobody_decided_the_figure_is_the_default(string key, int expected)
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        Assert.Equal(expected, await FigureAsync(d, d.School, key, "2026-11-16"));
    }

    [Fact]
    [Trait("Rule", "T1")]
    public async Task The_modules_of_the_standard_programme_add_up_to_its_hours() =>
        Assert.Equal(
            await Writer.ScalarAsync<decimal>("select default_figure from homeroom.policy_kind where key = 't2_hours_a_school_year'"),
            await Writer.ScalarAsync<decimal>("select sum(default_figure) from homeroom.policy_kind where key like 't1\\_hours\\_of\\_%'"));

    [Fact]
    public async Task A_school_overrides_its_district_and_the_district_the_default_each_for_its_time()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        var other = await Writer.ScalarAsync<long>(
            "insert into homeroom.school (district_id, code, name, pinyin, stage) values ($1, '0000000002', 'S', 's', 'primary') returning school_id",
            d.Id);
        await DecideAsync(d, null, Mentor, 6, "2026-09-01", "2027-09-01");
        await DecideAsync(d, d.School, Mentor, 7, "2026-11-01", null);

        Assert.Equal(5, await FigureAsync(d, d.School, Mentor, "2026-08-31"));
        Assert.Equal(6, await FigureAsync(d, d.School, Mentor, "2026-10-31"));
        Assert.Equal(7, await FigureAsync(d, d.School, Mentor, "2026-11-01"));
        Assert.Equal(7, await FigureAsync(d, d.School, Mentor, "2027-09-01"));
        Assert.Equal(6, await FigureAsync(d, other, Mentor, "2027-08-31"));
        Assert.Equal(5, await FigureAsync(d, other, Mentor, "2027-09-01"));
        var elsewhere = await SmallDistrict.CreateAsync(Writer);
        Assert.Equal(5, await FigureAsync(elsewhere, elsewhere.School, Mentor, "2026-11-16"));
    }

    [Fact]
    [Trait("Rule", "A3")]
    public async Task A_choice_is_one_of_the_kinds()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        Assert.Equal("block", await ChoiceAsync(d, Certificate));
        await DecideAsync(d, null, Certificate, "allow_with_reason", "2026-09-01", null);
        Assert.Equal("allow_with_reason", await ChoiceAsync(d, Certificate));
        await RefusedAsync("policy_is_in_its_range", d, d.School, Certificate, "perhaps", "2026-09-01", null);
        await RefusedAsync("policy_is_in_its_range", d, d.School, Certificate, 1, "2026-09-01", null);
    }

    [Fact]
    public async Task A_figure_keeps_to_its_range()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        await RefusedAsync("policy_is_in_its_range", d, null, "e5_answers_for_tally", 4, "2026-09-01", null);
        await RefusedAsync("policy_is_in_its_range", d, null, Mentor, 31, "2026-09-01", null);
        await RefusedAsync("policy_is_in_its_range", d, null, Mentor, "five", "2026-09-01", null);
        await DecideAsync(d, null, Mentor, 30, "2026-09-01", null);
        await Writer.RefusedByAsync("policy_is_in_its_range", "update homeroom.policy set figure = -1 where district_id = $1", d.Id);
    }

    [Fact]
    public async Task One_policy_holds_at_a_time()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        await DecideAsync(d, null, Mentor, 6, "2026-09-01", "2027-09-01");
        await RefusedAsync("one_policy_at_a_time", d, null, Mentor, 7, "2027-08-31", null);
        await DecideAsync(d, null, Mentor, 7, "2027-09-01", null);
        await DecideAsync(d, d.School, Mentor, 8, "2026-09-01", null);
        await RefusedAsync("one_policy_at_a_time", d, d.School, Mentor, 9, "2026-01-01", null);
    }

    [Fact]
    public async Task A_policy_says_why_and_who_decided()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        await DecideAsync(d, null, Mentor, 6, "2026-09-01", null);
        await Writer.RefusedByAsync("policy_reason_check", "update homeroom.policy set reason = ' ' where district_id = $1", d.Id);
        await Writer.RefusedByAsync("policy_decided_by_check", "update homeroom.policy set decided_by = '' where district_id = $1", d.Id);
    }

    [Fact]
    [Trait("Rule", "V3")]
    public async Task A_change_of_a_policy_is_audited()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        await DecideAsync(d, null, Mentor, 6, "2026-09-01", null);
        await Writer.ExecuteAsync("update homeroom.policy set ends_on = '2027-09-01' where district_id = $1", d.Id);
        Assert.Equal(["insert  ", "update  2027-09-01"], await test.Database.Owner.ColumnAsync<string>("""
            select operation || ' ' || coalesce(before ->> 'ends_on', '') || ' ' || coalesce(after ->> 'ends_on', '')
            from history.audit_log where district_id = $1 and table_name = 'homeroom.policy' order by audit_id
            """, d.Id));
    }

    [Fact]
    public async Task Who_asks_for_a_policy_that_is_not_there_gets_an_error_and_no_null()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        foreach (var key in new[] { "m2_mentor_service", Certificate })
        {
            var refusal = await Assert.ThrowsAsync<PostgresException>(() => FigureAsync(d, d.School, key, "2026-11-16"));
            Assert.Contains(key, refusal.MessageText, StringComparison.Ordinal);
        }

        await Assert.ThrowsAsync<PostgresException>(() => Writer.ScalarAsync<string>(
            "select homeroom.policy_choice($1, $2, 'm2_mentor_service_years', '2026-11-16')", d.Id, d.School));
    }

    /// <summary>A rule of the database that misspells a key would fail only when it runs.</summary>
    [Fact]
    public async Task Every_key_that_a_function_of_the_database_asks_for_is_there() =>
        Assert.Empty(await test.Database.Owner.ColumnAsync<string>("""
            select f.proname || ' asks for ' || asked[1]
            from pg_proc f, regexp_matches(pg_get_functiondef(f.oid), 'policy_(?:figure|choice)\([^'']*''([^'']+)''', 'g') asked
            where f.pronamespace = 'homeroom'::regnamespace and f.prokind = 'f' and f.proname not in ('policy_figure', 'policy_choice')
              -- A key that is put together of a beginning and a kind, such as p9_ and a category, is there by its beginning.
              and not exists (select from homeroom.policy_kind k
                              where k.key = asked[1] or right(asked[1], 1) = '_' and starts_with(k.key, asked[1]))
            """));

    private const string PolicySql = """
        insert into homeroom.policy (district_id, school_id, policy_key, figure, choice, starts_on, ends_on, reason, decided_by)
        values ($1, $2::bigint, $3, $4::numeric, $5::text, $6::text::date, $7::text::date, 'R', 'D')
        """;

    private Task DecideAsync(SmallDistrict d, long? school, string key, object value, string startsOn, string? endsOn) =>
        Writer.ExecuteAsync(PolicySql, Parameters(d, school, key, value, startsOn, endsOn));

    private Task RefusedAsync(string constraint, SmallDistrict d, long? school, string key, object value, string startsOn, string? endsOn) =>
        Writer.RefusedByAsync(constraint, PolicySql, Parameters(d, school, key, value, startsOn, endsOn));

    private static object[] Parameters(SmallDistrict d, long? school, string key, object value, string startsOn, string? endsOn) =>
    [
        d.Id, (object?)school ?? DBNull.Value, key, value is int figure ? (decimal)figure : DBNull.Value,
        value as string ?? (object)DBNull.Value, startsOn, (object?)endsOn ?? DBNull.Value,
    ];

    private Task<decimal> FigureAsync(SmallDistrict d, long school, string key, string on) =>
        Writer.ScalarAsync<decimal>("select homeroom.policy_figure($1, $2, $3, $4::text::date)", d.Id, school, key, on);

    private Task<string> ChoiceAsync(SmallDistrict d, string key) =>
        Writer.ScalarAsync<string>("select homeroom.policy_choice($1, $2, $3, '2026-11-16')", d.Id, d.School, key);
}
