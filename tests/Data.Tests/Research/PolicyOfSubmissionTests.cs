using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Data.Tests.Research;

/// <summary>Levels and themes (rule P1), and what the approving body's policy asks of team, leader and panel when an application is submitted and reviewed (rule P15).</summary>
public sealed class PolicyOfSubmissionTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    private NpgsqlDataSource Writer => test.Database.Writer;

    [Fact]
    [Trait("Rule", "P1")]
    public async Task A_project_has_a_level_of_six_and_themes_of_seven_each_once()
    {
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        foreach (var (level, teacher) in new[] { "school", "county", "city_individual", "city_key", "province", "nation" }.Select((level, place) => (level, d.Teachers[place % 3])))
            await records.DraftAsync(teacher, level);
        await Writer.RefusedByAsync("research_project_level_check", "update homeroom.research_project set level = 'world' where district_id = $1", d.Id);

        var project = await records.DraftAsync(d.Teachers[0]);
        foreach (var theme in new[] { "subject_teaching", "success", "mental_health", "frustration", "special_talents", "moral_education" })
            await Writer.ExecuteAsync(ThemeSql, d.Id, d.School, project, theme);
        await Writer.RefusedByAsync("p1_a_theme_is_tagged_once", ThemeSql, d.Id, d.School, project, "love");
        await Writer.RefusedByAsync("research_theme_theme_check", ThemeSql, d.Id, d.School, project, "money");
    }

    [Fact]
    [Trait("Rule", "P1")]
    public async Task A_register_number_is_of_one_project_in_the_district()
    {
        const string sql = "update homeroom.research_project set number = 'KT-2026-01' where research_project_id = $1";
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        await Writer.ExecuteAsync(sql, await records.DraftAsync(d.Teachers[0]));
        await Writer.RefusedByAsync("p1_one_project_a_number", sql, await records.DraftAsync(d.Teachers[1]));
        var (elsewhere, others) = await ResearchDistrict.CreateAsync(Writer);
        await Writer.ExecuteAsync(sql, await others.DraftAsync(elsewhere.Teachers[0]));
    }

    [Fact]
    [Trait("Rule", "P1")]
    public async Task A_submission_has_a_theme()
    {
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        var project = await records.DraftAsync(d.Teachers[0]);
        await records.ApplicationAsync(project);
        await Writer.ExecuteAsync("delete from homeroom.research_theme where research_project_id = $1", project);
        Assert.Equal(["p1_a_theme_is_tagged"], await MissingAsync(d, project));
        await records.StepRefusedByAsync("p1_a_theme_is_tagged", project, "draft", "submitted");
    }

    /// <summary>A school-level project is the school's to approve and goes by its policy; any other by the district's.</summary>
    [Theory]
    [Trait("Rule", "P15")]
    [InlineData("county", true)]
    [InlineData("school", false)]
    public async Task Members_are_as_many_as_the_approving_body_asks_for(string level, bool byDistrict)
    {
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        var project = await records.DraftAsync(d.Teachers[0], level);
        await records.ApplicationAsync(project);
        Assert.Empty(await MissingAsync(d, project));
        if (byDistrict)
            await PolicyAsync(d, d.School, "p15_members_at_least", 9); // the school's, whose it is not to say
        Assert.Empty(await MissingAsync(d, project));

        await PolicyAsync(d, byDistrict ? null : d.School, "p15_members_at_least", 1);
        Assert.Equal(["p15_members_at_least 1"], await MissingAsync(d, project));
        await records.StepRefusedByAsync("p15_members_at_least", project, "draft", "submitted");
        await records.MemberAsync(project, d.Teachers[1]);
        Assert.Empty(await MissingAsync(d, project));

        await PolicyAsync(d, byDistrict ? null : d.School, "p15_members_at_most", 1);
        await records.MemberAsync(project, d.Teachers[2]);
        Assert.Equal(["p15_members_at_most 1"], await MissingAsync(d, project));
        await records.StepRefusedByAsync("p15_members_at_most", project, "draft", "submitted");
    }

    [Fact]
    [Trait("Rule", "P15")]
    public async Task A_leader_has_the_title_that_is_asked_for_on_the_day()
    {
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        var project = await records.DraftAsync(d.Teachers[0]);
        await records.ApplicationAsync(project);
        await Writer.ExecuteAsync("""
            insert into homeroom.policy (district_id, policy_key, choice, starts_on, reason, decided_by) values ($1, 'p15_title_of_leader', 'first', '2000-01-01', 'R', 'D')
            """, d.Id);
        Assert.Equal(["p15_title_of_leader first"], await MissingAsync(d, project));
        await records.StepRefusedByAsync("p15_title_of_leader", project, "draft", "submitted");
        await Writer.ExecuteAsync(TitleSql, d.Id, d.Teachers[0], "second", "2010-09-01");
        Assert.Equal(["p15_title_of_leader first"], await MissingAsync(d, project));
        await Writer.ExecuteAsync("update homeroom.teacher_title set ends_on = '2026-10-01' where district_id = $1 and teacher_id = $2", d.Id, d.Teachers[0]);
        await Writer.ExecuteAsync(TitleSql, d.Id, d.Teachers[0], "senior", "2026-10-01");
        Assert.Equal(["p15_title_of_leader first"], await MissingAsync(d, project, "2026-09-30"));
        Assert.Empty(await MissingAsync(d, project, "2026-10-01"));
    }

    [Fact]
    [Trait("Rule", "P15")]
    [Trait("Rule", "P5")]
    public async Task A_panel_is_as_large_and_from_where_the_policy_says()
    {
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        var project = await records.SubmittedAsync(d.Teachers[0]);
        var application = await Writer.ScalarAsync<long>("select research_application_id from homeroom.research_application where research_project_id = $1", project);
        await records.ReviewAsync(application, d.Teachers[1]);
        Assert.Equal(["p15_panel_at_least 2", "p5_reviewers_at_least 2"], await MissingOfPanelAsync(d, project));

        await records.ReviewAsync(application, d.Teachers[2]);
        Assert.Empty(await MissingOfPanelAsync(d, project));
        await PolicyAsync(d, null, "p15_panel_at_least", 3);
        Assert.Equal(["p15_panel_at_least 3"], await MissingOfPanelAsync(d, project));
        await PolicyAsync(d, null, "p15_panel_at_least", 2);
        await Writer.ExecuteAsync("""
            insert into homeroom.employment (district_id, teacher_id, school_id, starts_on) select $1, t, $2, '2020-09-01' from unnest($3::bigint[]) t
            """, d.Id, d.School, new[] { d.Teachers[1], d.Teachers[2] });
        await PolicyAsync(d, null, "p15_panel_from_elsewhere_at_least", 1);
        Assert.Equal(["p15_panel_from_elsewhere_at_least 1"], await MissingOfPanelAsync(d, project));
        await Writer.RefusedByAsync("p15_panel_from_elsewhere_at_least", BeginReviewSql, d.Id, d.School, project);

        await PolicyAsync(d, null, "p15_panel_at_most", 2);
        await records.ReviewAsync(application, await Writer.ScalarAsync<long>(
            "insert into homeroom.teacher (district_id, staff_number, name, pinyin) values ($1, 'E', '外校', 'wai xiao') returning teacher_id", d.Id));
        Assert.Equal(["p15_panel_at_most 2"], await MissingOfPanelAsync(d, project));
        await Writer.RefusedByAsync("p15_panel_at_most", BeginReviewSql, d.Id, d.School, project);
    }

    [Fact]
    [Trait("Rule", "P5")]
    public async Task No_policy_asks_for_fewer_than_two_reviewers()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        Assert.NotEqual("done", await Outcome.OfAsync(() => PolicyAsync(d, null, "p5_reviewers_at_least", 1)));
        Assert.Equal("done", await Outcome.OfAsync(() => PolicyAsync(d, null, "p5_reviewers_at_least", 3)));
    }

    private const string BeginReviewSql = """
        insert into homeroom.research_state_change (district_id, school_id, research_project_id, from_state, to_state, changed_by, changed_at)
        values ($1, $2, $3, 'submitted', 'in_review', 'T', '2026-09-25T08:00:00Z')
        """;

    private const string ThemeSql = "insert into homeroom.research_theme (district_id, school_id, research_project_id, theme) values ($1, $2, $3, $4)";

    private const string TitleSql = "insert into homeroom.teacher_title (district_id, teacher_id, title, starts_on) values ($1, $2, $3, $4::text::date)";

    /// <summary>The policy from long ago on, in place of another.</summary>
    private async Task PolicyAsync(SmallDistrict d, long? school, string key, int figure) => await Writer.ExecuteAsync("""
        merge into homeroom.policy p using (values ($1::integer, $2::bigint, $3::text, $4::numeric)) asked (district, school, key, figure)
            on p.district_id = asked.district and p.school_id is not distinct from asked.school and p.policy_key = asked.key
        when matched then update set figure = asked.figure
        when not matched then insert (district_id, school_id, policy_key, figure, starts_on, reason, decided_by) values (asked.district, asked.school, asked.key, asked.figure, '2000-01-01', 'R', 'D')
        """, d.Id, (object?)school ?? DBNull.Value, key, figure);

    private Task<List<string>> MissingAsync(SmallDistrict d, long project, string onDay = "2026-11-16") => Writer.ColumnAsync<string>(
        "select concat_ws(' ', code, detail) from homeroom.missing_of_submission($1, $2, $3::text::date) order by 1", d.Id, project, onDay);

    private Task<List<string>> MissingOfPanelAsync(SmallDistrict d, long project) => Writer.ColumnAsync<string>(
        "select concat_ws(' ', code, detail) from homeroom.missing_of_panel($1, $2, '2026-11-16') order by 1", d.Id, project);
}
