using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Data.Research;

/// <summary>Names the members of a draft with their duties (rule P3).</summary>
public sealed class EditTeam(ProjectWrites writes)
{
    private const int LongestDuty = 500, LastPosition = 1_000;

    public Task<ProjectWritten> AddAsync(
        Caller caller, RecordKey project, RecordKey teacher, string duty, string? task, WriteTerms terms, CancellationToken cancellation) =>
        writes.ChangeAsync(caller, ProjectSteps.EditTeam, project, terms, async work =>
        {
            var member = new ResearchMember
            {
                DistrictId = work.Project.DistrictId,
                SchoolId = work.Project.SchoolId,
                TeacherId = teacher.Id,
                Name = await NameAsync(work, teacher, "teacherId", cancellation),
                Role = MemberRole.Member,
                Duty = InputText.Require(duty, "duty", LongestDuty),
                Task = InputText.Optional(task, "task"),
                Position = (short)(work.Project.Members.Max(m => m.Position) + 1),
            };
            work.Project.Members.Add(member);
            work.Gives(() => member.ResearchMemberId);
        }, cancellation);

    /// <summary>Changes what is given; null: stays.</summary>
    public Task<ProjectWritten> ChangeAsync(
        Caller caller, RecordKey member, string? duty, string? task, int? position, WriteTerms terms, CancellationToken cancellation) =>
        writes.ChangeOfAsync(caller, ProjectSteps.EditTeam, ProjectRow.Member, member, terms, work =>
        {
            var row = Find(work, member);
            if (duty is not null)
                row.Duty = InputText.Require(duty, "duty", LongestDuty);
            if (task is not null)
                row.Task = InputText.Optional(task, "task");
            row.Position = (short)Math.Clamp(position ?? row.Position, 1, LastPosition);
            work.Gives(() => row.ResearchMemberId);
            return Task.CompletedTask;
        }, cancellation);

    public Task<ProjectWritten> RemoveAsync(Caller caller, RecordKey member, WriteTerms terms, CancellationToken cancellation) =>
        writes.ChangeOfAsync(caller, ProjectSteps.EditTeam, ProjectRow.Member, member, terms, async work =>
        {
            var row = Find(work, member);
            if (row.Role == MemberRole.Leader)
                throw new RefusedException(RuleTable.Of("p3_the_leader_is_a_member").Refuse());
            await work.Context.ResearchTasks.Where(t => t.DistrictId == row.DistrictId && t.ResearchMemberId == row.ResearchMemberId).ExecuteDeleteAsync(cancellation);
            work.Context.Remove(row);
        }, cancellation);

    /// <summary>A teacher's name today.</summary>
    /// <exception cref="RefusedException">There is no such teacher in the district.</exception>
    internal static async Task<string> NameAsync(ProjectWork work, RecordKey teacher, string field, CancellationToken cancellation)
    {
        var name = teacher.DistrictId != work.Project.DistrictId ? null : await work.Context.Teachers
            .Where(t => t.DistrictId == teacher.DistrictId && t.TeacherId == teacher.Id).Select(t => t.Name).SingleOrDefaultAsync(cancellation);
        return name ?? throw new RefusedException(Refusal.NotFound("There is no such teacher in the district. 本区县没有该教师。", field));
    }

    private static ResearchMember Find(ProjectWork work, RecordKey member) =>
        work.Project.Members.SingleOrDefault(m => m.ResearchMemberId == member.Id && m.LeftOn is null) ?? throw ProjectWork.NoSuchRow();
}
