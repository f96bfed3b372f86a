using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Tenancy;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace HomeroomGraph.Data.Research;

/// <summary>The leader hands in the report of a milestone, or asks for termination (rule P11): in their order, each once, with the document.</summary>
public sealed class RequestMilestone(ProjectWrites writes)
{
    /// <exception cref="RefusedException">It is not its turn, one is open, or (P9) the portfolio lacks what closing needs: one refusal for each part.</exception>
    public Task<ProjectWritten> RunAsync(
        Caller caller, RecordKey project, MilestoneKind kind, RecordKey document, string? results, string? reason, WriteTerms terms, CancellationToken cancellation) =>
        writes.ChangeAsync(caller, ProjectSteps.RequestMilestone, project, terms, async work =>
        {
            await MilestoneOrder.RequireAsync(work, kind, cancellation);
            if (await work.Context.MilestoneRequests.FirstOrDefaultAsync(
                    r => r.DistrictId == project.DistrictId && r.ResearchProjectId == project.Id && r.Kind == kind && r.Decision == null, cancellation) is { } open)
                throw ProjectWork.Taken("p11_one_open_request_of_a_kind", "open", open.RequestedBy, open.RequestedOn);
            var request = new MilestoneRequest
            {
                DistrictId = project.DistrictId,
                SchoolId = work.Project.SchoolId,
                ResearchProjectId = project.Id,
                Kind = kind,
                DocumentId = await work.AttachAsync(document, cancellation),
                Results = kind == MilestoneKind.Closing ? InputText.Require(results, "results") : InputText.Optional(results, "results"),
                Reason = kind == MilestoneKind.Termination ? InputText.Require(reason, "reason") : InputText.Optional(reason, "reason"),
                RequestedOn = work.Today,
                RequestedBy = work.Name,
            };
            work.Context.Add(request);
            work.Gives(() => request.ResearchMilestoneRequestId);
        }, cancellation);
}

/// <summary>Whether a milestone can follow now, as the database says it (rules P9, P11).</summary>
internal static class MilestoneOrder
{
    /// <exception cref="RefusedException">It can't; for a closing each missing part of the portfolio is named.</exception>
    public static async Task RequireAsync(ProjectWork work, MilestoneKind kind, CancellationToken cancellation)
    {
        if (await AskAsync<string>(work, "select homeroom.obstacle_to_milestone($1, $2, $3, $4)", cancellation, EnumText<MilestoneKind>.Of(kind), work.Today) is not { } obstacle)
            return;
        var rule = RuleTable.Of(obstacle);
        if (obstacle != "p9_closing_needs_the_portfolio")
            throw new RefusedException(rule.Refuse(null, "input", "kind"));
        var missing = await AskAsync<string[]>(
            work, "select homeroom.missing_portfolio_categories($1, $3, $2, $4)", cancellation, work.Project.SchoolId, work.Today);
        throw new RefusedException([.. missing!.Select(category => rule.Refuse(null, "project", "portfolio", category.ToUpperInvariant()))]);
    }

    // $1 is the district, $2 the project.
    private static async Task<T?> AskAsync<T>(ProjectWork work, string sql, CancellationToken cancellation, params object[] more)
    {
        await using var ask = new NpgsqlCommand(sql, work.Connection)
        {
            Parameters = { new() { Value = work.Project.DistrictId }, new() { Value = work.Project.ResearchProjectId } },
        };
        foreach (var parameter in more)
            ask.Parameters.Add(new() { Value = parameter });
        return await ask.ExecuteScalarAsync(cancellation) is T value ? value : default;
    }
}
