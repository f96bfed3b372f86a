using System.Text.Json;
using HomeroomGraph.GraphQL.Operations;

namespace HomeroomGraph.GraphQL.Tests.Groups;

/// <summary>What questions for groups are refused, what they cost, and what reaches the database.</summary>
public sealed partial class GroupRequestTests(Market market) : IClassFixture<Market>
{
    [Theory]
    [InlineData("by: [{ kind: true }]", "key { amount }", "'amount' is not among the keys: add it to 'by'.", "saleGroups.nodes.key.amount")]
    [InlineData("by: [{ kind: true }]", "key { stallBy { zone } }", "'stallBy' is not among the keys: add it to 'by'.", "saleGroups.nodes.key.stallBy")]
    [InlineData("by: [{ kind: true }], order: [{ key: { amount: ASC } }]", "count", "'amount' is not among the keys: add it to 'by'.", "saleGroups")]
    [InlineData("by: [{ kind: true }], having: { key: { stall: { name: { eq: \"x\" } } } }", "count", "'stall' is not among the keys: add it to 'by'.", "saleGroups")]
    [InlineData("by: [{ soldOn: MONTH }, { soldOn: YEAR }]", "count", "'soldOn' is a key by MONTH already; a second bucket is a question of its own.", "saleGroups")]
    [InlineData("", "countDistinct(of: {})", "'of' names one key; it names 0.", "saleGroups")]
    [InlineData("", "countDistinct(of: { kind: true, amount: true })", "'of' names one key; it names 2.", "saleGroups")]
    [InlineData("first: 1, last: 1", "count", "Give 'first' or 'last', not both.", "saleGroups")]
    [InlineData("first: 501", "count", "'first' is 501; a page has at most 500 rows.", "saleGroups")]
    public async Task What_cannot_be_is_refused_with_its_place(string arguments, string selection, string message, string path)
    {
        string question = $"{{ saleGroups(where: null{(arguments.Length > 0 ? ", " : "")}{arguments}) {{ nodes {{ {selection} }} }} }}";
        var refused = await Assert.ThrowsAsync<GraphQLRequestException>(() => market.AskAsync(question));
        var error = Assert.Single(refused.Errors);
        Assert.Equal((message, ErrorCodes.BadUserInput, path), (error.Message, error.Code, string.Join('.', error.Path)));
    }

    [Fact]
    public async Task A_cursor_of_other_keys_or_another_order_is_refused()
    {
        async Task<string> CursorAsync(string arguments) =>
            (await market.DataAsync($"{{ saleGroups(first: 1, {arguments}) {{ pageInfo {{ endCursor }} }} }}")).GetProperty("saleGroups").GetProperty("pageInfo").GetProperty("endCursor").GetRawText();

        string byMonth = await CursorAsync("by: [{ soldOn: MONTH }]"), byCount = await CursorAsync("by: [{ soldOn: MONTH }], order: [{ count: DESC }]");
        foreach (string question in new[] { $"after: {byMonth}, by: [{{ soldOn: YEAR }}]", $"after: {byCount}, by: [{{ soldOn: MONTH }}]", $"after: {byMonth}, by: [{{ kind: true }}]" })
        {
            var refused = await Assert.ThrowsAsync<GraphQLRequestException>(() => market.AskAsync($"{{ saleGroups({question}) {{ nodes {{ count }} }} }}"));
            Assert.Equal(ErrorCodes.InvalidCursor, refused.Errors[0].Code);
        }
        string ofList = (await market.DataAsync("{ sales(first: 1, order: [{ kind: ASC }]) { pageInfo { endCursor } } }")).GetProperty("sales").GetProperty("pageInfo").GetProperty("endCursor").GetRawText();
        await Assert.ThrowsAsync<GraphQLRequestException>(() => market.AskAsync($"{{ saleGroups(after: {ofList}, by: [{{ kind: true }}]) {{ nodes {{ count }} }} }}"));
    }

