using HomeroomGraph.Data.Refusals;
using Npgsql;

namespace HomeroomGraph.Data.Research;

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
