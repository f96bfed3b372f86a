using System.Text.Json;
using HomeroomGraph.Data;
using HomeroomGraph.Gateway.Tests.Queries;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Research;

/// <summary>Projects and papers in the first demo school, with the accounts of those who take part: <c>IClassFixture&lt;ResearchStory&gt;</c>.</summary>
public sealed class ResearchStory(PostgresCluster cluster) : IAsyncLifetime
{
    public const string SchoolCode = "2137040301";

    public DemoEngine Demo { get; } = new(cluster);

    public HomeroomDatabase Database => Demo.Database;

    public int District { get; private set; }

    public long School { get; private set; }

    /// <summary>Teachers of the school: leader, member, two reviewers, the leader of the running project, a stranger who headed a group until
    /// this school year, its head since.</summary>
    public long[] Teachers { get; private set; } = [];

    public ResearchRecords Records { get; private set; } = null!;

    public PaperRecords Papers { get; private set; } = null!;

    /// <summary>A project in review, of the account <c>leader</c>.</summary>
    public long InReview { get; private set; }

    public long Application { get; private set; }

    /// <summary>A running project.</summary>
    public long Running { get; private set; }

    public async ValueTask InitializeAsync()
    {
        await Demo.InitializeAsync();
        District = await Database.Owner.ScalarAsync<int>("select district_id from homeroom.district where code = '370403'");
        School = await Database.Owner.ScalarAsync<long>("select school_id from homeroom.school where code = $1", SchoolCode);
        Teachers = [.. await Database.Owner.ColumnAsync<long>("""
            select e.teacher_id from homeroom.employment e
            where e.school_id = $1 and e.ends_on is null and not exists (select from access."grant" g where g.teacher_id = e.teacher_id)
            order by e.teacher_id limit 7
            """, School)];
        string[] names = ["leader", "member", "reviewer-done", "reviewer-open", "other-leader", "stranger", "group-head"];
        foreach (var (name, teacher) in names.Zip(Teachers))
            await GrantAsync(name, "teacher", School, teacher);
        await GrantAsync("projects-client", "integrator", null, null, "projects:read");
        await GrantAsync("papers-client", "integrator", null, null, "papers:read");

        Records = new ResearchRecords(Database.Writer, District, School);
        Papers = new PaperRecords(Database.Writer, District, School);
        await Records.DraftAsync(Teachers[0], "county", "草稿课题");
        InReview = await Records.SubmittedAsync(Teachers[0], "county", "评审课题", Teachers[1]);
        Application = await Database.Owner.ScalarAsync<long>("select research_application_id from homeroom.research_application where research_project_id = $1", InReview);
        await Records.ReviewAsync(Application, Teachers[2], comment: "先评的意见");
        await Records.ReviewAsync(Application, Teachers[3], "assigned");
        await Records.StepAsync(InReview, "submitted", "in_review");
        await Records.OpinionAsync(Application, "缩小范围");
        Running = await Records.ApprovedAsync(Teachers[4], "在研课题");
        await Records.MilestoneAsync(Running, "opening");
        await Database.Writer.ExecuteAsync("""
            with subject as (
                insert into homeroom.subject (district_id, code, name) values ($1, 'story', '校本课程') returning subject_id),
            research_group as (
                insert into homeroom.research_group (district_id, school_id, kind, subject_id, name)
                select $1, $2, 'subject', subject_id, '校本课程组' from subject returning research_group_id),
            heads as (
                insert into homeroom.research_group_member (district_id, school_id, research_group_id, teacher_id, name, post, starts_on, ends_on)
                select $1, $2, research_group_id, h.teacher, 'T', 'head', h.since, h.until
                from research_group, (values ($4, date '2024-09-01', date '2026-09-01'), ($5, date '2026-09-01', null)) h (teacher, since, until))
            update homeroom.research_project p set research_group_id = g.research_group_id from research_group g where p.research_project_id = $3
            """, District, School, Running, Teachers[5], Teachers[6]);
    }

    public ValueTask DisposeAsync() => Demo.DisposeAsync();

    public Task<JsonElement> DataAsync(string user, string query, object? variables = null) => Demo.DataAsync(user, query, variables);

    /// <summary>Gives a role to an account, which is made where it is not there.</summary>
    public async Task GrantAsync(string user, string role, long? school, long? teacher, string? scope = null)
    {
        await Database.Access.ExecuteAsync(
            "insert into access.account (user_name, normalized_user_name, display_name, kind) values ($1, upper($1), $1, $2) on conflict do nothing",
            user, scope is null ? "person" : "client");
        await Database.Access.ExecuteAsync(
            "insert into access.\"grant\" (account_id, role, district_id, school_id, teacher_id, scope) select account_id, $2, $3, $4, $5, $6 from access.account where user_name = $1",
            user, role, District, (object?)school ?? DBNull.Value, (object?)teacher ?? DBNull.Value, (object?)scope ?? DBNull.Value);
    }
}
