using HomeroomGraph.Gateway.Tests.Access;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Research;

/// <summary>Who takes part in a project does the own part of it and no other: members, reviewers, the research group and its head (rules O2, P5, P6, P8).</summary>
public sealed class PartsOfAProjectTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    private const string Office = ProjectsInStates.Office;

    private readonly ProjectsInStates projects = new(gateway);

    [Fact]
    [Trait("Rule", "O2")]
    public async Task A_member_does_no_step_of_the_leaders()
    {
        var project = await projects.MakeAsync("draft", "成员的课题");
        var member = await TeacherAsync();
        await projects.Records.MemberAsync(project.Key, member.Id);
        Assert.Equal("NOT_ALLOWED", await gateway.RefusalAsync(member.Token, "submitResearchProject", new { projectId = project.Id }));
        Assert.Equal("NOT_ALLOWED", await gateway.RefusalAsync(member.Token, "saveResearchApplication", new { projectId = project.Id, background = "背景" }));
        Assert.Equal("NOT_ALLOWED", await gateway.RefusalAsync(member.Token, "addResearchMember", new { projectId = project.Id, teacherId = projects.IdOf("Teacher", member.Id), duty = "D" }));
    }

    [Fact]
    [Trait("Rule", "P5")]
    public async Task A_reviewer_gives_the_own_review_and_nobody_elses()
    {
        var project = await projects.MakeAsync("submitted", "评审人的课题");
        var (reviewer, fellow) = (await TeacherAsync(), await TeacherAsync());
        var application = await gateway.Database.Owner.ScalarAsync<long>("select research_application_id from homeroom.research_application where research_project_id = $1", project.Key);
        var own = await projects.Records.ReviewAsync(application, reviewer.Id, "assigned");
        var others = await projects.Records.ReviewAsync(application, fellow.Id, "assigned");
        await projects.Records.StepAsync(project.Key, "submitted", "in_review");
        object Review(long key) => new { reviewId = projects.IdOf("ResearchReview", key), scientific = 80, advancement = 80, feasibility = 80, comment = "可行" };
        Assert.Equal("NOT_ALLOWED", await gateway.RefusalAsync(reviewer.Token, "submitResearchReview", Review(others)));
        await gateway.DoAsync(reviewer.Token, "submitResearchReview", Review(own));
        Assert.Equal("P5_A_SUBMITTED_REVIEW_STAYS", await gateway.RefusalAsync(reviewer.Token, "submitResearchReview", Review(own)));
    }

    [Fact]
    [Trait("Rule", "P6")]
    public async Task A_project_is_sent_back_with_what_is_to_be_mended()
    {
        var project = await projects.MakeAsync("in_review", "退回的课题");
        var office = await projects.TokenAsync(Office);
        Assert.Equal("INVALID_INPUT", await gateway.RefusalAsync(office, "requestResearchRevision", new { projectId = project.Id, opinions = Array.Empty<string>() }));
        await gateway.DoAsync(office, "requestResearchRevision", new { projectId = project.Id, opinions = new[] { "缩小范围" } });
    }

    [Fact]
    [Trait("Rule", "O2")]
    [Trait("Rule", "P8")]
    public async Task The_head_of_the_research_group_inspects_and_decides_nothing_and_its_other_teachers_do_neither()
    {
        var project = await projects.MakeAsync("approved", "教研组的课题");
        var (head, other) = (await TeacherAsync(), await TeacherAsync());
        await gateway.Database.Owner.ExecuteAsync("""
            with subject as (
                insert into homeroom.subject (district_id, code, name) values ($1, 'parts', '校本课程') returning subject_id),
            research_group as (
                insert into homeroom.research_group (district_id, school_id, kind, subject_id, name)
                select $1, $2, 'subject', subject_id, '校本课程组' from subject returning research_group_id),
            teachers as (
                insert into homeroom.research_group_member (district_id, school_id, research_group_id, teacher_id, name, post, starts_on)
                select $1, $2, research_group_id, t.id, 'T', t.post, '2026-09-01' from research_group, (values ($4::bigint, 'head'), ($5::bigint, 'member')) t (id, post))
            update homeroom.research_project p set research_group_id = g.research_group_id from research_group g where p.research_project_id = $3
            """, projects.District, projects.School, project.Key, head.Id, other.Id);
        var request = await gateway.Database.Owner.ScalarAsync<long>("""
            insert into homeroom.research_milestone_request (district_id, school_id, research_project_id, kind, document_id, requested_on, requested_by)
            values ($1, $2, $3, 'opening', $4, '2026-11-16', '负责人') returning research_milestone_request_id
            """, projects.District, projects.School, project.Key, await projects.Records.DocumentAsync());

        object Inspection() => new { projectId = project.Id, finding = "记录不全", mendBy = "2099-12-31" };
        Assert.Equal("NOT_FOUND", await gateway.RefusalAsync(other.Token, "inspectResearchProject", Inspection()));
        await gateway.DoAsync(head.Token, "inspectResearchProject", Inspection());
        Assert.Equal("NOT_ALLOWED", await gateway.RefusalAsync(
            head.Token, "decideResearchMilestone", new { requestId = projects.IdOf("MilestoneRequest", request), decision = "GRANTED" }));
    }

    /// <summary>A teacher of the school without a part in any project, with an account.</summary>
    private async Task<(string Token, long Id)> TeacherAsync()
    {
        var name = Guid.NewGuid().ToString("N")[..12];
        var teacher = await gateway.Database.Owner.ScalarAsync<long>("""
            with teacher as (
                insert into homeroom.teacher (district_id, staff_number, name, pinyin) values ($1, $3, '新教师', 'xin jiao shi') returning teacher_id)
            insert into homeroom.employment (district_id, teacher_id, school_id, starts_on) select $1, teacher_id, $2, '2020-09-01' from teacher returning teacher_id
            """, projects.District, projects.School, name);
        var account = await gateway.Database.Owner.ScalarAsync<Guid>("""
            with account as (
                insert into access.account (account_id, user_name, normalized_user_name, display_name, security_stamp, district_id, school_id)
                values (gen_random_uuid(), $3, upper($3), '新教师', 'stamp', $1, $2) returning account_id)
            insert into access."grant" (account_id, role, district_id, school_id, teacher_id) select account_id, 'teacher', $1, $2, $4 from account returning account_id
            """, projects.District, projects.School, "t-" + name, teacher);
        return (await gateway.TokenOfAsync(account), teacher);
    }
}
