using System.Globalization;
using System.Text.Json;
using HomeroomGraph.Gateway.Tests.Queries;

namespace HomeroomGraph.Gateway.Tests.Search;

/// <summary>The argument <c>search</c> of lists: what it finds and in which order is what the rows' texts say, for every viewer. Words are made by
/// chance of the demo's texts; SEARCH_CASES sets how many for each list, SEARCH_SEED another chance.</summary>
public sealed class SearchTests(FullDemoEngine demo) : IClassFixture<FullDemoEngine>
{
    private const string Everything = "analyst-shandong";

    private static readonly int Cases = Setting("SEARCH_CASES", 60), Seed = Setting("SEARCH_SEED", 20261130);

    [Theory]
    [InlineData("teachers")]
    [InlineData("researchProjects")]
    [InlineData("papers")]
    public async Task A_search_finds_what_the_texts_say(string list)
    {
        var readings = await Readings.ReadAsync(demo.Database.Owner);
        var rows = await SearchedLists.RowsAsync(demo, Everything, list, readings);
        var words = new WordsByChance(readings, new Random(Seed), [.. rows.Values.SelectMany(row => row.Words)]);
        for (int n = 0; n < Cases; n++)
        {
            string[][] asked = words.Next();
            string text = string.Join(' ', asked.Select(word => string.Concat(word)));
            var expected = rows.Where(row => row.Value.Rank(asked) is not null).ToDictionary(row => row.Key, row => row.Value.Rank(asked)!.Value);
            var (total, found) = await SearchAsync(Everything, list, text);
            string context = $"{list}(search: \"{text}\"), SEARCH_SEED={Seed}";
            Assert.True(total == expected.Count, $"{context}: {total} instead of {expected.Count}");
            Assert.True(found.ToHashSet().IsSubsetOf(expected.Keys), context);
            Assert.True(found.Count == Math.Min(500, total), context);
            Assert.True(found.Select(id => expected[id]).SequenceEqual(expected.Values.Order().Take(500)), $"{context}: the ranks");
        }
    }

    [Theory]
    [InlineData("principal")]
    [InlineData("teacher")]
    [InlineData("project-leader")]
    [InlineData("reviewer")]
    [InlineData("grade-head")]
    [InlineData("analyst-370403")]
    [InlineData("platform-admin")]
    public async Task Nobody_finds_what_lies_beyond_the_own_reach(string user)
    {
        var readings = await Readings.ReadAsync(demo.Database.Owner);
        foreach (string list in SearchedLists.Names)
        {
            var seen = await SearchedLists.RowsAsync(demo, user, list, readings);
            var everything = await SearchedLists.RowsAsync(demo, Everything, list, readings);
            var words = new WordsByChance(readings, new Random(Seed), [.. everything.Values.SelectMany(row => row.Words)]);
            for (int n = 0; n < Cases / 10; n++)
            {
                string[][] asked = words.Next();
                string text = string.Join(' ', asked.Select(word => string.Concat(word)));
                var expected = seen.Where(row => row.Value.Rank(asked) is not null).Select(row => row.Key).Order(StringComparer.Ordinal).ToList();
                var (total, found) = await SearchAsync(user, list, text);
                Assert.Equal(expected.Count, total);
                Assert.Equal(Math.Min(500, expected.Count), found.Intersect(expected).Count());
                string query = Query(list);
                Assert.Equal(await demo.AskWithoutWallTwoAsync(user, query, new { text }), await demo.AskAsync(user, query, new { text }));
            }
        }
    }

