using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Data.Papers;

/// <summary>Removes a paper that was recorded by mistake (rule R1). What it was stays in the audit log (rule V3). One that an award or a nomination names stays (rule R3).</summary>
public sealed class RemovePaper(PaperWrites writes)
{
    /// <exception cref="RefusedException">It is others' to remove, or an award or a nomination names it.</exception>
    public Task<PaperWritten> RunAsync(Caller caller, RecordKey paper, WriteTerms terms, CancellationToken cancellation) =>
        writes.ChangeAsync(caller, paper, terms, async work =>
        {
            // The paper is locked, so who nominates it now waits, and then finds none.
            if (await work.IsNominatedAsync(cancellation))
                throw new RefusedException(PaperRules.NominatedStays.Refuse(null, "input", "paperId"));
            await work.Context.Database.ExecuteSqlAsync(
                $"delete from homeroom.paper where district_id = {paper.DistrictId} and paper_id = {paper.Id}", cancellation);
        }, cancellation);
}