    [Fact]
    public async Task Without_a_key_all_rows_are_one_group_also_where_there_is_none()
    {
        var answer = await market.DataAsync("""
            {
              all: saleGroups { totalCount nodes { count amount { sum } } }
              none: saleGroups(by: [], where: { kind: { eq: "?" } }) { totalCount nodes { count amount { sum average min } soldOn { max } } }
              byKind: saleGroups(by: [{ kind: true }], where: { kind: { eq: "?" } }) { totalCount nodes { count } }
            }
            """);
        Assert.Equal($$$"""{"totalCount":1,"nodes":[{"count":{{{Market.SaleCount}}},"amount":{"sum":{{{market.Sales.Sum(s => s.Amount)}}}}}]}""", answer.GetProperty("all").GetRawText());
        Assert.Equal("""{"totalCount":1,"nodes":[{"count":0,"amount":{"sum":0,"average":null,"min":null},"soldOn":{"max":null}}]}""", answer.GetProperty("none").GetRawText());
        Assert.Equal("""{"totalCount":0,"nodes":[]}""", answer.GetProperty("byKind").GetRawText());
    }

    [Fact]
    public async Task A_related_row_that_is_not_seen_is_no_key_and_neither_is_anything_of_it()
    {
        var answer = await market.DataAsync(
            "{ saleGroups(by: [{ stall: true }], first: 500) { nodes { key { stall { id name } } count } } zones: saleGroups(by: [{ stallBy: { zone: true } }]) { nodes { key { stallBy { zone } } count } } }");
        var closed = market.Stalls.Where(stall => stall.ClosedOn is not null).ToList();
        Assert.NotEmpty(closed);
        Assert.Contains(market.Sales, sale => closed.Exists(stall => stall.StallId == sale.StallId));
        var groups = answer.GetProperty("saleGroups").GetProperty("nodes").EnumerateArray().ToList();
        var unseen = Assert.Single(groups, group => group.GetProperty("key").GetProperty("stall").ValueKind == JsonValueKind.Null);
        Assert.Equal(market.Sales.Count(sale => market.SeenStall(sale) is null), unseen.GetProperty("count").GetInt32());
        Assert.Equal(Market.SaleCount, answer.GetProperty("zones").GetProperty("nodes").EnumerateArray().Sum(group => group.GetProperty("count").GetInt32()));
    }

    [Fact]
    public async Task Rows_of_another_district_are_in_no_group()
    {
        var answer = await market.DataAsync("{ saleGroups(by: [{ stall: true }, { soldOnSeason: true }], first: 500) { nodes { count } } }", null, 1);
        Assert.Equal(market.Sales.Count(sale => sale.DistrictId == 1), answer.GetProperty("saleGroups").GetProperty("nodes").EnumerateArray().Sum(group => group.GetProperty("count").GetInt32()));
    }

    [Fact]
    public async Task Keys_can_be_switched_by_variables()
    {
        const string Document = """
            query($kind: Boolean!, $bucket: DateBucket) {
              saleGroups(first: 500, by: [{ kind: $kind, soldOn: $bucket }]) { totalCount nodes { key { kind @include(if: $kind) __typename } } }
            }
            """;
        async Task<int> TotalAsync(object variables) => (await market.DataAsync(Document, variables)).GetProperty("saleGroups").GetProperty("totalCount").GetInt32();

        Assert.Equal(1, await TotalAsync(new { kind = false }));
        Assert.Equal(4, await TotalAsync(new { kind = true }));
        Assert.Equal(market.Sales.Select(s => s.SoldOn?.Year).Distinct().Count(), await TotalAsync(new { kind = false, bucket = "YEAR" }));
        Assert.Equal(market.Sales.Select(s => (s.Kind, s.SoldOn?.Year, s.SoldOn?.Month)).Distinct().Count(), await TotalAsync(new { kind = true, bucket = "MONTH" }));
    }

    [Fact]
    public async Task A_relation_to_one_row_of_several_counts_a_row_once()
    {
        var answer = await market.DataAsync("{ saleGroups(by: [{ larger: true }], first: 500) { nodes { count } } }");
        Assert.Equal(Market.SaleCount, answer.GetProperty("saleGroups").GetProperty("nodes").EnumerateArray().Sum(group => group.GetProperty("count").GetInt32()));
    }

