using System.Globalization;

namespace HomeroomGraph.GraphQL.Tests.Groups;

/// <summary>Questions for groups by chance: keys, buckets, filters of rows and of measures, conditions, orders, pages in both directions. Whatever is
/// asked, the groups are those that the model computes from the rows, in its order. <c>GROUP_CASES</c> asks for more of them.</summary>
public sealed class GroupPropertyTests(Market market) : IClassFixture<Market>
{
    private static int Cases => int.Parse(Environment.GetEnvironmentVariable("GROUP_CASES") ?? "60", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Groups_are_those_of_the_model(int seed)
    {
        await market.FillAsync();
        var model = new GroupModel(market);
        var random = new Random(seed);
        for (int i = 0; i < Cases; i++)
        {
            var question = Question.ByChance(model, random);
            var expected = question.Expected(model, market.Sales);
            string place = $"seed {seed}, case {i}: {question.Text}";
            foreach (bool forward in new[] { true, false })
            {
                var (groups, total) = await AllPagesAsync(question, pageSize: 1 + random.Next(25), forward);
                Assert.True(expected.SequenceEqual(groups), $"{place}\nexpected\n{string.Join('\n', expected)}\nand it was\n{string.Join('\n', groups)}");
                Assert.True(expected.Count == total, place);
            }
        }
    }

    [Theory]
    [InlineData(3)]
    public async Task Groups_of_a_row_are_those_of_the_root_with_the_row_as_a_condition(int seed)
    {
        await market.FillAsync();
        var model = new GroupModel(market);
        var random = new Random(seed);
        for (int i = 0; i < Cases / 4; i++)
        {
            var question = Question.ByChance(model, random);
            string arguments = question.Arguments("first: 7", question.Where.Text);
            string page = $"{{ {question.Selection} totalCount pageInfo {{ hasNextPage endCursor }} edges {{ cursor }} }}";
            var stalls = (await market.DataAsync($"{{ stalls {{ nodes {{ id saleGroups({arguments}) {page} }} }} }}")).GetProperty("stalls").GetProperty("nodes");
            foreach (var stall in stalls.EnumerateArray())
            {
                string own = $"{{ stall: {{ id: {{ eq: {stall.GetProperty("id").GetRawText()} }} }} }}";
                string where = question.Where == ModelFilter.All ? own : $"{{ and: [{question.Where.Text}, {own}] }}";
                var direct = (await market.DataAsync($"{{ saleGroups({question.Arguments("first: 7", where)}) {page} }}")).GetProperty("saleGroups");
                Assert.Equal(direct.GetRawText(), stall.GetProperty("saleGroups").GetRawText());
            }
        }
    }

    private async Task<(List<string> Groups, int Total)> AllPagesAsync(Question question, int pageSize, bool forward)
    {
        var found = new List<string>();
        int total = 0;
        string cursor = "";
        for (bool more = true; more;)
        {
            string window = forward ? $"first: {pageSize}{cursor}" : $"last: {pageSize}{cursor}";
            var page = (await market.DataAsync(
                $"{{ saleGroups({question.Arguments(window, question.Where.Text)}) {{ totalCount {question.Selection} pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} }} }}")).GetProperty("saleGroups");
            total = page.GetProperty("totalCount").GetInt32();
            var groups = page.GetProperty("nodes").EnumerateArray().Select(question.Read).ToList();
            found.InsertRange(forward ? found.Count : 0, groups);
            var info = page.GetProperty("pageInfo");
            more = info.GetProperty(forward ? "hasNextPage" : "hasPreviousPage").GetBoolean();
            cursor = forward ? $", after: {info.GetProperty("endCursor").GetRawText()}" : $", before: {info.GetProperty("startCursor").GetRawText()}";
        }
        return (found, total);
    }
}
