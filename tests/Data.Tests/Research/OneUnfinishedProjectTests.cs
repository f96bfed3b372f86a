using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Data.Tests.Research;

/// <summary>A leader leads one unfinished project at a time, and is its one member of that role (rules P2, P3).</summary>
public sealed class OneUnfinishedProjectTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    private NpgsqlDataSource Writer => test.Database.Writer;

    [Theory]
    [Trait("Rule", "P2")]
    [InlineData("submitted")]
    [InlineData("in_review")]
    [InlineData("revision_requested")]
    [InlineData("recommended")]
    [InlineData("approved")]
    [InlineData("running")]
    public async Task A_second_submission_is_refused_while_the_first_project_is_unfinished(string state)
    {
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        await BringAsync(records, await records.SubmittedAsync(d.Teachers[0]), state);
        var second = await records.DraftAsync(d.Teachers[0], title: "第二");
        await records.ApplicationAsync(second);
        await records.StepRefusedByAsync("p2_one_unfinished_project", second, "draft", "submitted");
    }

    [Fact]
    [Trait("Rule", "P2")]
    public async Task Drafts_dont_count()
    {
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        var project = await records.SubmittedAsync(d.Teachers[0]);
        Assert.Equal("done", await Outcome.OfAsync(() => records.DraftAsync(d.Teachers[0], title: "第二")));
        Assert.Equal("done", await Outcome.OfAsync(() => records.StepAsync(project, "submitted", "withdrawn")));
        Assert.Equal("done", await Outcome.OfAsync(() => records.SubmittedAsync(d.Teachers[0], title: "第三")));
    }

    [Fact]
    [Trait("Rule", "P2")]
    public async Task Of_parallel_submissions_one_wins()
    {
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        var drafts = new List<long>();
        for (var n = 0; n < 8; n++)
        {
            drafts.Add(await records.DraftAsync(d.Teachers[0], title: $"课题{n}"));
            await records.ApplicationAsync(drafts[^1]);
        }

        var outcomes = await Task.WhenAll(drafts.Select(draft => Outcome.OfAsync(() => records.StepAsync(draft, "draft", "submitted"))));
        Assert.Single(outcomes, Outcome.Done);
        Assert.Equal(7, outcomes.Count(outcome => outcome == "p2_one_unfinished_project"));
    }

    [Theory]
    [Trait("Rule", "P2")]
    [InlineData("submitted", "withdrawn")]
    [InlineData("in_review", "rejected")]
    [InlineData("revision_requested", "withdrawn")]
    [InlineData("recommended", "refused")]
    public async Task A_finished_project_makes_room(string state, string end)
    {
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        var first = await records.SubmittedAsync(d.Teachers[0]);
        await BringAsync(records, first, state);
        Assert.Equal("done", await Outcome.OfAsync(() => end == "refused" ? records.DecisionAsync(first, end) : records.StepAsync(first, state, end)));
        Assert.Equal("done", await Outcome.OfAsync(() => records.SubmittedAsync(d.Teachers[0], title: "第二")));
    }

    [Theory]
    [Trait("Rule", "P2")]
    [InlineData("closing")]
    [InlineData("termination")]
    public async Task A_closed_or_terminated_project_makes_room(string kind)
    {
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        var first = await records.ApprovedAsync(d.Teachers[0]);
        await records.MilestoneAsync(first, "opening");
        await records.MilestoneAsync(first, "midterm");
        var second = await records.DraftAsync(d.Teachers[0], title: "第二");
        await records.ApplicationAsync(second);
        await records.StepRefusedByAsync("p2_one_unfinished_project", second, "draft", "submitted");
        Assert.Equal("done", await Outcome.OfAsync(() => records.MilestoneAsync(first, kind)));
        Assert.Equal("done", await Outcome.OfAsync(() => records.StepAsync(second, "draft", "submitted")));
    }

    [Fact]
    [Trait("Rule", "P2")]
    public async Task It_holds_for_a_change_of_leader_too()
    {
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        await records.SubmittedAsync(d.Teachers[0]);
        var second = await records.SubmittedAsync(d.Teachers[1], "county", "第二", d.Teachers[0]);
        await Writer.RefusedByAsync("p2_one_unfinished_project", ChangeLeaderSql, second, d.Teachers[0]);
        await Writer.ExecuteAsync("update homeroom.research_project set title = title where research_project_id = $1", second);
    }

    [Fact]
    [Trait("Rule", "P2")]
    public async Task Parallel_changes_of_leader_give_a_teacher_one_project()
    {
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        var free = d.Teachers[0];
        var projects = new List<long>();
        foreach (var leader in d.Teachers.Skip(1))
            projects.Add(await records.SubmittedAsync(leader, "county", $"课题{leader}", free));
        var outcomes = await Task.WhenAll(projects.Select(project => Outcome.OfAsync(() => Writer.ExecuteAsync(ChangeLeaderSql, project, free))));
        Assert.Single(outcomes, Outcome.Done);
        Assert.Equal(projects.Count - 1, outcomes.Count(outcome => outcome == "p2_one_unfinished_project"));
    }

    [Fact]
    [Trait("Rule", "P2")]
    [Trait("Rule", "P3")]
    public async Task Leader_and_member_as_leader_are_one()
    {
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        var project = await records.DraftAsync(d.Teachers[0]);
        await records.MemberAsync(project, d.Teachers[1]);
        await Writer.RefusedByAsync(
            "p3_the_leader_is_a_member", "update homeroom.research_project set leader_id = $2 where research_project_id = $1", project, d.Teachers[1]);
        await Writer.RefusedByAsync(
            "p3_the_leader_is_a_member", "delete from homeroom.research_member where research_project_id = $1 and role = 'leader'", project);
        await Writer.RefusedByAsync(
            "p2_one_leader_a_project", "update homeroom.research_member set role = 'leader' where research_project_id = $1", project);
        await Writer.ExecuteAsync(ChangeLeaderSql, project, d.Teachers[1]);
    }

    [Fact]
    [Trait("Rule", "P3")]
    public async Task Every_member_has_a_duty_and_is_named_once()
    {
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        var project = await records.DraftAsync(d.Teachers[0]);
        foreach (var empty in new[] { "", " \n" })
            Assert.Equal("p3_a_duty_is_not_empty", await Outcome.OfAsync(() => records.MemberAsync(project, d.Teachers[1], empty)));
        Assert.Equal("p3_a_member_is_named_once", await Outcome.OfAsync(() => records.MemberAsync(project, d.Teachers[0])));
    }

    [Fact]
    public async Task A_draft_can_be_thrown_away_whole()
    {
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        var project = await records.DraftAsync(d.Teachers[0]);
        await records.ApplicationAsync(project, "draft");
        var member = await records.MemberAsync(project, d.Teachers[1]);
        await Writer.ExecuteAsync("""
            with stage as (
                insert into homeroom.research_stage (district_id, school_id, research_project_id, position, goal, starts_on, due_on)
                values ($1, $2, $3, 2, '调查', '2026-10-01', '2026-12-31') returning research_stage_id)
            insert into homeroom.research_task (district_id, school_id, research_project_id, research_stage_id, research_member_id, description, due_on)
            select $1, $2, $3, research_stage_id, $4, '发放问卷', '2026-11-01' from stage
            """, d.Id, d.School, project, member);
        await Writer.ExecuteAsync("delete from homeroom.research_project where research_project_id = $1", project);
        Assert.Equal(0, await Writer.ScalarAsync<long>("select count(*) from homeroom.research_task where research_project_id = $1", project));
    }

    /// <summary>Takes a submitted project on to a state in which it is unfinished.</summary>
    private static async Task BringAsync(ResearchRecords records, long project, string state)
    {
        if (state != "submitted")
            await records.StepAsync(project, "submitted", "in_review");
        if (state is "revision_requested" or "recommended" or "approved" or "running")
            await records.StepAsync(project, "in_review", state == "revision_requested" ? state : "recommended");
        if (state is "approved" or "running")
            await records.DecisionAsync(project);
        if (state == "running")
            await records.MilestoneAsync(project, "opening");
    }

    private const string ChangeLeaderSql = """
        with former as (
            update homeroom.research_member set role = 'member' where research_project_id = $1 and role = 'leader' returning research_project_id),
        project as (
            update homeroom.research_project set leader_id = $2 from former
            where research_project.research_project_id = former.research_project_id returning research_project.research_project_id)
        update homeroom.research_member m set role = 'leader' from project
        where m.research_project_id = project.research_project_id and m.teacher_id = $2
        """;
}
