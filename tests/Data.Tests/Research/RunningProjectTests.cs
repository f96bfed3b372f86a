using HomeroomGraph.Data.Tests.Figures;
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
        await records.ExtensionRequestRefusedByAsync("p10_an_extension_ends_later", project, "2027-05-10", "2027-06-30");
        await records.ExtensionRequestAsync(project, "2027-05-10", "2027-12-31");
        await records.ExtensionRequestRefusedByAsync("p10_one_open_request", project, "2027-05-11", "2027-12-31");
        await records.ExtensionRequestRefusedByAsync(
            "p10_only_a_running_project_is_extended", await records.DraftAsync(d.Teachers[1]), "2027-05-11", "2027-12-31");
    }

    [Fact]
    [Trait("Rule", "P10")]
    public async Task A_request_has_its_reason_and_the_stage_summary_and_a_refusal_moves_nothing()
    {
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        var project = await records.ApprovedAsync(d.Teachers[0]);
        const string sql = """
            insert into homeroom.research_extension_request (district_id, school_id, research_project_id, requested_on, requested_by, requested_until, reason, document_id)
            values ($1, $2, $3, '2027-05-10', '负责人', '2027-12-31', $4, $5)
            """;
        Assert.Equal("23502", await Outcome.OfAsync(() => Writer.ExecuteAsync(sql, d.Id, d.School, project, "样本不足", DBNull.Value)));
        await Writer.RefusedByAsync("research_extension_request_reason_check", sql, d.Id, d.School, project, " ", await records.DocumentAsync());
        await Writer.ExecuteAsync(DecideSql, await records.ExtensionRequestAsync(project, "2027-05-10", "2027-12-31"), "refused", DBNull.Value);
        Assert.Equal(new DateOnly(2027, 6, 30), await Writer.ScalarAsync<DateOnly>("select due_on from homeroom.research_project where research_project_id = $1", project));
    }

    [Fact]
    [Trait("Rule", "P10")]
    public async Task A_granted_change_moves_the_due_date_forward_only()
    {
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        var project = await records.ApprovedAsync(d.Teachers[0]);
        await using var connection = await Writer.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await connection.ExecuteAsync("""
            insert into homeroom.research_change_request (district_id, school_id, research_project_id, kind, before, after, reason, requested_on, requested_by, decision, decided_on, decided_by)
            values ($1, $2, $3, 'due_date', '旧', '新', '调整', '2026-11-01', '负责人', 'granted', '2026-11-02', '教科室')
            """, d.Id, d.School, project);
        const string move = "update homeroom.research_project set due_on = $2::text::date where research_project_id = $1";
        await connection.ExecuteAsync(move, project, "2027-03-31");
        Assert.Equal("p10_a_later_date_is_an_extension", await Outcome.OfAsync(() => connection.ExecuteAsync(move, project, "2027-04-01")));
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
        await Writer.RefusedByAsync("research_change_request_reason_check", request.Replace("范围调整", " ", StringComparison.Ordinal), d.Id, d.School, project, "旧", "新");
        await Writer.ExecuteAsync(request, d.Id, d.School, project, "旧", "新");
        await Writer.RefusedByAsync("p14_one_open_request_of_a_kind", request, d.Id, d.School, project, "旧", "更新");
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
        await Writer.RefusedByAsync("research_inspection_finding_check", sql.Replace("记录不全", " ", StringComparison.Ordinal), d.Id, d.School, project, DBNull.Value, DBNull.Value);
        await Writer.RefusedByAsync("p8_the_deadline_is_after_the_inspection", sql, d.Id, d.School, project, "2026-10-31", DBNull.Value);
        await Writer.RefusedByAsync("p8_what_is_mended_had_a_deadline", sql, d.Id, d.School, project, DBNull.Value, "2026-11-09");
        await Writer.RefusedByAsync("p8_what_is_mended_had_a_deadline", sql, d.Id, d.School, project, "2026-11-10", "2026-10-31");
        await Writer.ExecuteAsync(sql, d.Id, d.School, project, "2026-11-10", "2026-11-09");
    }

    [Fact]
    [Trait("Rule", "P8")]
    public async Task A_stage_has_its_goal_and_ends_after_it_starts_and_a_task_is_a_members_of_the_project()
    {
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        var project = await records.DraftAsync(d.Teachers[0]);
        var other = await records.DraftAsync(d.Teachers[1]);
        await Writer.RefusedByAsync("p8_a_stage_ends_after_it_starts", "update homeroom.research_stage set due_on = '2026-09-19' where research_project_id = $1", project);
        await Writer.RefusedByAsync("research_stage_goal_check", "update homeroom.research_stage set goal = ' ' where research_project_id = $1", project);
        const string task = """
            insert into homeroom.research_task (district_id, school_id, research_project_id, research_stage_id, research_member_id, description, due_on)
            select s.district_id, s.school_id, s.research_project_id, s.research_stage_id, m.research_member_id, '问卷', '2026-11-01'
            from homeroom.research_stage s, homeroom.research_member m where s.research_project_id = $1 and m.research_project_id = $2
            """;
        await Writer.RefusedByAsync("research_task_district_id_research_project_id_research_mem_fkey", task, project, other);
        await Writer.ExecuteAsync(task, project, project);
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
        await Writer.RefusedByAsync(
            "research_portfolio_item_category_check", sql.Replace("research_notes", "anything", StringComparison.Ordinal), d.Id, d.School, project, "今天……", DBNull.Value);
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

    [Fact]
    [Trait("Rule", "P12")]
    public async Task A_target_counts_the_projects_of_its_school_level_and_year()
    {
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        const string year = "insert into homeroom.school_year (district_id, name, starts_on, ends_on) values ($1, $2, $3::text::date, $4::text::date) returning school_year_id";
        var before = await Writer.ScalarAsync<long>(year, d.Id, "before", "2025-09-01", "2026-09-01");
        var after = await Writer.ScalarAsync<long>(year, d.Id, "after", "2027-09-01", "2028-09-01");
        var other = await Writer.ScalarAsync<long>(
            "insert into homeroom.school (district_id, code, name, pinyin, stage) values ($1, '0000000002', 'S2', 's2', 'primary') returning school_id", d.Id);
        Task<List<int>> CountsAsync() => Writer.ColumnAsync<int>("""
            select homeroom.running_project_count($1, c.school, c.level, c.year)
            from (values ($2::bigint, 'county', $4::bigint), ($2, 'city_key', $4), ($3::bigint, 'county', $4), ($2, 'county', $5::bigint), ($2, 'county', $6::bigint)) c (school, level, year)
            """, d.Id, d.School, other, d.SchoolYear, before, after);

        await records.SubmittedAsync(d.Teachers[1]);
        Assert.Equal([0, 0, 0, 0, 0], await CountsAsync());
        var project = await records.ApprovedAsync(d.Teachers[0]); // on 2026-10-01
        Assert.Equal([1, 0, 0, 0, 1], await CountsAsync());
        await records.MilestoneAsync(project, "termination"); // on 2026-10-20
        Assert.Equal([1, 0, 0, 0, 0], await CountsAsync());
    }
}