    [Fact]
    public async Task Pages_of_a_search_are_the_whole_list()
    {
        const string query = """
            query($text: String, $after: String) { papers(search: $text, first: 7, after: $after) {
              nodes { id } pageInfo { hasNextPage endCursor } } }
            """;
        var (total, whole) = await SearchAsync(Everything, "papers", "教学");
        var paged = new List<string>();
        string? after = null;
        do
        {
            var page = (await demo.DataAsync(Everything, query, new { text = "教学", after })).GetProperty("papers");
            paged.AddRange(page.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("id").GetString()!));
            after = page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean() ? page.GetProperty("pageInfo").GetProperty("endCursor").GetString() : null;
        }
        while (after is not null && paged.Count < 100);
        Assert.True(total > 50);
        Assert.Equal(whole.Take(paged.Count), paged);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("\"  \"")]
    public async Task What_nobody_typed_yet_is_no_search(string text)
    {
        string all = (await demo.DataAsync(Everything, "{ teachers(first: 3) { totalCount nodes { id } } }")).GetRawText();
        Assert.Equal(all, (await demo.DataAsync(Everything, $"{{ teachers(first: 3, search: {text}) {{ totalCount nodes {{ id }} }} }}")).GetRawText());
        const string query = "query($text: String) { teachers(first: 3, search: $text) { totalCount nodes { id } } }";
        Assert.Equal(all, (await demo.DataAsync(Everything, query, JsonDocument.Parse($$"""{"text":{{text}}}""").RootElement)).GetRawText());
        Assert.NotEqual(all, (await demo.DataAsync(Everything, query, new { text = "wang" })).GetRawText());
    }

    [Fact]
    public async Task A_search_goes_with_filter_order_and_parent()
    {
        const string query = """
            { schools(first: 3, where: {name: {contains: "实验"}}) { nodes { id teachers(first: 100, search: "wang", where: {status: {eq: ACTIVE}}, order: [{staffNumber: DESC}]) {
                totalCount nodes { staffNumber name } } } }
              teachers(first: 500, where: {status: {eq: ACTIVE}}) { nodes { staffNumber pinyin school { id } } } }
            """;
        var data = await demo.DataAsync("analyst-370403", query);
        var all = data.GetProperty("teachers").GetProperty("nodes").EnumerateArray().ToList();
        Assert.All(data.GetProperty("schools").GetProperty("nodes").EnumerateArray(), school =>
        {
            var expected = all.Where(teacher => teacher.GetProperty("school").GetRawText().Contains(school.GetProperty("id").GetString()!, StringComparison.Ordinal)
                    && SearchedLists.Text(teacher, "pinyin")!.Split(' ').Any(syllable => syllable.StartsWith("wang", StringComparison.Ordinal)))
                .Select(teacher => SearchedLists.Text(teacher, "staffNumber")).OrderDescending(StringComparer.Ordinal).ToList();
            Assert.Equal(expected, SearchedLists.Texts(school, "teachers", "staffNumber"));
            Assert.Equal(expected.Count, school.GetProperty("teachers").GetProperty("totalCount").GetInt32());
        });
    }

    [Theory]
    [InlineData("teacher", "wang")]
    [InlineData("researchProject", "教学")]
    [InlineData("paper", "jx 教育")]
    public async Task Groups_are_of_the_rows_that_are_found(string type, string text)
    {
        string query = $$"""
            query($text: String) {
              all: {{type}}s { totalCount } list: {{type}}s(search: $text) { totalCount } groups: {{type}}Groups(search: $text) { nodes { count } }
              schools(first: 100) { nodes { list: {{type}}s(search: $text) { totalCount } groups: {{type}}Groups(search: $text) { nodes { count } } } }
            }
            """;
        foreach (string user in new[] { Everything, "principal", "teacher" })
        {
            var data = await demo.DataAsync(user, query, new { text });
            if (user == Everything) Assert.NotEqual(data.GetProperty("all").GetRawText(), data.GetProperty("list").GetRawText());
            foreach (var found in data.GetProperty("schools").GetProperty("nodes").EnumerateArray().Append(data))
                Assert.Equal(found.GetProperty("list").GetProperty("totalCount").GetInt32(), found.GetProperty("groups").GetProperty("nodes")[0].GetProperty("count").GetInt32());
            Assert.Equal(await demo.AskWithoutWallTwoAsync(user, query, new { text }), await demo.AskAsync(user, query, new { text }));
        }
        // What nobody typed yet is no search here either.
        string count = $"{{type}}Groups(SEARCH) {{ nodes {{ count }} }}".Replace("{type}", type, StringComparison.Ordinal);
        Assert.Equal(
            (await demo.DataAsync(Everything, $"{{ {count.Replace("(SEARCH)", "", StringComparison.Ordinal)} }}")).GetRawText(),
            (await demo.DataAsync(Everything, $"{{ {count.Replace("SEARCH", "search: \" \"", StringComparison.Ordinal)} }}")).GetRawText());
    }

    [Theory]
    [InlineData(201, 1, "at most 200 characters")]
    [InlineData(34, 17, "at most 16 words")]
    public async Task A_search_has_its_bounds(int length, int words, string told)
    {
        string text = string.Join(' ', Enumerable.Range(0, words).Select(n => new string((char)('a' + n), Math.Max(1, (length / words) - 1))));
        text += new string('x', Math.Max(0, length - text.Length));
        var refused = await Assert.ThrowsAsync<GraphQL.GraphQLRequestException>(() => demo.AskAsync(Everything, Query("papers"), new { text }));
        var error = Assert.Single(refused.Errors);
        Assert.Contains(told, error.Message, StringComparison.Ordinal);
        Assert.Equal("BAD_USER_INPUT", error.Code);
        Assert.Equal(["papers"], error.Path!);
    }

    private static string Query(string list) => $"query($text: String) {{ {list}(search: $text, first: 500) {{ totalCount nodes {{ id }} }} }}";

    private async Task<(int Total, List<string> Found)> SearchAsync(string user, string list, string text)
    {
        var page = (await demo.DataAsync(user, Query(list), new { text })).GetProperty(list);
        return (page.GetProperty("totalCount").GetInt32(), [.. page.GetProperty("nodes").EnumerateArray().Select(node => SearchedLists.Text(node, "id")!)]);
    }

    private static int Setting(string name, int usual) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : usual;
}
