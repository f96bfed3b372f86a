using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Data.Tests.Research;

/// <summary>Applications, reviews and answers (rules P4, P5, P6).</summary>
public sealed class ReviewTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    private NpgsqlDataSource Writer => test.Database.Writer;

    [Fact]
    [Trait("Rule", "P4")]
    public async Task A_draft_may_be_incomplete_and_a_submitted_version_may_not()
    {
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        var project = await records.DraftAsync(d.Teachers[0]);
        Assert.Equal("done", await Outcome.OfAsync(() => records.ApplicationAsync(project, "draft", background: " ")));
        var application = await Writer.ScalarAsync<long>("select max(research_application_id) from homeroom.research_application where research_project_id = $1", project);
        Assert.Equal("done", await Outcome.OfAsync(() => Writer.ExecuteAsync("update homeroom.research_application set plan = null, due_on = null where research_application_id = $1", application)));
        await Writer.RefusedByAsync("p4_a_submitted_application_is_complete", SubmitSql, application);
        await records.StepRefusedByAsync("p4_a_submission_has_a_new_version", project, "draft", "submitted");
        await Writer.ExecuteAsync("update homeroom.research_application set background = '背景', plan = '方案', due_on = '2027-06-30' where research_application_id = $1", application);
        await Writer.ExecuteAsync(SubmitSql, application);
        await records.StepAsync(project, "draft", "submitted");
    }

    [Theory]
    [Trait("Rule", "P4")]
    [InlineData("background", "background")]
    [InlineData("significance", "significance")]
    [InlineData("academic_value", "academicValue")]
    [InlineData("necessity", "necessity")]
    [InlineData("feasibility", "feasibility")]
    [InlineData("innovation", "innovation")]
    [InlineData("plan", "plan")]
    [InlineData("expected_results", "expectedResults")]
    [InlineData("due_on", "dueOn")]
    public async Task Each_part_of_an_application_is_asked_for(string column, string part)
    {
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        var project = await records.DraftAsync(d.Teachers[0]);
        var application = await records.ApplicationAsync(project, "draft");
        await Writer.ExecuteAsync($"update homeroom.research_application set {column} = null where research_application_id = $1", application);
        Assert.Equal([$"p4_every_part_is_stated {part}"], await Writer.ColumnAsync<string>(
            "select concat_ws(' ', code, part) from homeroom.missing_of_submission($1, $2, '2026-09-15')", d.Id, project));
        await Writer.RefusedByAsync("p4_a_submitted_application_is_complete", SubmitSql, application);
    }

    [Theory]
    [Trait("Rule", "P4")]
    [InlineData("delete from homeroom.research_stage where research_project_id = $1", "p4_a_stage_goal_is_stated")]
    [InlineData("update homeroom.research_stage set due_on = '2027-07-01' where research_project_id = $1", "p4_a_stage_ends_within_the_project")]
    [InlineData("update homeroom.research_member set task = ' ' where research_project_id = $1", "p4_every_member_has_a_task")]
    [InlineData("update homeroom.research_application set due_on = '2026-09-25' where research_project_id = $1", "p4_the_due_date_is_ahead")]
    public async Task A_submission_by_whichever_way_has_its_stages_tasks_and_due_date(string change, string constraint)
    {
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        var project = await records.DraftAsync(d.Teachers[0]);
        await Writer.ExecuteAsync("update homeroom.research_stage set due_on = '2026-09-24' where research_project_id = $1", project);
        var application = await records.ApplicationAsync(project, "draft");
        await Writer.ExecuteAsync(change, project);
        await Writer.ExecuteAsync(SubmitSql, application);
        await records.StepRefusedByAsync(constraint, project, "draft", "submitted");
    }

    [Fact]
    [Trait("Rule", "P3")]
    [Trait("Rule", "P6")]
    public async Task A_submitted_version_stays_with_its_team()
    {
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        var project = await records.DraftAsync(d.Teachers[0]);
        await records.MemberAsync(project, d.Teachers[1], "访谈");
        var application = await records.ApplicationAsync(project);
        await Writer.ExecuteAsync("update homeroom.research_member set duty = '整理' where research_project_id = $1", project);
        Assert.Equal("主持研究,访谈", await Writer.ScalarAsync<string>(
            "select coalesce(string_agg(m ->> 'duty', ','), '') from homeroom.research_application, jsonb_array_elements(members) m where research_application_id = $1",
            application));
        foreach (var change in new[] { "background = 'x'", "members = '[]'", "state = 'draft'" })
            await Writer.RefusedByAsync("p6_a_submitted_version_stays", $"update homeroom.research_application set {change} where research_application_id = $1", application);
        await Writer.RefusedByAsync("p6_a_submitted_version_stays", "delete from homeroom.research_application where research_application_id = $1", application);
    }

    [Fact]
    [Trait("Rule", "P6")]
    public async Task A_revision_is_a_new_version_with_every_opinion_answered()
    {
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        var project = await records.SubmittedAsync(d.Teachers[0]);
        await records.StepAsync(project, "submitted", "in_review");
        var first = await ApplicationOfAsync(project, 1);
        await records.OpinionAsync(first, "缩小范围");
        await records.StepAsync(project, "in_review", "revision_requested");
        Assert.Equal("revision", await Writer.ScalarAsync<string>("select outcome from homeroom.research_application where research_application_id = $1", first));

        await records.StepRefusedByAsync("p4_a_submission_has_a_new_version", project, "revision_requested", "submitted");
        await records.ApplicationAsync(project, background: "新的背景");
        await records.StepRefusedByAsync("p6_every_opinion_is_answered", project, "revision_requested", "submitted");
        await Writer.ExecuteAsync("update homeroom.research_opinion set answer = '已改为五年级', answered_at = '2026-10-10T08:00:00Z' where research_project_id = $1", project);
        await records.StepAsync(project, "revision_requested", "submitted");
        Assert.Equal(["背景", "新的背景"], await Writer.ColumnAsync<string>(
            "select background from homeroom.research_application where research_project_id = $1 order by version", project));
    }

    [Fact]
    [Trait("Rule", "P5")]
    public async Task A_review_has_three_scores_and_a_comment_and_stays()
    {
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        var project = await records.SubmittedAsync(d.Teachers[0]);
        var application = await ApplicationOfAsync(project, 1);
        var review = await records.ReviewAsync(application, d.Teachers[1], "assigned");
        await records.StepAsync(project, "submitted", "in_review");
        foreach (var score in new[] { "scientific", "advancement", "feasibility" })
        {
            await Writer.RefusedByAsync("p5_a_review_has_three_scores_and_a_comment", Submit(score, "null"), review, "可行");
            foreach (var beyond in new[] { "101", "-1" })
                await Writer.RefusedByAsync($"research_review_{score}_check", Submit(score, beyond), review, "可行");
        }

        await Writer.RefusedByAsync("p5_a_review_has_three_scores_and_a_comment", Submit("feasibility", "90"), review, " ");
        await Writer.ExecuteAsync(Submit("feasibility", "90"), review, "可行");
        await Writer.RefusedByAsync("p5_a_submitted_review_stays", Submit("feasibility", "10"), review, "不可行");
        await Writer.RefusedByAsync("p5_a_submitted_review_stays", "delete from homeroom.research_review where research_review_id = $1", review);
        Assert.Equal("p5_one_review_a_reviewer_and_version", await Outcome.OfAsync(() => records.ReviewAsync(application, d.Teachers[1])));
    }

    [Fact]
    [Trait("Rule", "P5")]
    public async Task No_reviewer_is_a_member_from_either_side()
    {
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        var project = await records.SubmittedAsync(d.Teachers[0]);
        var application = await ApplicationOfAsync(project, 1);
        Assert.Equal("p5_a_reviewer_is_no_member", await Outcome.OfAsync(() => records.ReviewAsync(application, d.Teachers[0], "assigned")));
        await records.ReviewAsync(application, d.Teachers[1], "assigned");
        Assert.Equal("p5_a_reviewer_is_no_member", await Outcome.OfAsync(() => records.MemberAsync(project, d.Teachers[1])));
        await Writer.ExecuteAsync("update homeroom.research_review set state = 'released' where research_project_id = $1", project);
        await records.MemberAsync(project, d.Teachers[1]);
        await Writer.RefusedByAsync("p5_a_reviewer_is_no_member", "update homeroom.research_review set state = 'assigned' where research_project_id = $1", project);
    }

    [Fact]
    [Trait("Rule", "P5")]
    public async Task Nobody_becomes_both_at_the_same_time()
    {
        for (var round = 0; round < 5; round++)
        {
            var (d, records) = await ResearchDistrict.CreateAsync(Writer);
            var project = await records.SubmittedAsync(d.Teachers[0]);
            var application = await ApplicationOfAsync(project, 1);
            var outcomes = await Task.WhenAll(
                Outcome.OfAsync(() => records.ReviewAsync(application, d.Teachers[1], "assigned")),
                Outcome.OfAsync(() => records.MemberAsync(project, d.Teachers[1])));
            Assert.Single(outcomes, Outcome.Done);
            Assert.Single(outcomes, "p5_a_reviewer_is_no_member");
        }
    }

    private const string SubmitSql = "update homeroom.research_application set state = 'submitted', submitted_at = '2026-09-15T08:00:00Z' where research_application_id = $1";

    /// <summary>A review of 80 in all, one score in its place.</summary>
    private static string Submit(string score, string value)
    {
        var scores = new[] { "scientific", "advancement", "feasibility" }.Select(name => $"{name} = {(name == score ? value : "80")}");
        return $"update homeroom.research_review set state = 'submitted', submitted_at = '2026-09-20T08:00:00Z', comment = $2, {string.Join(", ", scores)} where research_review_id = $1";
    }

    private Task<long> ApplicationOfAsync(long project, int version) => Writer.ScalarAsync<long>(
        "select research_application_id from homeroom.research_application where research_project_id = $1 and version = $2", project, version);
}
