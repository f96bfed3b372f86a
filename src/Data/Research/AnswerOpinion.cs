using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Tenancy;

namespace HomeroomGraph.Data.Research;

/// <summary>The leader's answer to an opinion on the application (rule P6): one for each before the next version is submitted.</summary>
public sealed class AnswerOpinion(ProjectWrites writes)
{
    public Task<ProjectWritten> RunAsync(Caller caller, RecordKey opinion, string answer, WriteTerms terms, CancellationToken cancellation) =>
        writes.ChangeOfAsync(caller, ProjectSteps.AnswerOpinion, ProjectRow.Opinion, opinion, terms, async work =>
        {
            var row = await ProjectWork.RowAsync(
                work.Context.ResearchOpinions.Where(o => o.DistrictId == opinion.DistrictId && o.ResearchOpinionId == opinion.Id), cancellation);
            (row.Answer, row.AnsweredAt) = (InputText.Require(answer, "answer"), work.Now);
            work.Gives(() => row.ResearchOpinionId);
        }, cancellation);
}
