using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Tenancy;

namespace HomeroomGraph.Data.Research;

/// <summary>Gives tasks to members, and says when they were done (rule P8).</summary>
public sealed class EditTasks(ProjectWrites writes)
{
    private const int LongestDescription = 1_000;

    public Task<ProjectWritten> AddAsync(
        Caller caller, RecordKey stage, RecordKey member, string description, DateOnly dueOn, WriteTerms terms, CancellationToken cancellation) =>
        writes.ChangeOfAsync(caller, ProjectSteps.EditTasks, ProjectRow.Stage, stage, terms, work =>
        {
            var task = new ResearchTask
            {
                DistrictId = work.Project.DistrictId,
                SchoolId = work.Project.SchoolId,
                ResearchProjectId = work.Project.ResearchProjectId,
                ResearchStageId = stage.Id,
                ResearchMemberId = Owner(work, member),
                Description = InputText.Require(description, "description", LongestDescription),
                DueOn = dueOn,
            };
            work.Context.Add(task);
            work.Gives(() => task.ResearchTaskId);
            return Task.CompletedTask;
        }, cancellation);

    /// <summary>Changes what is given; null: stays.</summary>
    public Task<ProjectWritten> ChangeAsync(
        Caller caller, RecordKey task, RecordKey? member, string? description, DateOnly? dueOn, WriteTerms terms, CancellationToken cancellation) =>
        writes.ChangeOfAsync(caller, ProjectSteps.EditTasks, ProjectRow.Task, task, terms, async work =>
        {
            var row = await FindAsync(work, task, cancellation);
            if (member is { } owner)
                row.ResearchMemberId = Owner(work, owner);
            if (description is not null)
                row.Description = InputText.Require(description, "description", LongestDescription);
            row.DueOn = dueOn ?? row.DueOn;
            work.Gives(() => row.ResearchTaskId);
        }, cancellation);

    public Task<ProjectWritten> RemoveAsync(Caller caller, RecordKey task, WriteTerms terms, CancellationToken cancellation) =>
        writes.ChangeOfAsync(caller, ProjectSteps.EditTasks, ProjectRow.Task, task, terms,
            async work => work.Context.Remove(await FindAsync(work, task, cancellation)), cancellation);

    /// <summary>Says when a task was done: its owner or the leader does; null takes it back.</summary>
    public Task<ProjectWritten> CompleteAsync(Caller caller, RecordKey task, DateOnly? doneOn, WriteTerms terms, CancellationToken cancellation) =>
        writes.ChangeOfAsync(caller, ProjectSteps.FinishTask, ProjectRow.Task, task, terms, async work =>
        {
            var row = await FindAsync(work, task, cancellation);
            var owner = work.Project.Members.Single(m => m.ResearchMemberId == row.ResearchMemberId);
            if (!work.Authority.IsSelf(owner.TeacherId) && !work.Authority.Is(ProjectActor.Leader))
                throw new RefusedException(Refusal.NotAllowed("This is for the task's owner or the leader to say. 只有任务承担人或负责人可以完成任务。") with { Rule = "P8" });
            row.DoneOn = work.NotAhead(doneOn, "doneOn");
            work.Gives(() => row.ResearchTaskId);
        }, cancellation);

    private static long Owner(ProjectWork work, RecordKey member) =>
        work.Project.Members.Any(m => m.DistrictId == member.DistrictId && m.ResearchMemberId == member.Id && m.LeftOn is null)
            ? member.Id
            : throw new RefusedException(Refusal.NotFound("There is no such member of the project. 课题组没有该成员。", "memberId"));

    private static Task<ResearchTask> FindAsync(ProjectWork work, RecordKey task, CancellationToken cancellation) => ProjectWork.RowAsync(
        work.Context.ResearchTasks.Where(t => t.DistrictId == work.Project.DistrictId && t.ResearchProjectId == work.Project.ResearchProjectId && t.ResearchTaskId == task.Id),
        cancellation);
}
