using System.Globalization;
using System.Text.Json;
using HomeroomGraph.Data.Demo;
using HomeroomGraph.Gateway.Tests.Queries;
using HomeroomGraph.GraphQL.Paging;

namespace HomeroomGraph.Gateway.Tests.Search;

/// <summary>The root field <c>search</c>: what the lists find, each within the viewer's reach, ranked together. SEARCH_CASES sets how many words are made by
/// chance, SEARCH_SEED another chance.</summary>
public sealed class SearchEverythingTests(FullDemoEngine demo) : IClassFixture<FullDemoEngine>
{
    private const string Everything = "analyst-shandong", Hits = "query($text: String!) { search(text: $text, first: 500) { totalCount nodes { kind row { ... on Node { id } } } } }";

    private static readonly (string List, string Kind)[] Kinds = [("teachers", "TEACHER"), ("researchProjects", "RESEARCH_PROJECT"), ("papers", "PAPER")];

    private static readonly int Cases = Setting("SEARCH_CASES", 24), Seed = Setting("SEARCH_SEED", 20261130);

    [Theory]
    [InlineData(Everything, 1)]
    [InlineData("principal", 3)]
    [InlineData("teacher", 3)]
    [InlineData("reviewer", 6)]
    [InlineData("grade-head", 6)]
    [InlineData("platform-admin", 6)]
    public async Task It_finds_what_the_lists_find_by_rank_then_kind_then_key(string user, int fewer)
    {
        var readings = await Readings.ReadAsync(demo.Database.Owner);
        var rows = new List<(int Kind, string Id, SearchedRow Row)>();
        for (int kind = 0; kind < Kinds.Length; kind++)
            rows.AddRange((await SearchedLists.RowsAsync(demo, user, Kinds[kind].List, readings)).Select(row => (kind, row.Key, row.Value)));
        var texts = user == Everything ? rows.SelectMany(row => row.Row.Words).ToList() : await WordsOfAllAsync(readings);
        var words = new WordsByChance(readings, new Random(Seed), texts);
        for (int n = 0; n < Cases / fewer; n++)
        {
            string[][] asked = words.Next();
            string text = string.Join(' ', asked.Select(word => string.Concat(word)));
            var expected = rows.Where(row => row.Row.Rank(asked) is not null)
                .OrderBy(row => row.Row.Rank(asked)).ThenBy(row => row.Kind).ThenBy(row => KeyOf(row.Id).DistrictId).ThenBy(row => KeyOf(row.Id).Id)
                .Select(row => (Kinds[row.Kind].Kind, row.Id)).ToList();
            var found = (await demo.DataAsync(user, Hits, new { text })).GetProperty("search");
            Assert.True(expected.Count == found.GetProperty("totalCount").GetInt32(), $"search(text: \"{text}\") of {user}, SEARCH_SEED={Seed}");
            Assert.Equal(expected.Take(500), found.GetProperty("nodes").EnumerateArray().Select(Hit));
        }
    }

    [Fact]
    public async Task For_every_account_it_is_the_same_without_wall_two()
    {
        foreach (var account in DemoAccounts.All)
            foreach (string text in new[] { "w", "教学", "lix" })
                Assert.Equal(await demo.AskWithoutWallTwoAsync(account.UserName, Everywhere, new { text }), await demo.AskAsync(account.UserName, Everywhere, new { text }));
    }

