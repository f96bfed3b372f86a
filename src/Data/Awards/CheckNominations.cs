using HomeroomGraph.Data.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Data.Awards;

/// <summary>Checks nominations (资格审核, rule W2): each condition is kept as it was found, and who is eligible follows from them alone.</summary>
public sealed class CheckNominations(AwardWrites writes)
{
    /// <param name="caller">Who checks.</param>
    /// <param name="round">The selection.</param>
    /// <param name="nominations">Which; empty: all that are not checked yet. Who was checked may be checked again.</param>
    /// <param name="terms">By which version, under which key.</param>
    /// <param name="cancellation">Stops it.</param>
    public Task<AwardWritten> RunAsync(Caller caller, RecordKey round, IReadOnlyList<RecordKey> nominations, WriteTerms terms, CancellationToken cancellation) =>
        writes.ChangeAsync(caller, AwardSteps.Check, round, terms, async work =>
        {
            var ids = nominations.Where(n => n.DistrictId == round.DistrictId).Select(n => n.Id).Distinct().ToList();
            var rows = await work.Context.AwardNominations.Where(n => n.DistrictId == round.DistrictId && n.AwardRoundId == round.Id
                    && (nominations.Count == 0 ? n.State == AwardNominationState.Nominated : ids.Contains(n.AwardNominationId)))
                .OrderBy(n => n.AwardNominationId).ToListAsync(cancellation);
            if (rows.Count != nominations.Count && nominations.Count > 0)
                throw AwardWork.NoSuchRow();
            foreach (var row in rows)
            {
                await work.RequireAsync(AwardSteps.Check, row, cancellation);
                await CheckAsync(work, row, cancellation);
            }
        }, cancellation);

    private static async Task CheckAsync(AwardWork work, AwardNomination row, CancellationToken cancellation)
    {
        var found = await Eligibility.OfAsync(
            work.Connection, new(row.DistrictId, row.AwardRoundId), row.SchoolId, row.TeacherId, row.ClassId, row.PaperId, work.Today, cancellation);
        var number = (short)(1 + (await work.Context.AwardConditions.Where(c => c.DistrictId == row.DistrictId && c.AwardNominationId == row.AwardNominationId)
            .MaxAsync(c => (short?)c.CheckNumber, cancellation) ?? 0));
        work.Context.AddRange(found.Select((condition, place) => new AwardCondition
        {
            DistrictId = row.DistrictId,
            AwardNominationId = row.AwardNominationId,
            SchoolId = row.SchoolId,
            CheckedOn = work.Today,
            CheckNumber = number,
            Position = (short)(place + 1),
            Code = condition.Code,
            Rule = condition.Rule,
            Condition = EligibilityConditions.WordsOf(condition.Code),
            Value = condition.Found,
            Required = condition.Required,
            IsMet = condition.IsMet,
        }));
        await work.Context.SaveChangesAsync(cancellation);
        var unmet = found.Where(condition => !condition.IsMet).ToList();
        var to = unmet.Count == 0 ? AwardNominationState.Eligible : AwardNominationState.Ineligible;
        if (to != row.State)
            await work.StepAsync(row, to, unmet.Count == 0 ? null : string.Join(' ', unmet.Select(c => $"{c.Rule}: {EligibilityConditions.WordsOf(c.Code)}")), cancellation);
    }
}
