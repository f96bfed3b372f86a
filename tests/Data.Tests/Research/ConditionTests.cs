using HomeroomGraph.Data.Tests.Figures;
using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Data.Tests.Research;

/// <summary>The conditions of the steps hold for whoever takes them, by whichever way (rules P4, P5, P9, P11, P14).</summary>
public sealed class ConditionTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    private const string BeginReviewSql = """
        insert into homeroom.research_state_change (district_id, school_id, research_project_id, from_state, to_state, changed_by, changed_at)
        values ($1, $2, $3, 'submitted', 'in_review', '教科室', '2026-09-25T08:00:00Z')
        """;

    private NpgsqlDataSource Writer => test.Database.Writer;

    [Fact]
    [Trait("Rule", "P4")]
    public async Task What_a_submission_lacks_is_said_all_at_once()
    {
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        var project = await records.DraftAsync(d.Teachers[0]);
        var application = await records.ApplicationAsync(project, "draft", background: " ");
        await Writer.ExecuteAsync("update homeroom.research_application set plan = null, due_on = '2026-09-01' where research_application_id = $1", application);
        await Writer.ExecuteAsync("update homeroom.research_member set task = null where research_project_id = $1", project);
        await Writer.ExecuteAsync("delete from homeroom.research_theme where research_project_id = $1", project);
        Assert.Equal(
            [
                "p1_a_theme_is_tagged themes", "p4_a_stage_ends_within_the_project stages.0 2026-12-31", "p4_every_member_has_a_task members.0 T1", "p4_every_part_is_stated background", "p4_every_part_is_stated plan",
                "p4_the_due_date_is_ahead dueOn 2026-09-01",
            ],
            await MissingAsync(d, project));
        await Writer.ExecuteAsync("delete from homeroom.research_stage where research_project_id = $1", project);
        Assert.Contains("p4_a_stage_goal_is_stated stages", await MissingAsync(d, project));
    }

    [Fact]
    [Trait("Rule", "P5")]
    public async Task A_review_begins_with_enough_reviewers_and_ends_when_each_has_given_it()
    {
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        var project = await records.SubmittedAsync(d.Teachers[0]);
        await Writer.RefusedByAsync("p5_reviewers_at_least", BeginReviewSql, d.Id, d.School, project);
        var application = await Writer.ScalarAsync<long>("select research_application_id from homeroom.research_application where research_project_id = $1", project);
        await records.ReviewAsync(application, d.Teachers[1]);
        await Writer.RefusedByAsync("p5_reviewers_at_least", BeginReviewSql, d.Id, d.School, project);
        var open = await records.ReviewAsync(application, d.Teachers[2], "assigned");
        await Writer.ExecuteAsync(BeginReviewSql, d.Id, d.School, project);
        foreach (var outcome in new[] { "rejected", "recommended", "revision_requested" })
            await records.StepRefusedByAsync("p5_every_review_is_given", project, "in_review", outcome);

        // Released, there is one too few.
        await Writer.ExecuteAsync("update homeroom.research_review set state = 'released' where research_review_id = $1", open);
        await records.StepRefusedByAsync("p5_reviewers_at_least", project, "in_review", "rejected");
        await records.ReviewedAsync(project);
        await records.StepAsync(project, "in_review", "rejected");
    }

    [Fact]
    [Trait("Rule", "P5")]
    public async Task A_review_is_given_while_the_project_is_in_review()
    {
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        var project = await records.SubmittedAsync(d.Teachers[0]);
        var application = await Writer.ScalarAsync<long>("select research_application_id from homeroom.research_application where research_project_id = $1", project);
        var review = await records.ReviewAsync(application, d.Teachers[1], "assigned");
        await records.StepAsync(project, "submitted", "withdrawn");
        await Writer.RefusedByAsync(
            "p5_a_review_is_given_in_review",
            "update homeroom.research_review set state = 'submitted', submitted_at = '2026-09-30T08:00:00Z', scientific = 1, advancement = 1, feasibility = 1, comment = 'x' where research_review_id = $1", review);
    }

    [Fact]
    [Trait("Rule", "P9")]
    public async Task Closing_needs_the_portfolio()
    {
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        var project = await records.ApprovedAsync(d.Teachers[0]);
        await records.MilestoneAsync(project, "opening");
        await records.MilestoneAsync(project, "midterm");
        await records.MilestoneRefusedByAsync("p9_closing_needs_the_portfolio", project, "closing");
        Assert.Equal("p9_closing_needs_the_portfolio", await Outcome.OfAsync(() => RequestAsync(d, records, project, "closing")));
        await records.PortfolioAsync(project);
        await Writer.ExecuteAsync("delete from homeroom.research_portfolio_item where research_project_id = $1 and category = 'cases'", project);
        await records.MilestoneRefusedByAsync("p9_closing_needs_the_portfolio", project, "closing");
        await records.MilestoneAsync(project, "closing");
    }

    [Fact]
    [Trait("Rule", "P11")]
    public async Task A_request_for_a_milestone_comes_in_its_turn_one_at_a_time_and_stays()
    {
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        var project = await records.ApprovedAsync(d.Teachers[0]);
        Assert.Equal("p11_a_milestone_comes_in_its_turn", await Outcome.OfAsync(() => RequestAsync(d, records, project, "midterm")));
        await RequestAsync(d, records, project, "opening");
        Assert.Equal("p11_one_open_request_of_a_kind", await Outcome.OfAsync(() => RequestAsync(d, records, project, "opening")));
        const string decide = "update homeroom.research_milestone_request set decision = $2, decided_on = '2026-10-20', decided_by = '教科室' where research_project_id = $1";
        await Writer.ExecuteAsync(decide, project, "refused");
        await Writer.RefusedByAsync("p11_a_decision_stays", decide, project, "granted");
        Assert.Equal("HG002", (await Assert.ThrowsAsync<PostgresException>(() => Writer.ExecuteAsync("update homeroom.research_milestone_request set results = 'x' where research_project_id = $1", project))).SqlState);
        await RequestAsync(d, records, project, "opening");
    }

    [Theory]
    [Trait("Rule", "P11")]
    [InlineData("closing", "results", "p11_a_request_for_closing_has_results")]
    [InlineData("termination", "reason", "p11_a_request_for_termination_has_a_reason")]
    [InlineData("opening", "document_id", "23502")]
    public async Task A_request_for_a_milestone_has_its_document_and_what_it_is_about(string kind, string without, string refusal)
    {
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        var project = await records.ApprovedAsync(d.Teachers[0]);
        if (kind == "closing")
        {
            await records.MilestoneAsync(project, "opening");
            await records.MilestoneAsync(project, "midterm");
            await records.PortfolioAsync(project);
        }

        var document = await records.DocumentAsync();
        Assert.Equal(refusal, await Outcome.OfAsync(() => Writer.ExecuteAsync($"""
            insert into homeroom.research_milestone_request (district_id, school_id, research_project_id, kind, requested_on, requested_by, document_id, results, reason)
            select $1, $2, $3, $4, '2026-10-20', '负责人', nullif($5::bigint, {(without == "document_id" ? "$5" : "0")}), {(without == "results" ? "' '" : "'成果'")}, {(without == "reason" ? "' '" : "'理由'")}
            """, d.Id, d.School, project, kind, document)));
    }

    [Theory]
    [Trait("Rule", "P14")]
    [InlineData("update homeroom.research_project set title = '别的题目' where research_project_id = $1", "title")]
    [InlineData("update homeroom.research_project set due_on = '2027-01-31' where research_project_id = $1", "due_date")]
    [InlineData("update homeroom.research_member set duty = '别的分工' where research_project_id = $1", "members")]
    [InlineData("update homeroom.research_member set left_on = '2026-11-01' where research_project_id = $1 and role = 'member'", "members")]
    public async Task A_running_project_changes_by_a_granted_request_only(string change, string kind)
    {
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        var project = await records.ApprovedAsync(d.Teachers[0], "课题", d.Teachers[1]);
        await Writer.RefusedByAsync("p14_a_running_project_changes_by_request", change, project);
        await using var connection = await Writer.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using (var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken))
        {
            await connection.ExecuteAsync("""
                insert into homeroom.research_change_request (district_id, school_id, research_project_id, kind, before, after, reason, requested_on, requested_by, decision, decided_on, decided_by)
                values ($1, $2, $3, $4, '旧', '新', '调整', '2026-11-01', '负责人', 'granted', '2026-11-02', '教科室')
                """, d.Id, d.School, project, kind);
            await connection.ExecuteAsync(change, project);
            await transaction.CommitAsync(TestContext.Current.CancellationToken);
        }

        // The grant was good for its transaction, also where the connection goes on.
        var again = change.Replace("别的", "又别的", StringComparison.Ordinal).Replace("01-31", "01-30", StringComparison.Ordinal).Replace("11-01", "11-03", StringComparison.Ordinal);
        Assert.Equal("p14_a_running_project_changes_by_request", await Outcome.OfAsync(() => connection.ExecuteAsync(again, project)));
    }

    [Theory]
    [Trait("Rule", "P14")]
    [InlineData("update homeroom.research_project set title = '别的题目' where research_project_id = $1", "due_date")]
    [InlineData("update homeroom.research_project set due_on = '2027-01-31' where research_project_id = $1", "title")]
    [InlineData("update homeroom.research_member set duty = '别的分工' where research_project_id = $1", "content")]
    public async Task A_grant_is_for_its_kind_of_change(string change, string granted)
    {
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        var project = await records.ApprovedAsync(d.Teachers[0], "课题", d.Teachers[1]);
        await using var connection = await Writer.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await connection.ExecuteAsync("""
            insert into homeroom.research_change_request (district_id, school_id, research_project_id, kind, before, after, reason, requested_on, requested_by, decision, decided_on, decided_by)
            values ($1, $2, $3, $4, '旧', '新', '调整', '2026-11-01', '负责人', 'granted', '2026-11-02', '教科室')
            """, d.Id, d.School, project, granted);
        Assert.Equal("p14_a_running_project_changes_by_request", await Outcome.OfAsync(() => connection.ExecuteAsync(change, project)));
    }

    [Fact]
    [Trait("Rule", "P14")]
    public async Task A_running_projects_leader_changes_by_a_granted_request_only()
    {
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        var project = await records.ApprovedAsync(d.Teachers[0], "课题", d.Teachers[1]);
        await Writer.RefusedByAsync(
            "p14_a_running_project_changes_by_request", "update homeroom.research_project set leader_id = $2 where research_project_id = $1", project, d.Teachers[1]);
    }

    private Task<List<string>> MissingAsync(SmallDistrict d, long project) => Writer.ColumnAsync<string>(
        "select concat_ws(' ', code, part, detail) from homeroom.missing_of_submission($1, $2, '2026-11-16') order by 1", d.Id, project);

    private async Task RequestAsync(SmallDistrict d, ResearchRecords records, long project, string kind) => await Writer.ExecuteAsync(
        """
        insert into homeroom.research_milestone_request (district_id, school_id, research_project_id, kind, document_id, results, reason, requested_on, requested_by)
        values ($1, $2, $3, $4, $5, '成果', '理由', '2026-10-18', '负责人')
        """, d.Id, d.School, project, kind, await records.DocumentAsync());
}
