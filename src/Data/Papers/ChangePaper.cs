using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Tenancy;

namespace HomeroomGraph.Data.Papers;

/// <summary>Changes a paper (rule R1): one of its authors, who stays among them, or the research office of its school; once it is nominated for an award, the office
/// alone (rule R3).</summary>
public sealed class ChangePaper(PaperWrites writes)
{
    /// <param name="caller">Who asks.</param>
    /// <param name="paper">The paper.</param>
    /// <param name="said">What is left out stays.</param>
    /// <param name="terms">By which version, under which key.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="RefusedException">It would be a duplicate, it is others' to change, or something of it is wrong: all of that at once.</exception>
    public Task<PaperWritten> RunAsync(Caller caller, RecordKey paper, PaperFields said, WriteTerms terms, CancellationToken cancellation) =>
        writes.ChangeAsync(caller, paper, terms, async work =>
        {
            if (!work.Authority.IsOffice && await work.IsNominatedAsync(cancellation))
                throw new RefusedException(PaperRules.NominatedIsChangedByTheOffice.Refuse(null, "input", "paperId"));
            var refusals = new List<Refusal>();
            new PaperText(work.Paper, refusals).Write(said);
            var authors = said.Authors is { } named ? await AuthorList.ReadAsync(work.Context, paper.DistrictId, named, refusals, cancellation) : null;
            var keywords = said.Keywords is { } words ? KeywordList.Read(words, refusals) : null;
            if (refusals.Count > 0) throw new RefusedException(refusals);

            if (authors is not null) work.Authority.RequireOwn(authors);
            if (said.Project is { } project && project.Value?.Id != work.Paper.ResearchProjectId)
                work.Paper.ResearchProjectId = await PaperWork.ProjectAsync(work.Context, work.Authority, work.Paper, authors ?? work.Authors, project.Value, cancellation);
            if (said.Document is { } document)
                work.Paper.DocumentId = await work.DocumentAsync(document.Value, cancellation);
            await work.WriteAsync(authors, keywords, cancellation);
        }, cancellation);
}