    [Theory]
    [InlineData("first", "after", "hasNextPage", "endCursor")]
    [InlineData("last", "before", "hasPreviousPage", "startCursor")]
    public async Task Its_pages_are_the_whole_list(string size, string cursor, string more, string next)
    {
        string query = $$"""
            query($at: String) { search(text: "wang", {{size}}: 17, {{cursor}}: $at) { nodes { kind row { ... on Node { id } } } pageInfo { {{more}} {{next}} } } }
            """;
        var whole = (await demo.DataAsync(Everything, Hits, new { text = "wang" })).GetProperty("search").GetProperty("nodes").EnumerateArray().Select(Hit).ToList();
        var paged = new List<(string, string)>();
        string? at = null;
        do
        {
            var page = (await demo.DataAsync(Everything, query, new { at })).GetProperty("search");
            var hits = page.GetProperty("nodes").EnumerateArray().Select(Hit);
            paged.InsertRange(size == "first" ? paged.Count : 0, hits);
            at = page.GetProperty("pageInfo").GetProperty(more).GetBoolean() ? page.GetProperty("pageInfo").GetProperty(next).GetString() : null;
        }
        while (at is not null && paged.Count <= whole.Count);
        Assert.True(whole.Count is > 50 and < 500);
        Assert.True(whole.Select(hit => hit.Kind).Distinct().Count() == 3);
        Assert.Equal(whole, paged);
    }

