using System.Text.Json;
using System.Text.RegularExpressions;
using HomeroomGraph.Data.Access;
using HomeroomGraph.Gateway.Tests.Queries;
using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Gateway.Tests.Walls;

/// <summary>
/// Row-level security does not change how a statement finds its rows (design: under a policy an operator that is not leakproof can't
/// be an index condition, and is left to filter what other conditions found). Every list and condition of the schema is explained
/// with and without it: what is an index condition without is not left to a filter with it.
/// </summary>
public sealed partial class IndexConditionTests(FullDemoEngine demo) : IClassFixture<FullDemoEngine>
{
    private static readonly SchemaWalk Walk = new(HomeroomSchema.Build().Schema);

    /// <summary>Known to be joined in another order behind wall two on the demo's small tables; every operator of theirs is leakproof.</summary>
    private static readonly string[] PlannedOtherwise =
    [
        "teachers(, where: { withoutMentorSince:", "documents(", "researchReviews(", "deskItems(",
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("analyst-370403")]
    [InlineData("principal")]
    [InlineData("teacher")]
    public async Task Row_level_security_takes_no_index_condition_away(string user)
    {
        var lost = new List<string>();
        foreach (var list in Walk.Lists)
        {
            foreach (string arguments in Arguments(list))
            {
                await demo.DataAsync(user, $"{{ {list.Name}(first: 20{arguments}) {{ nodes {{ {SchemaWalk.Identity(list.Row)} }} }} }}");
                var (with, without) = await ExplainAsync(await demo.AccountAsync(user));
                lost.AddRange(without.Where(condition => with.Any(filter => filter.Relation == condition.Relation && filter.Text.Contains(condition.Text, StringComparison.Ordinal)))
                    .Select(condition => $"{list.Name}({arguments}): {condition}"));
            }
        }

        lost.RemoveAll(condition => PlannedOtherwise.Any(known => condition.StartsWith(known, StringComparison.Ordinal)));
        Assert.True(lost.Count == 0, string.Join('\n', lost.Distinct()));
    }

    /// <summary>The list as it is, and by each equality that a filter can ask of its own columns and of its parents' ids.</summary>
    private static IEnumerable<string> Arguments(RootList list) =>
    [
        "",
        .. Walk.Filters(list)
            .Where(filter => !filter.Path.Contains('.') && filter.Operations.Name is "StringOperationFilterInput" or "DateOperationFilterInput")
            .Select(filter => $", where: {SchemaWalk.Condition(filter.Path, filter.Operations.Name[0] == 'D' ? "{ eq: \"2026-09-01\" }" : "{ eq: \"x\" }")}"),
    ];

    /// <summary>Of the last statement: the filters with both walls, and each index condition for the owner, for whom wall two does not stand.</summary>
    private async Task<(HashSet<Condition> With, HashSet<Condition> Without)> ExplainAsync(ViewerAccount viewer)
    {
        await using var reader = await demo.Database.ReaderOf(viewer.Reach).OpenConnectionAsync(Cancellation);
        await using var owner = await demo.Database.Owner.OpenConnectionAsync(Cancellation);
        return (
            [.. ConditionsIn(await PlanAsync(reader, viewer), "Filter")],
            [.. ConditionsIn(await PlanAsync(owner, viewer), "Index Cond").SelectMany(condition =>
                condition.Text.Trim('(', ')').Split(") AND (").Select(part => condition with { Text = $"({part})" }))]);
    }

    private sealed record Condition(string Relation, string Text);

    private async Task<JsonElement> PlanAsync(NpgsqlConnection connection, ViewerAccount viewer)
    {
        // The demo's tables are small: what the planner would choose for large ones is what it chooses when scans are dear.
        await using var batch = connection.CreateBatch();
        batch.BatchCommands.Add(new("select set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', 'off', true), set_config('jit', 'off', true)"));
        batch.BatchCommands.Add(new("select reach.enter($1, $2)") { Parameters = { new() { Value = viewer.AccountId }, new() { Value = viewer.AccessVersion } } });
        var explain = new NpgsqlBatchCommand("explain (format json) " + demo.Rows.Statements[^1]);
        foreach (var (type, value) in demo.Rows.LastParameters)
            explain.Parameters.Add(new() { NpgsqlDbType = type, Value = value ?? DBNull.Value });
        batch.BatchCommands.Add(explain);
        await using var rows = await batch.ExecuteReaderAsync(Cancellation);
        await rows.NextResultAsync(Cancellation);
        await rows.NextResultAsync(Cancellation);
        Assert.True(await rows.ReadAsync(Cancellation));
        return JsonDocument.Parse(rows.GetString(0)).RootElement;
    }

    private static IEnumerable<Condition> ConditionsIn(JsonElement plan, string kind) => plan.ValueKind switch
    {
        JsonValueKind.Array => plan.EnumerateArray().SelectMany(part => ConditionsIn(part, kind)),
        JsonValueKind.Object =>
        [
            .. plan.TryGetProperty(kind, out var condition) && plan.TryGetProperty("Relation Name", out var relation)
                ? [new Condition(relation.GetString()!, SourceNumber().Replace(condition.GetString()!, ""))]
                : Array.Empty<Condition>(),
            .. plan.EnumerateObject().SelectMany(property => ConditionsIn(property.Value, kind)),
        ],
        _ => [],
    };

    /// <summary>The planner numbers a source again where a statement is inlined: t1, t1_1.</summary>
    [GeneratedRegex(@"(?<=\bt\d+)_\d+")]
    private static partial Regex SourceNumber();
}
