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
        var application = await records.ApplicationAsync(project, "draft", background: " ");
        await Writer.ExecuteAsync("update homeroom.research_application set plan = null, due_on = null where research_application_id = $1", application);
        await Writer.RefusedByAsync("p4_a_submitted_application_is_complete", SubmitSql, application);
        await records.StepRefusedByAsync("p4_a_submission_has_a_new_version", project, "draft", "submitted");
        await Writer.ExecuteAsync("update homeroom.research_application set background = '背景', plan = '方案', due_on = '2027-06-30' where research_application_id = $1", application);
        await Writer.ExecuteAsync(SubmitSql, application);
        await records.StepAsync(project, "draft", "submitted");
    }

    [Fact]
    [Trait("Rule", "P6")]
    public async Task A_submitted_version_stays_with_its_team()
    {
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        var project = await records.DraftAsync(d.Teachers[0]);
        await records.MemberAsync(project, d.Teachers[1], "访谈");
        var application = await records.ApplicationAsync(project);
        await Writer.ExecuteAsync("update homeroom.research_member set duty = '整理' where research_project_id = $1", project);
        Assert.Equal("主持研究,访谈", await Writer.ScalarAsync<string>(
            "select string_agg(m ->> 'duty', ',') from homeroom.research_application, jsonb_array_elements(members) m where research_application_id = $1",
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
        const string submit = "update homeroom.research_review set state = 'submitted', submitted_at = '2026-09-20T08:00:00Z', scientific = 80, advancement = 70, feasibility = $2, comment = $3 where research_review_id = $1";
        await Writer.RefusedByAsync("p5_a_review_has_three_scores_and_a_comment", submit, review, (short)90, " ");
        await Writer.RefusedByAsync("research_review_feasibility_check", submit, review, (short)101, "可行");
        await Writer.ExecuteAsync(submit, review, (short)90, "可行");
        await Writer.RefusedByAsync("p5_a_submitted_review_stays", submit, review, (short)10, "不可行");
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

    private Task<long> ApplicationOfAsync(long project, int version) => Writer.ScalarAsync<long>(
        "select research_application_id from homeroom.research_application where research_project_id = $1 and version = $2", project, version);
}
