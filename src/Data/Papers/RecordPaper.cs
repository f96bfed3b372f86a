using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Tenancy;

namespace HomeroomGraph.Data.Papers;

/// <summary>Records a paper (rule R1): a teacher who is among its authors, or the research office of the school of record.</summary>
public sealed class RecordPaper(PaperWrites writes)
{
    /// <param name="caller">Who asks.</param>
    /// <param name="school">The school of record.</param>
    /// <param name="said">Title, kind, date and authors at least.</param>
    /// <param name="terms">Under which key.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="RefusedException">It is a duplicate, it is others' to record, or something of it is wrong: all of that at once.</exception>
    public Task<PaperWritten> RunAsync(Caller caller, RecordKey school, PaperFields said, WriteTerms terms, CancellationToken cancellation) =>
        writes.RunAsync(caller, terms, async (transaction, entered) =>
        {
            var refusals = new List<Refusal>();
            var paper = new Paper
            {
                DistrictId = school.DistrictId,
                SchoolId = school.Id,
                Kind = said.Kind!.Value,
                Title = "",
                PublishedOn = said.PublishedOn!.Value,
            };
            new PaperText(paper, refusals).Write(said);
            if (said.CslType is null && paper.Venue is null) paper.CslType = "article"; // Of no journal.
            var authors = await AuthorList.ReadAsync(transaction.Context, school.DistrictId, said.Authors!, refusals, cancellation);
            var keywords = KeywordList.Read(said.Keywords ?? [], refusals);
            if (refusals.Count > 0) throw new RefusedException(refusals);

            var authority = new PaperAuthority(caller, school.DistrictId, school.Id);
            await authority.RequireRecordingAsync(transaction.Context, authors, cancellation);
            paper.ResearchProjectId = await PaperWork.ProjectAsync(transaction.Context, authority, paper, authors, said.Project?.Value, cancellation);
            paper.DocumentId = await PaperWork.DocumentAsync(transaction.Connection, caller, paper, said.Document?.Value, cancellation);
            paper.FirstAuthor = authors[0].Name;
            entered.Is(paper);
            paper.Authors.AddRange(authors);
            paper.Keywords.AddRange(keywords.Select((keyword, at) => new PaperKeyword { DistrictId = school.DistrictId, Position = (short)(at + 1), Keyword = keyword }));
            await PaperWork.AloneAsync(transaction.Context, paper, cancellation);
            transaction.Context.Add(paper);
            await transaction.Context.SaveChangesAsync(cancellation);
            return new PaperWritten(paper.DistrictId, paper.PaperId);
        }, cancellation);
}
