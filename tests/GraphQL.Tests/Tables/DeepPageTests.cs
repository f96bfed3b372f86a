using System.Text.Json;
using HomeroomGraph.Testing;

namespace HomeroomGraph.GraphQL.Tests.Tables;

/// <summary>A page deep in a list costs what the first one costs, whatever the directions of the order and its nulls, where an index has the
/// order: PostgreSQL counts the rows it read, over a list of 50,000.</summary>
public sealed class DeepPageTests(Library library) : IClassFixture<Library>
{
    private const int Size = 20;

    public static TheoryData<string> Orders =>
    [
        "[]",
        "[{rating: ASC}]",
        "[{rating: DESC}]",
        "[{title: ASC}, {published: DESC}]",
        "[{rating: DESC}, {published: ASC}]",
    ];

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task A_deep_page_reads_no_more_than_the_first(string order)
    {
        await LargeAsync();
        var first = await ReadAsync(order, after: null);
        // As far as 5, 50 and 95 percent of the list, among values and among nulls.
        foreach (int place in (int[])[2_500, 25_000, 47_500])
        {
            var deep = await ReadAsync(order, await CursorAtAsync(order, place));
            // Whether there are rows before is found out by the first one found, wherever PostgreSQL looks for it.
            Assert.True((await ReadAsync(order, await CursorAtAsync(order, place), "hasNextPage hasPreviousPage")).Rows <= 1_000, $"{order} at {place}");
            // Each of the ranges beyond the cursor may give a page; no row before the cursor is read.
            Assert.True(deep.Rows <= 6 * (Size + 1), $"{order} at {place}: {deep.Rows} rows, the first page {first.Rows}");
            Assert.True(deep.Buffers <= first.Buffers + 8 * (Size + 10), $"{order} at {place}: {deep.Buffers} buffers, the first page {first.Buffers}");
        }
    }

    private async Task LargeAsync()
    {
        await library.FillAsync();
        if (await library.Database.Owner.ScalarAsync<long>("select count(*) from library.book") > Library.BookCount) return;
        await library.Database.Owner.ExecuteAsync("""
            insert into library.book
            select 1, n, 101 + n % 4, 'title ' || n % 7, case when n % 3 > 0 then n % 50 end, case when n % 4 > 0 then date '2020-01-01' + n % 400 end
            from generate_series(1000, 51000) n;
            create index on library.book (district_id, rating, book_id);
            create index on library.book (district_id, title, published desc, book_id desc);
            create index on library.book (district_id, rating desc, published, book_id);
            analyze library.book
            """);
    }

    private async Task<(double Rows, double Buffers)> ReadAsync(string order, string? after, string information = "hasNextPage")
    {
        var plan = (await library.AskPlanAsync(
            $"query($a: String) {{ books(first: {Size}, after: $a, order: {order}) {{ nodes {{ id }} pageInfo {{ {information} }} }} }}", new { a = after }, 1))
            .GetProperty("extensions").GetProperty("plan").GetProperty("postgres")[0].GetProperty("Plan");
        return (RowsRead(plan), plan.GetProperty("Shared Hit Blocks").GetDouble() + plan.GetProperty("Shared Read Blocks").GetDouble());
    }

    /// <summary>Rows that the scans gave and that they threw away.</summary>
    private static double RowsRead(JsonElement plan)
    {
        double rows = 0;
        if (plan.TryGetProperty("Relation Name", out _))
        {
            double removed = plan.TryGetProperty("Rows Removed by Filter", out var filtered) ? filtered.GetDouble() : 0;
            rows += (plan.GetProperty("Actual Rows").GetDouble() + removed) * plan.GetProperty("Actual Loops").GetDouble();
        }
        return rows + (plan.TryGetProperty("Plans", out var below) ? below.EnumerateArray().Sum(RowsRead) : 0);
    }

    private async Task<string> CursorAtAsync(string order, int place)
    {
        string? cursor = null;
        for (int at = 0; at < place; at += 500)
        {
            cursor = (await library.AskAsync($"query($a: String) {{ books(first: 500, after: $a, order: {order}) {{ pageInfo {{ endCursor }} }} }}", new { a = cursor }, 1))
                .GetProperty("data").GetProperty("books").GetProperty("pageInfo").GetProperty("endCursor").GetString();
        }
        return cursor!;
    }
}
