using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Data.Tests.Research;

/// <summary>A project's way from draft to closing: no step is skipped or taken twice, and each has what it needs (rules P7, P11).</summary>
public sealed class StepTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    private NpgsqlDataSource Writer => test.Database.Writer;

    [Fact]
    [Trait("Rule", "P11")]
    public async Task The_whole_way_is_recorded()
    {
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        var project = await records.ApprovedAsync(d.Teachers[0]);
        foreach (var kind in new[] { "opening", "midterm", "closing" })
            await records.MilestoneAsync(project, kind);
        Assert.Equal(
            ["1 draft submitted", "2 submitted in_review", "3 in_review recommended", "4 recommended approved", "5 approved running", "6 running closed"],
            await Writer.ColumnAsync<string>(
                "select concat_ws(' ', number, from_state, to_state) from homeroom.research_state_change where research_project_id = $1 order by number",
                project));
        Assert.Equal("closed 区教研室 2026-10-01 2027-06-30 2026-10-20", await Writer.ScalarAsync<string>(
            "select concat_ws(' ', state, approval_body, approved_on, due_on, ended_on) from homeroom.research_project where research_project_id = $1", project));
        Assert.Equal("passed", await Writer.ScalarAsync<string>("select outcome from homeroom.research_application where research_project_id = $1", project));
    }

    [Theory]
    [Trait("Rule", "P11")]
    [InlineData("in_review", "recommended", "p11_a_step_starts_where_the_project_is")]
    [InlineData("submitted", "running", "p11_a_milestone_comes_first")]
    [InlineData("submitted", "approved", "p7_a_decision_comes_first")]
    [InlineData("submitted", "revision_requested", "p11_no_step_is_skipped")]
    [InlineData("submitted", "draft", "p11_no_step_is_skipped")]
    public async Task No_step_is_skipped(string from, string to, string constraint)
    {
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        var project = await records.SubmittedAsync(d.Teachers[0]);
        await records.StepRefusedByAsync(constraint, project, from, to);
    }

    [Fact]
    [Trait("Rule", "P11")]
    public async Task Milestones_come_in_their_turn_and_once()
    {
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        var project = await records.ApprovedAsync(d.Teachers[0]);
        await records.MilestoneRefusedByAsync("p11_a_milestone_comes_in_its_turn", project, "midterm");
        await records.MilestoneAsync(project, "opening");
        await records.MilestoneRefusedByAsync("p11_no_step_is_taken_twice", project, "opening");
        await records.MilestoneRefusedByAsync("p11_a_milestone_comes_in_its_turn", project, "closing");
        await records.MilestoneAsync(project, "midterm");
        await records.MilestoneRefusedByAsync("p11_no_step_is_taken_twice", project, "midterm");
        await records.MilestoneAsync(project, "closing");
        await records.MilestoneRefusedByAsync("p11_a_milestone_comes_in_its_turn", project, "termination");
    }

    [Fact]
    [Trait("Rule", "P11")]
    public async Task Of_many_at_the_same_time_one_takes_the_step()
    {
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        var project = await records.SubmittedAsync(d.Teachers[0]);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(n =>
            Outcome.OfAsync(() => records.StepAsync(project, "submitted", n % 2 == 0 ? "in_review" : "withdrawn"))));
        Assert.Single(outcomes, Outcome.Done);
        Assert.Equal(19, outcomes.Count(outcome => outcome == "p11_a_step_starts_where_the_project_is"));
    }

    [Fact]
    [Trait("Rule", "P11")]
    public async Task Closing_and_termination_at_the_same_time_are_one_end()
    {
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        var project = await records.ApprovedAsync(d.Teachers[0]);
        await records.MilestoneAsync(project, "opening");
        await records.MilestoneAsync(project, "midterm");
        var outcomes = await Task.WhenAll(
            Outcome.OfAsync(() => records.MilestoneAsync(project, "closing")), Outcome.OfAsync(() => records.MilestoneAsync(project, "termination")));
        Assert.Single(outcomes, Outcome.Done);
        Assert.Single(outcomes, "p11_a_milestone_comes_in_its_turn");
    }

    [Theory]
    [Trait("Rule", "P11")]
    [InlineData("update homeroom.research_project set state = 'running' where research_project_id = $1", "p11_no_state_without_a_step")]
    [InlineData("update homeroom.research_project set state_number = 9 where research_project_id = $1", "p11_no_state_without_a_step")]
    [InlineData("insert into homeroom.research_project (district_id, school_id, title, level, leader_id, created_on, state) select district_id, school_id, 'x', level, leader_id, created_on, 'submitted' from homeroom.research_project where research_project_id = $1", "p11_a_project_begins_as_a_draft")]
    [InlineData("update homeroom.research_milestone set grade = null where research_project_id = $1", "p11_a_closing_has_results_review_and_grade")]
    public async Task No_state_without_a_step(string sql, string constraint)
    {
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        var project = await records.ApprovedAsync(d.Teachers[0]);
        foreach (var kind in new[] { "opening", "midterm", "closing" })
            await records.MilestoneAsync(project, kind);
        await Writer.RefusedByAsync(constraint, sql, project);
    }

    [Theory]
    [Trait("Rule", "P11")]
    [InlineData("update homeroom.research_state_change set changed_by = 'x'")]
    [InlineData("delete from homeroom.research_state_change")]
    [InlineData("delete from homeroom.research_milestone")]
    [InlineData("update homeroom.research_milestone set kind = 'opening'")]
    [InlineData("delete from homeroom.research_decision")]
    [InlineData("update homeroom.research_decision set decision = 'refused'")]
    public async Task What_was_done_stays(string sql) =>
        Assert.Equal("HG002", (await Assert.ThrowsAsync<PostgresException>(() => Writer.ExecuteAsync(sql))).SqlState);

    [Fact]
    [Trait("Rule", "P7")]
    public async Task The_level_says_who_approves()
    {
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        var county = await records.SubmittedAsync(d.Teachers[0]);
        await records.StepAsync(county, "submitted", "in_review");
        await records.DecisionRefusedByAsync("p11_a_step_starts_where_the_project_is", county);
        await records.StepRefusedByAsync("p7_the_level_says_who_approves", county, "in_review", "approved");

        var own = await records.SubmittedAsync(d.Teachers[1], "school", "校本");
        await records.StepAsync(own, "submitted", "in_review");
        await records.StepRefusedByAsync("p7_the_level_says_who_approves", own, "in_review", "recommended");
        await records.DecisionAsync(own);
        Assert.Equal("approved", await StateOfAsync(own));
    }

    [Fact]
    [Trait("Rule", "P7")]
    public async Task There_is_one_decision_and_an_approval_has_its_number()
    {
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        var project = await records.SubmittedAsync(d.Teachers[0]);
        await records.StepAsync(project, "submitted", "in_review");
        await records.StepAsync(project, "in_review", "recommended");
        await Writer.RefusedByAsync("p7_an_approved_project_has_its_approval", """
            insert into homeroom.research_decision (district_id, school_id, research_project_id, decision, body, decided_on, recorded_by, recorded_at)
            values ($1, $2, $3, 'approved', '区教研室', '2026-10-01', '教科室', '2026-10-02T08:00:00Z')
            """, d.Id, d.School, project);
        await records.DecisionAsync(project, "refused");
        Assert.Equal("refused", await StateOfAsync(project));
        await records.DecisionRefusedByAsync("p7_one_decision_a_project", project);
    }

    [Fact]
    [Trait("Rule", "P7")]
    public async Task No_approval_without_its_decision_and_its_own_number()
    {
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        var projects = new List<long>();
        foreach (var leader in d.Teachers.Take(2))
        {
            projects.Add(await records.SubmittedAsync(leader));
            await records.StepAsync(projects[^1], "submitted", "in_review");
            await records.StepAsync(projects[^1], "in_review", "recommended");
        }

        foreach (var decided in new[] { "approved", "refused" })
            await records.StepRefusedByAsync("p7_a_decision_comes_first", projects[0], "recommended", decided);
        const string decide = """
            insert into homeroom.research_decision (district_id, school_id, research_project_id, decision, body, number, decided_on, recorded_by, recorded_at)
            values ($1, $2, $3, 'approved', '区教研室', '2026-07', '2026-10-01', '教科室', '2026-10-02T08:00:00Z')
            """;
        await Writer.ExecuteAsync(decide, d.Id, d.School, projects[0]);
        Assert.Equal("区教研室 2026-07 2026-10-01", await Writer.ScalarAsync<string>(
            "select concat_ws(' ', approval_body, approval_number, approved_on) from homeroom.research_project where research_project_id = $1", projects[0]));
        await Writer.RefusedByAsync("p7_one_project_an_approval_number", decide, d.Id, d.School, projects[1]);
    }

    [Theory]
    [Trait("Rule", "P11")]
    [InlineData("opening", "document_id", "23502")]
    [InlineData("opening", "held_on", "23502")]
    [InlineData("midterm", "held_by", "23502")]
    [InlineData("termination", "reason", "p11_a_termination_has_a_reason")]
    [InlineData("closing", "grade", "p11_a_closing_has_results_review_and_grade")]
    [InlineData("closing", "results", "p11_a_closing_has_results_review_and_grade")]
    [InlineData("closing", "conclusion", "p11_a_closing_has_results_review_and_grade")]
    public async Task A_step_has_who_when_and_the_document_and_what_is_its_own(string kind, string without, string refusal)
    {
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        var project = await records.ApprovedAsync(d.Teachers[0]);
        if (kind is "midterm" or "closing")
            await records.MilestoneAsync(project, "opening");
        if (kind == "closing")
        {
            await records.MilestoneAsync(project, "midterm");
            await records.PortfolioAsync(project);
        }

        var columns = new Dictionary<string, string>
        {
            ["held_on"] = "'2026-10-20'", ["held_by"] = "'教科室'", ["document_id"] = "$5", ["conclusion"] = "'通过'", ["results"] = "'成果'", ["grade"] = kind == "closing" ? "'good'" : "null", ["reason"] = "'调离'",
        };
        string Milestone() => $"""
            insert into homeroom.research_milestone (district_id, school_id, research_project_id, kind, recorded_at, {string.Join(", ", columns.Keys)})
            select $1, $2, $3, $4, '2026-10-20T08:00:00Z', {string.Join(", ", columns.Values)} from (select $5::bigint) given
            """;
        var whole = Milestone();
        columns[without] = "null";
        var document = await records.DocumentAsync();
        Assert.Equal(refusal, await Outcome.OfAsync(() => Writer.ExecuteAsync(Milestone(), d.Id, d.School, project, kind, document)));
        await Writer.ExecuteAsync(whole, d.Id, d.School, project, kind, document);
    }

    private Task<string> StateOfAsync(long project) => Writer.ScalarAsync<string>("select state from homeroom.research_project where research_project_id = $1", project);
}
