namespace HomeroomGraph.Gateway.Tests.Queries;

/// <summary>PostgreSQL plans a statement of an operation once for a connection, and not for the values of each request: planning takes longer than
/// running it.</summary>
public sealed class PlanningTests(DemoEngine demo) : IClassFixture<DemoEngine>
{
    private const string Question = "query($first: Int!) { schools(first: $first) { nodes { id name classes(first: 2) { nodes { name } } } } }";

    [Fact]
    public async Task A_statement_that_is_asked_again_is_prepared_and_planned_once()
    {
        for (int i = 1; i <= 12; i++) await demo.AskAsync("analyst-370403", Question, new { first = i });
        Assert.Single(demo.Rows.Statements.Where(statement => statement.Contains("\"school\"", StringComparison.Ordinal)).Distinct());

        long[] plans = await demo.OfConnectionAsync("analyst-370403",
            "select coalesce(sum(generic_plans), 0)::int8, coalesce(sum(custom_plans), 0)::int8 from pg_prepared_statements where statement like '%\"school\"%'");
        Assert.InRange(plans[0], 5, 12);
        Assert.Equal(0, plans[1]);
    }
}
