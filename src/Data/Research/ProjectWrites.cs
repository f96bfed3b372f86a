using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Data.Research;

/// <summary>What came of a change: the project and the row that was made or changed, where there are such.</summary>
public sealed record ProjectWritten(int DistrictId, long? ProjectId, long? RowId = null);

/// <summary>
/// Runs the changes of projects, each in one transaction (<see cref="RecordWrites"/>): the step is the caller's, the version is the one that is expected, the rules
/// hold.
/// </summary>
public sealed class ProjectWrites(RecordWrites writes)
{
    /// <summary>Runs a change of a project that is there.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="step">What is done, by <see cref="ProjectSteps"/>.</param>
    /// <param name="key">The project.</param>
    /// <param name="terms">By which version, under which key.</param>
    /// <param name="change">Does it, and says by <see cref="RecordWork.Gives"/> which row it made or changed.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="RefusedException">It is refused; nothing was changed.</exception>
    internal Task<ProjectWritten> ChangeAsync(
        Caller caller, ProjectStep step, RecordKey key, WriteTerms terms, Func<ProjectWork, Task> change, CancellationToken cancellation) =>
        RunAsync(caller, terms, transaction => ChangeAsync(transaction, caller, step, key, terms, change, cancellation), cancellation);

    /// <summary>Runs a change of a row that hangs on a project.</summary>
    /// <param name="step">Null where the row says which step it is: the change asks for it itself.</param>
    internal Task<ProjectWritten> ChangeOfAsync(
        Caller caller, ProjectStep? step, ProjectRow kind, RecordKey row, WriteTerms terms, Func<ProjectWork, Task> change, CancellationToken cancellation) =>
        RunAsync(caller, terms, async transaction =>
        {
            var project = await kind.ProjectOfAsync(transaction.Context, row, cancellation) ?? throw ProjectWork.NoSuchRow();
            return await ChangeAsync(transaction, caller, step, new(row.DistrictId, project), terms, change, cancellation);
        }, cancellation);

    private async Task<ProjectWritten> ChangeAsync(
        WriteTransaction<HomeroomDbContext> transaction, Caller caller, ProjectStep? step, RecordKey key, WriteTerms terms, Func<ProjectWork, Task> change, CancellationToken cancellation)
    {
        var work = await ProjectWork.BeginAsync(transaction, caller, key, Today, Now, cancellation);
        if (step is not null)
            await work.RequireAsync(step, cancellation);
        RecordWrites.RequireVersion(work.Project.Version, terms, "The project has changed since you read it. Read it again. 课题已被更改，请刷新后重试。");
        await change(work);
        await transaction.Context.SaveChangesAsync(cancellation);
        await AdvanceAsync(transaction, key, cancellation);
        return new ProjectWritten(key.DistrictId, key.Id, work.RowId);
    }

    /// <summary>Runs something that is no change of a project that is there: making one.</summary>
    internal Task<ProjectWritten> RunAsync(
        Caller caller, WriteTerms terms, Func<WriteTransaction<HomeroomDbContext>, Task<ProjectWritten>> change, CancellationToken cancellation) =>
        writes.RunAsync(caller, terms, change, cancellation);

    internal DateTime Now => writes.Now;

    internal DateOnly Today => writes.Today;

    // By SQL, for a step has moved the row beneath EF Core.
    private static Task<int> AdvanceAsync(WriteTransaction<HomeroomDbContext> transaction, RecordKey key, CancellationToken cancellation) =>
        transaction.Context.Database.ExecuteSqlAsync(
            $"update homeroom.research_project set version = version + 1 where district_id = {key.DistrictId} and research_project_id = {key.Id}", cancellation);
}
