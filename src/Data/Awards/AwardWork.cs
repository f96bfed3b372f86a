using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Data.Awards;

/// <summary>One change of a selection inside its transaction: the selection is locked, so what is read of it here stays so until the end.</summary>
internal sealed class AwardWork : RecordWork
{
    private AwardWork(WriteTransaction<HomeroomDbContext> transaction, AwardRound round, AwardAuthority authority, string name, DateOnly today, DateTime now)
        : base(transaction, name, today, now) => (Round, Authority) = (round, authority);

    public AwardRound Round { get; }

    public AwardAuthority Authority { get; }

    /// <summary>Locks the selection and reads it.</summary>
    /// <exception cref="RefusedException">There is none, or the caller may not see it.</exception>
    public static async Task<AwardWork> BeginAsync(
        WriteTransaction<HomeroomDbContext> transaction, Caller caller, RecordKey key, DateOnly today, DateTime now, CancellationToken cancellation)
    {
        var context = transaction.Context;
        await context.Database.ExecuteSqlAsync(
            $"select from homeroom.award_round where district_id = {key.DistrictId} and award_round_id = {key.Id} for no key update", cancellation);
        var round = await RowAsync(context.AwardRounds.Where(r => r.DistrictId == key.DistrictId && r.AwardRoundId == key.Id), cancellation);
        var authority = await AwardAuthority.OfAsync(context, caller, round, cancellation);
        if (!authority.Sees)
            throw NoSuchRow();
        return new(transaction, round, authority, await caller.NameInAsync(context, key.DistrictId, cancellation), today, now);
    }

    /// <summary>The step is the caller's, and the selection and the nomination are where it begins.</summary>
    /// <exception cref="RefusedException">It isn't.</exception>
    public async Task RequireAsync(AwardStep step, AwardNomination? nomination, CancellationToken cancellation)
    {
        if (!step.By.Any(actor => Authority.Is(actor, nomination)))
            throw step.IsOfOthers("W3");
        if (!step.While.Contains(Round.State))
            throw await StepTakenAsync(null, cancellation);
        if (nomination is not null && step.Nomination.Length > 0 && !step.Nomination.Contains(nomination.State))
            throw await StepTakenAsync(nomination, cancellation);
    }

    /// <summary>The selection has the version that the caller has read.</summary>
    /// <exception cref="RefusedException">It has changed since.</exception>
    public void RequireVersion(WriteTerms terms) =>
        RecordWrites.RequireVersion(Round.Version, terms, "The selection has changed since you read it. Read it again. 评选已被更改，请刷新后重试。");

    /// <summary>Nothing is missing of what a step of the selection needs.</summary>
    /// <exception cref="RefusedException">All that is missing, at once.</exception>
    public async Task RequireAllAsync(AwardRoundState to, CancellationToken cancellation)
    {
        await Context.SaveChangesAsync(cancellation);
        if (await DatabaseCondition.MissingAsync(
                Connection, "select code, part, detail from homeroom.missing_of_round_step($1, $2, $3, $4)", "round",
                [Round.DistrictId, Round.AwardRoundId, EnumText<AwardRoundState>.Of(to), Today], cancellation) is { Count: > 0 } missing)
            throw new RefusedException(missing);
    }

    /// <summary>Takes a step of the selection, with what was changed so far.</summary>
    public async Task StepAsync(AwardRoundState to, string? remark, CancellationToken cancellation)
    {
        await RequireAllAsync(to, cancellation);
        Context.Add(StepOf(null, EnumText<AwardRoundState>.Of(Round.State), EnumText<AwardRoundState>.Of(to), remark));
        await Context.SaveChangesAsync(cancellation);
    }

    /// <summary>Takes a step of a nomination, with what was changed so far.</summary>
    public async Task StepAsync(AwardNomination nomination, AwardNominationState to, string? remark, CancellationToken cancellation)
    {
        await Context.SaveChangesAsync(cancellation);
        Context.Add(StepOf(nomination.AwardNominationId, EnumText<AwardNominationState>.Of(nomination.State), EnumText<AwardNominationState>.Of(to), remark));
        await Context.SaveChangesAsync(cancellation);
    }

    /// <summary>The one row of a query.</summary>
    /// <exception cref="RefusedException">There is none.</exception>
    public static async Task<TRow> RowAsync<TRow>(IQueryable<TRow> row, CancellationToken cancellation)
        where TRow : class => await row.SingleOrDefaultAsync(cancellation) ?? throw NoSuchRow();

    /// <summary>A row that is not there and one that the caller may not see are refused alike.</summary>
    public static RefusedException NoSuchRow() => new(Refusal.NotFound("There is no such selection, or no such record of it. 没有该评选或其记录。"));

    private AwardStateChange StepOf(long? nomination, string from, string to, string? remark) => new()
    {
        DistrictId = Round.DistrictId,
        AwardRoundId = Round.AwardRoundId,
        AwardNominationId = nomination,
        FromState = from,
        ToState = to,
        ChangedBy = Name,
        ChangedAt = Now,
        Remark = remark,
    };

    private async Task<RefusedException> StepTakenAsync(AwardNomination? nomination, CancellationToken cancellation)
    {
        var id = nomination?.AwardNominationId;
        var last = await Context.AwardStateChanges
            .Where(c => c.DistrictId == Round.DistrictId && c.AwardRoundId == Round.AwardRoundId && c.AwardNominationId == id)
            .OrderByDescending(c => c.AwardStateChangeId).FirstOrDefaultAsync(cancellation);
        return nomination is null
            ? Refusal.TakenBefore("w3_a_step_starts_where_the_round_is", EnumText<AwardRoundState>.Of(Round.State), last?.ChangedBy, last?.ChangedAt)
            : Refusal.TakenBefore("w3_a_step_starts_where_the_nomination_is", EnumText<AwardNominationState>.Of(nomination.State), last?.ChangedBy, last?.ChangedAt);
    }
}
