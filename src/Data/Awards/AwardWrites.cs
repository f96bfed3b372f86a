using HomeroomGraph.Data.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Data.Awards;

/// <summary>What came of a change: the selection and the row that was made or changed, where there are such.</summary>
public sealed record AwardWritten(int DistrictId, long? RoundId, long? RowId = null);

/// <summary>Runs the changes of selections (<see cref="RecordWrites"/>): the step is the caller's, the version is the one that is expected, the rules hold.</summary>
public sealed class AwardWrites(RecordWrites writes)
{
    internal DateTime Now => writes.Now;

    internal DateOnly Today => writes.Today;

    /// <summary>Runs something that is no change of a selection that is there: making one.</summary>
    internal Task<AwardWritten> RunAsync(
        Caller caller, WriteTerms terms, Func<WriteTransaction<HomeroomDbContext>, Task<AwardWritten>> change, CancellationToken cancellation) =>
        writes.RunAsync(caller, terms, change, cancellation);

    /// <summary>Runs a change of a selection that is there.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="step">What is done; null where the change asks for it itself, since a nomination says whose it is.</param>
    /// <param name="key">The selection.</param>
    /// <param name="terms">By which version, under which key.</param>
    /// <param name="change">Does it, and says by <see cref="RecordWork.Gives"/> which row it made or changed.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="Refusals.RefusedException">It is refused; nothing was changed.</exception>
    internal Task<AwardWritten> ChangeAsync(
        Caller caller, AwardStep? step, RecordKey key, WriteTerms terms, Func<AwardWork, Task> change, CancellationToken cancellation) =>
        RunAsync(caller, terms, transaction => ChangeAsync(transaction, caller, step, key, terms, change, cancellation), cancellation);

    /// <summary>Runs a change of a nomination, which is read under the selection's lock.</summary>
    internal Task<AwardWritten> ChangeNominationAsync(
        Caller caller, AwardStep step, RecordKey nomination, WriteTerms terms, Func<AwardWork, AwardNomination, Task> change, CancellationToken cancellation) =>
        ChangeOfAsync(
            caller, context => context.AwardNominations.Where(n => n.DistrictId == nomination.DistrictId && n.AwardNominationId == nomination.Id).Select(n => n.AwardRoundId),
            nomination.DistrictId, terms, async work =>
            {
                var row = await AwardWork.RowAsync(
                    work.Context.AwardNominations.Where(n => n.DistrictId == nomination.DistrictId && n.AwardNominationId == nomination.Id), cancellation);
                await work.RequireAsync(step, row, cancellation);
                work.RequireVersion(terms);
                work.Gives(() => row.AwardNominationId);
                await change(work, row);
            }, cancellation);

    /// <summary>Runs a change of a row that hangs on a selection; the change asks for its step itself.</summary>
    /// <param name="round">How the selection of the row is found, to lock it first.</param>
    /// <param name="ofNone">Does it for a row that hangs on no selection; null where there is no such row.</param>
    internal Task<AwardWritten> ChangeOfAsync(
        Caller caller, Func<HomeroomDbContext, IQueryable<long>> round, int districtId, WriteTerms terms, Func<AwardWork, Task> change, CancellationToken cancellation,
        Func<WriteTransaction<HomeroomDbContext>, Task<AwardWritten>>? ofNone = null) =>
        RunAsync(caller, terms, async transaction =>
        {
            var found = await round(transaction.Context).ToListAsync(cancellation);
            if (found is not [var id])
                return ofNone is null ? throw AwardWork.NoSuchRow() : await ofNone(transaction);
            return await ChangeAsync(transaction, caller, step: null, new(districtId, id), terms, change, cancellation);
        }, cancellation);

    private async Task<AwardWritten> ChangeAsync(
        WriteTransaction<HomeroomDbContext> transaction, Caller caller, AwardStep? step, RecordKey key, WriteTerms terms, Func<AwardWork, Task> change, CancellationToken cancellation)
    {
        var work = await AwardWork.BeginAsync(transaction, caller, key, Today, Now, cancellation);
        if (step is not null)
        {
            await work.RequireAsync(step, nomination: null, cancellation);
            work.RequireVersion(terms);
        }
        await change(work);
        await transaction.Context.SaveChangesAsync(cancellation);
        // By SQL, for a step has moved the row beneath EF Core.
        await transaction.Context.Database.ExecuteSqlAsync(
            $"update homeroom.award_round set version = version + 1 where district_id = {key.DistrictId} and award_round_id = {key.Id}", cancellation);
        return new AwardWritten(key.DistrictId, key.Id, work.RowId);
    }
}
