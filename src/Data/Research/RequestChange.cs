using System.Globalization;
using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Data.Research;

/// <summary>Asks for a change of a running project, with what was and what is to be (rule P14).</summary>
public sealed class RequestChange(ProjectWrites writes)
{
    /// <exception cref="RefusedException">It changes nothing, one of its kind is open, or it lacks its part.</exception>
    public Task<ProjectWritten> RunAsync(
        Caller caller, RecordKey project, ChangeKind kind, ProposedChange proposed, string reason, WriteTerms terms, CancellationToken cancellation) =>
        writes.ChangeAsync(caller, ProjectSteps.RequestChange, project, terms, async work =>
        {
            if (await work.Context.ChangeRequests.FirstOrDefaultAsync(
                    r => r.DistrictId == project.DistrictId && r.ResearchProjectId == project.Id && r.Kind == kind && r.Decision == null, cancellation) is { } open)
                throw Refusal.TakenBefore("p14_one_open_request_of_a_kind", "open", open.RequestedBy, open.RequestedOn);
            var (before, after) = kind switch
            {
                ChangeKind.Leader => await LeaderAsync(work, proposed, cancellation),
                ChangeKind.Members => await MembersAsync(work, proposed, cancellation),
                ChangeKind.Title => (work.Project.Title, InputText.Require(proposed.Title, "title", DraftProject.LongestTitle)),
                ChangeKind.DueDate => DueDate(work, proposed),
                _ => await TextAsync(work, kind, proposed, cancellation),
            };
            if (before == after)
                throw new RefusedException(RuleTable.Of("p14_a_change_changes_something").Refuse());
            var request = new ChangeRequest
            {
                DistrictId = project.DistrictId,
                SchoolId = work.Project.SchoolId,
                ResearchProjectId = project.Id,
                Kind = kind,
                Before = before,
                After = after,
                Proposal = proposed.ToJson(),
                Reason = InputText.Require(reason, "reason"),
                RequestedOn = work.Today,
                RequestedBy = work.Name,
            };
            work.Context.Add(request);
            work.Gives(() => request.ResearchChangeRequestId);
        }, cancellation);

    private static async Task<(string Before, string After)> LeaderAsync(ProjectWork work, ProposedChange proposed, CancellationToken cancellation)
    {
        var leader = proposed.LeaderId ?? throw new RefusedException(Refusal.InvalidInput("Name the new leader. 请选择新的负责人。", "leaderId"));
        return (Leader(work).Name, await EditTeam.NameAsync(work, new(work.Project.DistrictId, leader), "leaderId", cancellation));
    }

    private static async Task<(string Before, string After)> MembersAsync(ProjectWork work, ProposedChange proposed, CancellationToken cancellation)
    {
        var members = proposed.Members ?? throw new RefusedException(Refusal.InvalidInput("Name the members as they are to be. 请填写变更后的成员。", "members"));
        if (members.Select(member => member.TeacherId).Append(work.Project.LeaderId).GroupBy(id => id).Any(same => same.Count() > 1))
            throw new RefusedException(RuleTable.Of("p3_a_member_is_named_once").Refuse(null, "input", "members"));
        var names = new List<string>();
        foreach (var member in members)
        {
            var name = await EditTeam.NameAsync(work, new(work.Project.DistrictId, member.TeacherId), "members", cancellation);
            names.Add($"{name}（{InputText.Require(member.Duty, "members")}）");
        }

        var before = work.Project.Members.Where(m => m.LeftOn is null && m.Role == MemberRole.Member).OrderBy(m => m.Position).Select(m => $"{m.Name}（{m.Duty}）");
        return (Listed(before), Listed(names));
    }

    // P10: a later date is an extension, which has its own conditions.
    private static (string Before, string After) DueDate(ProjectWork work, ProposedChange proposed)
    {
        var due = proposed.DueOn ?? throw new RefusedException(Refusal.InvalidInput("Name the new due date. 请填写新的完成日期。", "dueOn"));
        if (due > work.Project.DueOn)
            throw new RefusedException(RuleTable.Of("p10_a_later_date_is_an_extension").Refuse(null, "input", "dueOn"));
        _ = work.Ahead(due, "dueOn");
        return (Day(work.Project.DueOn!.Value), Day(due));
    }

    private static async Task<(string Before, string After)> TextAsync(ProjectWork work, ChangeKind kind, ProposedChange proposed, CancellationToken cancellation)
    {
        var after = InputText.Require(proposed.Text, "text");
        var last = await work.Context.ChangeRequests
            .Where(r => r.DistrictId == work.Project.DistrictId && r.ResearchProjectId == work.Project.ResearchProjectId && r.Kind == kind && r.Decision == RequestDecision.Granted)
            .OrderByDescending(r => r.ResearchChangeRequestId).Select(r => r.After).FirstOrDefaultAsync(cancellation);
        var application = await work.ApplicationAsync(cancellation);
        return (last ?? (kind == ChangeKind.Content ? application.Plan : application.ExpectedResults)!, after);
    }

    private static ResearchMember Leader(ProjectWork work) => work.Project.Members.Single(m => m.LeftOn is null && m.Role == MemberRole.Leader);

    private static string Listed(IEnumerable<string> names) => string.Join('、', names) is { Length: > 0 } text ? text : "—";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
