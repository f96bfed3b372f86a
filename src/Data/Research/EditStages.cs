using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Data.Research;

/// <summary>States the stages of a draft with their goals (rules P4, P8).</summary>
public sealed class EditStages(ProjectWrites writes)
{
    private const int LongestGoal = 1_000;

    public Task<ProjectWritten> AddAsync(
        Caller caller, RecordKey project, string goal, DateOnly startsOn, DateOnly dueOn, WriteTerms terms, CancellationToken cancellation) =>
        writes.ChangeAsync(caller, ProjectSteps.EditStages, project, terms, async work =>
        {
            var last = await OfProject(work).MaxAsync(s => (short?)s.Position, cancellation) ?? 0;
            var stage = new ResearchStage
            {
                DistrictId = project.DistrictId,
                SchoolId = work.Project.SchoolId,
                ResearchProjectId = project.Id,
                Position = (short)(last + 1),
                Goal = InputText.Require(goal, "goal", LongestGoal),
                StartsOn = startsOn,
                DueOn = dueOn,
            };
            work.Context.Add(stage);
            work.Gives(() => stage.ResearchStageId);
        }, cancellation);

    /// <summary>Changes what is given; null: stays.</summary>
    public Task<ProjectWritten> ChangeAsync(
        Caller caller, RecordKey stage, string? goal, DateOnly? startsOn, DateOnly? dueOn, WriteTerms terms, CancellationToken cancellation) =>
        writes.ChangeOfAsync(caller, ProjectSteps.EditStages, ProjectRow.Stage, stage, terms, async work =>
        {
            var row = await FindAsync(work, stage, cancellation);
            if (goal is not null)
                row.Goal = InputText.Require(goal, "goal", LongestGoal);
            (row.StartsOn, row.DueOn) = (startsOn ?? row.StartsOn, dueOn ?? row.DueOn);
            work.Gives(() => row.ResearchStageId);
        }, cancellation);

    /// <summary>Takes a stage out, with its tasks; those after it move up.</summary>
    public Task<ProjectWritten> RemoveAsync(Caller caller, RecordKey stage, WriteTerms terms, CancellationToken cancellation) =>
        writes.ChangeOfAsync(caller, ProjectSteps.EditStages, ProjectRow.Stage, stage, terms, async work =>
        {
            var row = await FindAsync(work, stage, cancellation);
            await OfProject(work).Where(s => s.ResearchStageId == row.ResearchStageId).ExecuteDeleteAsync(cancellation);
            await OfProject(work).Where(s => s.Position > row.Position)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.Position, s => (short)(s.Position - 1)), cancellation);
            work.Context.Entry(row).State = EntityState.Detached;
        }, cancellation);

    /// <summary>Says when a stage was done (rule P8); null takes it back.</summary>
    public Task<ProjectWritten> CompleteAsync(Caller caller, RecordKey stage, DateOnly? doneOn, WriteTerms terms, CancellationToken cancellation) =>
        writes.ChangeOfAsync(caller, ProjectSteps.FinishStage, ProjectRow.Stage, stage, terms, async work =>
        {
            var row = await FindAsync(work, stage, cancellation);
            row.DoneOn = work.NotAhead(doneOn, "doneOn");
            work.Gives(() => row.ResearchStageId);
        }, cancellation);

    private static IQueryable<ResearchStage> OfProject(ProjectWork work) => work.Context.ResearchStages
        .Where(s => s.DistrictId == work.Project.DistrictId && s.ResearchProjectId == work.Project.ResearchProjectId);

    private static Task<ResearchStage> FindAsync(ProjectWork work, RecordKey stage, CancellationToken cancellation) =>
        ProjectWork.RowAsync(OfProject(work).Where(s => s.ResearchStageId == stage.Id), cancellation);
}
