using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Data.Tests.Research;

/// <summary>A leader leads one unfinished project at a time, and is its one member of that role (rules P2, P3).</summary>
public sealed class OneUnfinishedProjectTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    private NpgsqlDataSource Writer => test.Database.Writer;

    [Fact]
    [Trait("Rule", "P2")]
    public async Task A_second_submission_is_refused_and_drafts_dont_count()
    {
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        await records.SubmittedAsync(d.Teachers[0]);
        var second = await records.DraftAsync(d.Teachers[0], title: "第二");
        await records.ApplicationAsync(second);
        await records.StepRefusedByAsync("p2_one_unfinished_project", second, "draft", "submitted");
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
    [InlineData("submitted>withdrawn")]
    [InlineData("submitted>in_review", "in_review>rejected")]
    public async Task A_finished_project_makes_room(params string[] steps)
    {
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        var first = await records.SubmittedAsync(d.Teachers[0]);
        foreach (var step in steps)
            await records.StepAsync(first, step.Split('>')[0], step.Split('>')[1]);
        await records.SubmittedAsync(d.Teachers[0], title: "第二");
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
        await records.MilestoneAsync(first, kind);
        await records.StepAsync(second, "draft", "submitted");
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
