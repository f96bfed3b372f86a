using System.Globalization;
using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Research;

/// <summary>Projects of the demo's first school in any state, led by the account <c>teacher</c>, and its people's tokens.</summary>
internal sealed class ProjectsInStates(GatewayFixture gateway)
{
    public const string Leader = "teacher", Office = "research-office", Officer = "research-officer-370403";

    private static readonly string[] Way = ["draft", "submitted", "in_review", "recommended"];

    public int District { get; private set; }

    public long School { get; private set; }

    public long LeaderId { get; private set; }

    public ResearchRecords Records { get; private set; } = null!;

    /// <summary>A county project in that state, the only unfinished one of its leader.</summary>
    public async Task<ProjectInState> MakeAsync(string state, string title)
    {
        var owner = gateway.Database.Owner;
        District = await owner.ScalarAsync<int>("select district_id from homeroom.district where code = '370403'");
        LeaderId = await owner.ScalarAsync<long>("select g.teacher_id from access.\"grant\" g join access.account a using (account_id) where a.user_name = $1 and g.teacher_id is not null", Leader);
        School = await owner.ScalarAsync<long>("select g.school_id from access.\"grant\" g join access.account a using (account_id) where a.user_name = $1", Office);
        Records = new ResearchRecords(gateway.Database.Writer, District, School);
        await EndOthersAsync();
        long project = await Records.DraftAsync(LeaderId, "county", title);
        if (state == "draft") await Records.ApplicationAsync(project, "draft");
        else await AdvanceAsync(project, state);
        return new(project, IdOf("ResearchProject", project));
    }

    public string IdOf(string type, long key) => new GlobalId(type, new RowKey(District, key)).ToString();

    /// <summary>A document that an account uploaded for the school.</summary>
    public async Task<string> DocumentOfAsync(string user)
    {
        long document = await Records.DocumentAsync();
        await gateway.Database.Owner.ExecuteAsync(
            "update homeroom.document set uploaded_by_account = (select account_number from access.account where user_name = $2) where document_id = $1", document, user);
        return IdOf("Document", document);
    }

    /// <summary>Without a password, which takes its time to be checked.</summary>
    public async Task<string> TokenAsync(string user) =>
        await gateway.TokenOfAsync(await gateway.Database.Owner.ScalarAsync<Guid>("select account_id from access.account where user_name = $1", user));

    private async Task AdvanceAsync(long project, string state)
    {
        await Records.ApplicationAsync(project);
        for (int step = 1; step < Way.Length && Way[step - 1] != state; step++) await Records.StepAsync(project, Way[step - 1], Way[step]);
        if (state is not ("approved" or "running")) return;
        await Records.DecisionAsync(project);
        if (state == "running") await Records.MilestoneAsync(project, "opening");
    }

    /// <summary>One unfinished project a leader (P2): those of the tests before are ended.</summary>
    private async Task EndOthersAsync()
    {
        foreach (var other in await gateway.Database.Owner.ColumnAsync<string>(
            "select concat_ws(' ', research_project_id, state) from homeroom.research_project where leader_id = $1 and homeroom.project_is_unfinished(state)", LeaderId))
        {
            var (project, state) = (long.Parse(other.Split(' ')[0], CultureInfo.InvariantCulture), other.Split(' ')[1]);
            if (state is "approved" or "running") await Records.MilestoneAsync(project, "termination");
            else await Records.StepAsync(project, state, "withdrawn");
        }
    }
}

/// <summary>A project by its own key and by its global id.</summary>
internal sealed record ProjectInState(long Key, string Id);