    [Fact]
    public async Task Groups_are_one_statement_whatever_is_asked_of_them_and_computed_once()
    {
        await market.FillAsync();
        market.Rows.Statements.Clear();
        const string Document = """
            query($least: Int, $kind: String) {
              a: saleGroups(first: 3, by: [{ stall: true }, { soldOn: MONTH }], where: { kind: { neq: $kind } }, having: { count: { gte: $least } }, order: [{ amount: { sum: DESC } }]) {
                totalCount pageInfo { hasNextPage endCursor } edges { cursor node { key { stall { name sales(first: 2) { nodes { kind } } } soldOn } count amount { sum average } } }
              }
              b: stalls { nodes { name saleGroups(by: [{ kind: true }]) { totalCount nodes { key { kind } count } } } }
            }
            """;
        await market.DataAsync(Document, new { least = 1, kind = "a" });
        await market.DataAsync(Document, new { least = 2, kind = "b" });
        string statement = Assert.Single(market.Rows.Statements.Distinct());
        Assert.Equal(2, statement.Split(" group by ").Length - 1);
        Assert.Equal(1, statement.Split("sum(").Length - 1);
        Assert.DoesNotContain("percentile_cont", statement, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("saleGroups(by: [{ isDear: true }], first: 3) { nodes { count } }", false)]
    [InlineData("saleGroups(by: [{ isDear: true }, { isDear: true }], first: 3) { nodes { count } }", false)]
    [InlineData("saleGroups(by: [], first: 1) { nodes { count } }", false)]
    [InlineData("stalls { nodes { saleGroups(by: [{ isDear: true }], first: 3) { nodes { count } } } }", false)]
    [InlineData("saleGroups(by: [{ isDear: true }], first: 2) { nodes { count } }", true)]
    [InlineData("saleGroups(by: [{ isDear: true }, { kind: true }], first: 500) { nodes { count } }", true)]
    [InlineData("saleGroups(by: [{ isDear: true }], first: 3, having: { count: { gt: 1 } }) { nodes { count } }", true)]
    [InlineData("saleGroups(by: [{ isDear: true }], last: 3) { nodes { count } }", true)]
    [InlineData("saleGroups(by: [{ isDear: true }], first: 3) { nodes { count } pageInfo { hasNextPage } }", true)]
    public async Task A_page_with_room_for_all_groups_that_there_can_be_is_not_cut(string question, bool isCut)
    {
        await market.FillAsync();
        market.Rows.Statements.Clear();

        await market.DataAsync($"{{ {question} }}");

        // The page of a table is cut as always; that of groups reads the query by its name.
        Assert.Equal(isCut, PageOfGroups().IsMatch(market.Rows.Statements.Single()));
    }

    [Fact]
    public async Task Everything_that_can_be_multiplied_is_bounded()
    {
        string measures = string.Join(' ', Enumerable.Range(0, 80).Select(i => $"m{i}: amount(where: {{ amount: {{ eq: {i} }} }}) {{ sum average median }}"));
        var refused = await Assert.ThrowsAsync<GraphQLRequestException>(() => market.AskAsync($"{{ saleGroups {{ nodes {{ {measures} }} }} }}"));
        Assert.Equal((ErrorCodes.LimitExceeded, "The operation computes more than 200 counts and measures of groups."), (refused.Errors[0].Code, refused.Errors[0].Message));
    }

    [Fact]
    public async Task The_cost_is_that_of_its_parts()
    {
        async Task<int> CostAsync(string question) =>
            (await market.AskAsync(question, cost: CostReport.Validate)).GetProperty("extensions").GetProperty("cost").GetProperty("requested").GetInt32();

        // 1 root, 1 list, 10 grouping, 1 key, 1 count, 5 groups
        Assert.Equal(19, await CostAsync("{ saleGroups(first: 5, by: [{ kind: true }]) { nodes { key { kind } count } } }"));
        // A related row as the key: 5 for the key and not 1, and the row of each group.
        Assert.Equal(28, await CostAsync("{ saleGroups(first: 5, by: [{ stall: true }]) { nodes { key { stall { name } } count } } }"));
        // A median, a filter of its own, a condition and the total.
        Assert.Equal(42, await CostAsync("{ saleGroups(first: 5, by: [{ kind: true }], having: { count: { gt: 1 } }) { totalCount nodes { count amount(where: { kind: { eq: \"a\" } }) { median } } } }"));
    }

    [System.Text.RegularExpressions.GeneratedRegex(@"from t\d+ t\d+ where [^()]* order by [^()]* limit \d")]
    private static partial System.Text.RegularExpressions.Regex PageOfGroups();
}
