using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Tenancy;

namespace HomeroomGraph.Data.Research;

/// <summary>Adds a document or a text to a project's portfolio, or takes it out (rule P9).</summary>
public sealed class FillPortfolio(ProjectWrites writes)
{
    private const int LongestTitle = 300;

    public Task<ProjectWritten> AddAsync(
        Caller caller, RecordKey project, PortfolioCategory category, string title, string? body, RecordKey? document, WriteTerms terms, CancellationToken cancellation) =>
        writes.ChangeAsync(caller, ProjectSteps.FillPortfolio, project, terms, async work =>
        {
            var item = new PortfolioItem
            {
                DistrictId = project.DistrictId,
                SchoolId = work.Project.SchoolId,
                ResearchProjectId = project.Id,
                Category = category,
                Title = InputText.Require(title, "title", LongestTitle),
                Body = InputText.Optional(body, "body"),
                DocumentId = document is { } key ? await work.AttachAsync(key, cancellation) : null,
                AddedOn = work.Today,
                AddedBy = work.Name,
            };
            work.Context.Add(item);
            work.Gives(() => item.ResearchPortfolioItemId);
        }, cancellation);

    /// <summary>Takes an item out: who added it, or the leader.</summary>
    public Task<ProjectWritten> RemoveAsync(Caller caller, RecordKey item, WriteTerms terms, CancellationToken cancellation) =>
        writes.ChangeOfAsync(caller, ProjectSteps.FillPortfolio, ProjectRow.PortfolioItem, item, terms, async work =>
        {
            var row = await ProjectWork.RowAsync(
                work.Context.PortfolioItems.Where(i => i.DistrictId == item.DistrictId && i.ResearchPortfolioItemId == item.Id), cancellation);
            if (row.AddedBy != work.Name && !work.Authority.Is(ProjectActor.Leader))
                throw new RefusedException(Refusal.NotAllowed("This is for who added it or the leader to do. 只有上传人或负责人可以移除。") with { Rule = "P9" });
            work.Context.Remove(row);
        }, cancellation);
}