    [Fact]
    public async Task Kinds_are_those_that_are_asked_for()
    {
        const string query = "query($kinds: [SearchKind!]) { search(text: \"wang\", kinds: $kinds) { totalCount nodes { kind } } }";
        int all = await CountAsync(null);
        int teachers = await CountAsync(["TEACHER"]), papers = await CountAsync(["PAPER"]), projects = await CountAsync(["RESEARCH_PROJECT"]);
        Assert.True(teachers > 0 && papers > 0 && projects > 0);
        Assert.Equal(all, teachers + papers + projects);
        Assert.Equal(teachers + papers, await CountAsync(["PAPER", "TEACHER", "PAPER"]));
        Assert.Equal(0, await CountAsync([]));

        async Task<int> CountAsync(string[]? kinds)
        {
            var found = (await demo.DataAsync(Everything, query, new { kinds })).GetProperty("search");
            Assert.All(found.GetProperty("nodes").EnumerateArray(), hit => Assert.True(kinds is null || kinds.Contains(Text(hit, "kind"))));
            return found.GetProperty("totalCount").GetInt32();
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("？！")]
    public async Task What_has_no_word_finds_nothing(string text) => Assert.Equal(
        """{"search":{"totalCount":0,"nodes":[],"pageInfo":{"hasNextPage":false,"endCursor":null}}}""",
        (await demo.DataAsync(Everything, "query($text: String!) { search(text: $text) { totalCount nodes { kind matchedField matchedText row { __typename } } pageInfo { hasNextPage endCursor } } }", new { text }))
            .GetRawText());

    [Fact]
    public async Task It_tells_where_the_word_was_found()
    {
        var schema = HomeroomSchema.Build().Schema;
        var readings = await Readings.ReadAsync(demo.Database.Owner);
        var seen = new HashSet<string>();
        var known = await demo.DataAsync(Everything, """
            { teachers(first: 1) { nodes { staffNumber } } researchProjects(first: 50) { nodes { number approvalNumber } } }
            """);
        string?[] texts =
        [
            "王", "教学", Known("teachers", "staffNumber"), Known("researchProjects", "number"), Known("researchProjects", "approvalNumber"),
            "核心素养", "english",
        ];
        foreach (string text in texts.OfType<string>())
        {
            var hits = (await demo.DataAsync(Everything, "query($text: String!) { search(text: $text, first: 200) { nodes { kind matchedField matchedText } } }", new { text })).GetProperty("search");
            foreach (var hit in hits.GetProperty("nodes").EnumerateArray())
            {
                string[] field = Text(hit, "matchedField")!.Split('.');
                Assert.True(((GraphQL.Types.ObjectType)schema.Types[field[0]]).Fields.ContainsKey(field[1]));
                seen.Add(string.Join('.', field));
                Assert.True(new SearchedText(readings, Text(hit, "matchedText")!, 0, isName: true).Rank([readings.Plain(text)]) is not null, $"{text}: {hit}");
            }
        }
        string[] everywhere = [ "Teacher.name", "Teacher.staffNumber", "ResearchProject.title", "ResearchProject.number", "ResearchMember.name", "Paper.title", "PaperAuthor.name", "PaperKeyword.keyword" ];
        Assert.Empty(everywhere.Except(seen));

        string? Known(string list, string field) =>
            known.GetProperty(list).GetProperty("nodes").EnumerateArray().Select(row => Text(row, field)).FirstOrDefault(text => text is not null);
    }

    [Fact]
    public async Task Rows_are_shown_as_everywhere_else()
    {
        const string query = """
            query($text: String!) { search(text: $text, first: 60) { edges { cursor node { __typename row {
              __typename
              ... on Teacher { id school { id } employments(first: 2) { totalCount nodes { id } } }
              ... on ResearchProject { id leader { id } members(first: 3) { nodes { name } } }
              ... on Paper { id title authors(first: 1) { nodes { name } } } } } } } }
            """;
        var edges = (await demo.DataAsync("analyst-370403", query, new { text = "wang" })).GetProperty("search").GetProperty("edges").EnumerateArray().ToList();
        Assert.Equal(3, edges.Select(edge => Text(edge.GetProperty("node").GetProperty("row"), "__typename")).Distinct().Count());
        foreach (var edge in edges)
        {
            Assert.Equal("SearchHit", Text(edge.GetProperty("node"), "__typename"));
            var row = edge.GetProperty("node").GetProperty("row");
            string fields = Text(row, "__typename") switch
            {
                "Teacher" => "__typename ... on Teacher { id school { id } employments(first: 2) { totalCount nodes { id } } }",
                "ResearchProject" => "__typename ... on ResearchProject { id leader { id } members(first: 3) { nodes { name } } }",
                _ => "__typename ... on Paper { id title authors(first: 1) { nodes { name } } }",
            };
            var same = await demo.DataAsync("analyst-370403", $"query($id: ID!) {{ node(id: $id) {{ {fields} }} }}", new { id = Text(row, "id") });
            Assert.Equal(same.GetProperty("node").GetRawText(), row.GetRawText());
        }
    }

    [Fact]
    public async Task It_has_the_bounds_of_a_search()
    {
        var refused = await Assert.ThrowsAsync<GraphQL.GraphQLRequestException>(() => demo.AskAsync(Everything, Hits, new { text = new string('x', 201) }));
        var error = Assert.Single(refused.Errors);
        Assert.Contains("at most 200 characters", error.Message, StringComparison.Ordinal);
        Assert.Equal("BAD_USER_INPUT", error.Code);
        Assert.Equal(["search"], error.Path!);
    }

    [Fact]
    public async Task It_is_one_statement()
    {
        demo.Rows.Statements.Clear();
        await demo.DataAsync(Everything, Everywhere, new { text = "wang" });
        Assert.Single(demo.Rows.Statements);
    }

    private const string Everywhere = """
        query($text: String!) { search(text: $text, first: 100) { totalCount nodes { kind matchedField matchedText row {
          ... on Teacher { id name school { name } } ... on ResearchProject { id title leader { name } } ... on Paper { id title } } } pageInfo { endCursor } } }
        """;

    private async Task<List<string>> WordsOfAllAsync(Readings readings)
    {
        var words = new List<string>();
        foreach (string list in SearchedLists.Names) words.AddRange((await SearchedLists.RowsAsync(demo, Everything, list, readings)).Values.SelectMany(row => row.Words));
        return words;
    }

    private static (string Kind, string Id) Hit(JsonElement hit) => (Text(hit, "kind")!, Text(hit.GetProperty("row"), "id")!);

    private static RowKey KeyOf(string id) => GlobalId.Require(id, typeName: null, "").Key;

    private static string? Text(JsonElement row, string field) => row.GetProperty(field).GetString();

    private static int Setting(string name, int usual) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : usual;
}
