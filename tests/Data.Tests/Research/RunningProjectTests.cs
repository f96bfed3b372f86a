using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Data.Tests.Research;

/// <summary>A project as it runs: extensions, changes, inspections, portfolio, targets (rules P8, P9, P10, P12, P14).</summary>
public sealed class RunningProjectTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    private const string DecideSql = """
        update homeroom.research_extension_request set decision = $2, granted_until = $3::text::date, decided_on = '2027-05-20', decided_by = '区教研室'
        where research_extension_request_id = $1
        """;

    private NpgsqlDataSource Writer => test.Database.Writer;

    [Fact]
    [Trait("Rule", "P10")]
    public async Task A_granted_extension_moves_the_due_date()
    {
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        var project = await records.ApprovedAsync(d.Teachers[0]);
        var request = await records.ExtensionRequestAsync(project, "2027-05-10", "2028-06-30");
        await Writer.RefusedByAsync("p10_an_extension_has_its_length", DecideSql, request, "granted", "2028-07-01");
        await Writer.RefusedByAsync("p10_a_decision_is_whole", DecideSql, request, "refused", "2028-01-01");
        await Writer.ExecuteAsync(DecideSql, request, "granted", "2028-01-31");
        Assert.Equal(new DateOnly(2028, 1, 31), await Writer.ScalarAsync<DateOnly>("select due_on from homeroom.research_project where research_project_id = $1", project));
        await Writer.RefusedByAsync("p10_a_decision_stays", DecideSql, request, "granted", "2028-02-01");
    }

    [Fact]
    [Trait("Rule", "P10")]
    public async Task A_request_comes_before_the_due_date_of_a_running_project_one_at_a_time()
    {
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        var project = await records.ApprovedAsync(d.Teachers[0]);
        await records.ExtensionRequestRefusedByAsync("p10_a_request_comes_before_the_due_date", project, "2027-06-30", "2027-12-31");
        await records.ExtensionRequestRefusedByAsync("p10_an_extension_has_its_length", project, "2027-05-10", "2028-07-01");
        await records.ExtensionRequestAsync(project, "2027-05-10", "2027-12-31");
        await records.ExtensionRequestRefusedByAsync("p10_one_open_request", project, "2027-05-11", "2027-12-31");
        await records.ExtensionRequestRefusedByAsync(
            "p10_only_a_running_project_is_extended", await records.DraftAsync(d.Teachers[1]), "2027-05-11", "2027-12-31");
    }

    [Fact]
    [Trait("Rule", "P10")]
    public async Task All_extensions_have_their_length_by_policy()
    {
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        var project = await records.ApprovedAsync(d.Teachers[0]);
        await Writer.ExecuteAsync(DecideSql, await records.ExtensionRequestAsync(project, "2027-05-10", "2028-06-30"), "granted", "2028-06-30");
        await Writer.ExecuteAsync(DecideSql, await records.ExtensionRequestAsync(project, "2028-05-10", "2029-05-31"), "granted", "2029-05-31");
        await records.ExtensionRequestRefusedByAsync("p10_all_extensions_have_their_length", project, "2029-05-10", "2029-07-01");
        var third = await records.ExtensionRequestAsync(project, "2029-05-10", "2029-06-30");
        await Writer.ExecuteAsync(DecideSql, third, "refused", DBNull.Value);

        await Writer.ExecuteAsync("""
            insert into homeroom.policy (district_id, policy_key, figure, starts_on, reason, decided_by)
            values ($1, 'p10_extension_years_in_all', 3, '2026-09-01', '疫情', '区教育局')
            """, d.Id);
        await records.ExtensionRequestAsync(project, "2029-05-11", "2029-07-01");
    }

    [Theory]
    [Trait("Rule", "P10")]
    [InlineData("running", "2026-11-15", true)]
    [InlineData("approved", "2026-11-15", true)]
    [InlineData("running", "2026-11-16", false)]
    [InlineData("closed", "2026-11-15", false)]
    [InlineData("recommended", "2026-11-15", false)]
    public async Task Overdue_is_a_running_project_after_its_due_date(string state, string dueOn, bool overdue) =>
        Assert.Equal(overdue, await Writer.ScalarAsync<bool>("select homeroom.project_is_overdue($1, $2::text::date, '2026-11-16')", state, dueOn));

    [Fact]
    [Trait("Rule", "P14")]
    public async Task A_running_project_is_changed_by_a_request_decided_once()
    {
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        const string request = """
            insert into homeroom.research_change_request (district_id, school_id, research_project_id, kind, before, after, reason, requested_on, requested_by)
            values ($1, $2, $3, 'title', $4, $5, '范围调整', '2026-11-01', '负责人')
            """;
        const string decide = "update homeroom.research_change_request set decision = $2, decided_on = '2026-11-05', decided_by = '教科室' where research_project_id = $1";
        await Writer.RefusedByAsync("p14_only_a_running_project_is_changed", request, d.Id, d.School, await records.DraftAsync(d.Teachers[1]), "旧", "新");
        var project = await records.ApprovedAsync(d.Teachers[0]);
        await Writer.RefusedByAsync("p14_a_change_changes_something", request, d.Id, d.School, project, "旧", "旧");
        await Writer.ExecuteAsync(request, d.Id, d.School, project, "旧", "新");
        await Writer.ExecuteAsync(decide, project, "granted");
        await Writer.RefusedByAsync("p14_a_decision_stays", decide, project, "refused");
    }

    [Fact]
    [Trait("Rule", "P8")]
    public async Task An_inspection_has_a_deadline_for_what_is_mended()
    {
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        var project = await records.ApprovedAsync(d.Teachers[0]);
        const string sql = """
            insert into homeroom.research_inspection (district_id, school_id, research_project_id, inspected_on, inspected_by, finding, mend_by, mended_on)
            values ($1, $2, $3, '2026-11-01', '教科室', '记录不全', $4::text::date, $5::text::date)
            """;
        await Writer.RefusedByAsync("p8_the_deadline_is_after_the_inspection", sql, d.Id, d.School, project, "2026-10-31", DBNull.Value);
        await Writer.RefusedByAsync("p8_what_is_mended_had_a_deadline", sql, d.Id, d.School, project, DBNull.Value, "2026-11-09");
        await Writer.RefusedByAsync("p8_what_is_mended_had_a_deadline", sql, d.Id, d.School, project, "2026-11-10", "2026-10-31");
        await Writer.ExecuteAsync(sql, d.Id, d.School, project, "2026-11-10", "2026-11-09");
    }

    [Fact]
    [Trait("Rule", "P9")]
    public async Task A_piece_of_the_portfolio_is_a_document_or_a_text()
    {
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        var project = await records.ApprovedAsync(d.Teachers[0]);
        const string sql = """
            insert into homeroom.research_portfolio_item (district_id, school_id, research_project_id, category, title, body, document_id, added_on, added_by)
            values ($1, $2, $3, 'research_notes', '笔记', $4, $5, '2026-11-01', '成员')
            """;
        await Writer.RefusedByAsync("p9_an_item_is_a_document_or_a_text", sql, d.Id, d.School, project, DBNull.Value, DBNull.Value);
        await Writer.ExecuteAsync(sql, d.Id, d.School, project, "今天……", DBNull.Value);
        await Writer.ExecuteAsync(sql, d.Id, d.School, project, DBNull.Value, await records.DocumentAsync());
        var (_, others) = await ResearchDistrict.CreateAsync(Writer);
        await Writer.RefusedByAsync(
            "research_portfolio_item_district_id_school_id_document_id_fkey", sql, d.Id, d.School, project, DBNull.Value, await others.DocumentAsync());
    }

    [Fact]
    [Trait("Rule", "P9")]
    public async Task Completeness_is_the_share_of_required_categories_and_names_what_is_missing()
    {
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        var project = await records.ApprovedAsync(d.Teachers[0]);
        foreach (var category in new[] { "plan", "plan", "cases", "pictures_and_recordings" })
        {
            await Writer.ExecuteAsync("""
                insert into homeroom.research_portfolio_item (district_id, school_id, research_project_id, category, title, body, added_on, added_by)
                values ($1, $2, $3, $4, 'T', '正文', '2026-11-01', '成员')
                """, d.Id, d.School, project, category);
        }

        const string sql = "select homeroom.portfolio_completeness($1, $2, $3, '2026-11-16') || ' ' || array_to_string(homeroom.missing_portfolio_categories($1, $2, $3, '2026-11-16'), ' ')";
        Assert.Equal(
            "25 research_notes survey_data process_evaluation stage_summaries experience_articles references",
            await Writer.ScalarAsync<string>(sql, d.Id, d.School, project));
        await Writer.ExecuteAsync("""
            insert into homeroom.policy (district_id, school_id, policy_key, choice, starts_on, reason, decided_by)
            select $1, $2, 'p9_' || c, 'optional', '2026-09-01', '校本', '教科室'
            from unnest('{research_notes, survey_data, process_evaluation, stage_summaries, experience_articles}'::text[]) c
            """, d.Id, d.School);
        Assert.Equal("66 references", await Writer.ScalarAsync<string>(sql, d.Id, d.School, project));
    }

    [Fact]
    [Trait("Rule", "P12")]
    public async Task A_school_has_one_target_a_level_and_year()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        const string sql = "insert into homeroom.research_target (district_id, school_id, school_year_id, level, minimum, maximum) values ($1, $2, $3, 'city_key', $4, $5)";
        await Writer.RefusedByAsync("p12_the_maximum_is_not_less", sql, d.Id, d.School, d.SchoolYear, 2, 1);
        await Writer.ExecuteAsync(sql, d.Id, d.School, d.SchoolYear, 1, 2);
        await Writer.RefusedByAsync("p12_one_target_a_school_year_and_level", sql, d.Id, d.School, d.SchoolYear, 2, 3);
    }
}
