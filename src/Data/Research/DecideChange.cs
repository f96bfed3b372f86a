using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Data.Research;

/// <summary>Decides on a change request; a grant carries it out in the same transaction, so what is decided is what is there (rule P14).</summary>
public sealed class DecideChange(ProjectWrites writes)
{
    /// <exception cref="RefusedException">Decided already, or a rule forbids what was asked for: a new leader who leads another project (P2).</exception>
    public Task<ProjectWritten> RunAsync(
        Caller caller, RecordKey request, RequestDecision decision, string? remark, WriteTerms terms, CancellationToken cancellation) =>
        writes.ChangeOfAsync(caller, ProjectSteps.DecideChange, ProjectRow.Change, request, terms, async work =>
        {
            var row = await ProjectWork.RowAsync(
                work.Context.ChangeRequests.Where(r => r.DistrictId == request.DistrictId && r.ResearchChangeRequestId == request.Id), cancellation);
            ProjectWork.RequireOpen(row.Decision, row.DecidedBy, row.DecidedOn, "p14_a_decision_stays");
            (row.Decision, row.DecidedOn, row.DecidedBy) = (decision, work.Today, work.Name);
            row.Remark = decision == RequestDecision.Refused ? InputText.Require(remark, "remark") : InputText.Optional(remark, "remark");
            await work.Context.SaveChangesAsync(cancellation);
            if (decision == RequestDecision.Granted && row.Proposal is { } proposal)
                await CarryOutAsync(work, row.Kind, ProposedChange.Of(proposal), cancellation);
            work.Gives(() => row.ResearchChangeRequestId);
        }, cancellation);

    private static async Task CarryOutAsync(ProjectWork work, ChangeKind kind, ProposedChange proposed, CancellationToken cancellation)
    {
        switch (kind)
        {
            case ChangeKind.Leader: await ChangeLeaderAsync(work, proposed.LeaderId!.Value, cancellation); break;
            case ChangeKind.Members: await ChangeMembersAsync(work, proposed.Members!, cancellation); break;
            case ChangeKind.Title: work.Project.Title = proposed.Title!.Trim(); break;
            case ChangeKind.DueDate:
                await work.Context.Database.ExecuteSqlAsync($"""
                    update homeroom.research_project set due_on = {proposed.DueOn}
                    where district_id = {work.Project.DistrictId} and research_project_id = {work.Project.ResearchProjectId}
                    """, cancellation);
                break;
            default: break; // Content and form of the results are what the granted request says.
        }
    }

    // Leaders follow each other without a gap: the former leaves as leader, and stays a member where he or she was asked to be by a change of members.
    private static async Task ChangeLeaderAsync(ProjectWork work, long leaderId, CancellationToken cancellation)
    {
        var former = work.Project.Members.Single(m => m.LeftOn is null && m.Role == MemberRole.Leader);
        var next = work.Project.Members.SingleOrDefault(m => m.LeftOn is null && m.TeacherId == leaderId);
        former.LeftOn = work.Today;
        if (next is not null)
            next.LeftOn = work.Today;
        await work.Context.SaveChangesAsync(cancellation);
        work.Project.Members.Add(await MemberAsync(work, leaderId, MemberRole.Leader, former.Duty, next?.Task ?? former.Task, former.Position, cancellation));
        work.Project.LeaderId = leaderId;
    }

    private static async Task ChangeMembersAsync(ProjectWork work, IReadOnlyList<ProposedMember> members, CancellationToken cancellation)
    {
        foreach (var member in work.Project.Members.Where(m => m.LeftOn is null && m.Role == MemberRole.Member && members.All(p => p.TeacherId != m.TeacherId)))
            member.LeftOn = work.Today;
        var position = work.Project.Members.Max(m => m.Position);
        foreach (var proposed in members)
        {
            if (work.Project.Members.SingleOrDefault(m => m.LeftOn is null && m.TeacherId == proposed.TeacherId) is { } there)
                (there.Duty, there.Task) = (proposed.Duty.Trim(), proposed.Task ?? there.Task);
            else
                work.Project.Members.Add(await MemberAsync(work, proposed.TeacherId, MemberRole.Member, proposed.Duty.Trim(), proposed.Task, ++position, cancellation));
        }
    }

    private static async Task<ResearchMember> MemberAsync(
        ProjectWork work, long teacher, MemberRole role, string duty, string? task, short position, CancellationToken cancellation) => new()
        {
            DistrictId = work.Project.DistrictId,
            SchoolId = work.Project.SchoolId,
            TeacherId = teacher,
            Name = await EditTeam.NameAsync(work, new(work.Project.DistrictId, teacher), "requestId", cancellation),
            Role = role,
            Duty = duty,
            Task = task,
            Position = position,
        };
}
