using System.Text.Json;

namespace HomeroomGraph.GraphQL.Tests.Tables;

/// <summary>Keyset paging over random rows with nulls and ties: in both directions no row is lost, none comes twice, and the
/// order is that of an independent sort.</summary>
public sealed class PagingTests(Library library) : IClassFixture<Library>
{
    public static TheoryData<string, int> Orders => new()
    {
        { "[]", 7 },
        { "[{title: ASC}]", 7 },
        { "[{title: DESC}]", 1 },
        { "[{rating: ASC}]", 13 },
        { "[{rating: DESC}]", 13 },
        { "[{rating: DESC}, {title: ASC}]", 11 },
        { "[{published: ASC}, {rating: DESC}]", 50 },
        { "[{shelf: {name: DESC}}, {published: DESC}]", 9 },
        { "[{shelf: {bookCount: DESC}}, {title: ASC}]", 9 },
    };

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Every_row_comes_once_in_order_forward(string order, int pageSize)
    {
        var paged = await AllPagesAsync(order, pageSize, forward: true);
        Assert.Equal(await WholeListAsync(order), paged);
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Every_row_comes_once_in_order_backward(string order, int pageSize)
    {
        var paged = await AllPagesAsync(order, pageSize, forward: false);
        Assert.Equal(await WholeListAsync(order), paged);
    }

    [Fact]
    public async Task An_order_of_nullable_columns_is_that_of_an_independent_sort()
    {
        await library.FillAsync();
        var expected = library.Books
            .OrderBy(b => b.Rating is not null).ThenByDescending(b => b.Rating)   // going down, rows without a value come first
            .ThenBy(b => b.Title, StringComparer.Ordinal).ThenBy(b => b.DistrictId).ThenBy(b => b.BookId)
            .Select(b => Id("Book", b.DistrictId, b.BookId));
        Assert.Equal(expected, await WholeListAsync("[{rating: DESC}, {title: ASC}]"));
    }

    [Fact]
    public async Task Both_ends_of_a_page_say_whether_there_is_more()
    {
        var first = await PageInfoAsync("first: 50");
        Assert.True(first.GetProperty("hasNextPage").GetBoolean());
        Assert.False(first.GetProperty("hasPreviousPage").GetBoolean());

        var next = await PageInfoAsync($"first: 50, after: \"{first.GetProperty("endCursor")}\"");
        Assert.True(next.GetProperty("hasPreviousPage").GetBoolean());

        var last = await PageInfoAsync("last: 20");
        Assert.False(last.GetProperty("hasNextPage").GetBoolean());
        Assert.True(last.GetProperty("hasPreviousPage").GetBoolean());
    }

    [Fact]
    public async Task A_nested_page_is_the_same_as_the_page_at_the_root()
    {
        var shelves = await library.AskAsync("{ shelves { nodes { id books(first: 3, order: [{rating: DESC}]) { totalCount nodes { id } edges { cursor } pageInfo { hasNextPage endCursor } } } } }");
        foreach (var shelf in shelves.GetProperty("data").GetProperty("shelves").GetProperty("nodes").EnumerateArray())
        {
            var direct = await library.AskAsync(
                "query($shelf: ID!) { shelf(id: $shelf) { books(first: 3, order: [{rating: DESC}]) { totalCount nodes { id } edges { cursor } pageInfo { hasNextPage endCursor } } } }",
                new { shelf = shelf.GetProperty("id").GetString() });
            var atRoot = await library.AskAsync(
                "query($shelf: ID!) { books(first: 3, order: [{rating: DESC}], where: {shelf: {id: {eq: $shelf}}}) { totalCount nodes { id } edges { cursor } pageInfo { hasNextPage endCursor } } }",
                new { shelf = shelf.GetProperty("id").GetString() });
            string expected = atRoot.GetProperty("data").GetProperty("books").GetRawText();
            Assert.Equal(expected, shelf.GetProperty("books").GetRawText());
            Assert.Equal(expected, direct.GetProperty("data").GetProperty("shelf").GetProperty("books").GetRawText());
        }
    }

    [Fact]
    public async Task Page_information_may_be_asked_for_before_the_rows()
    {
        var answer = await library.AskAsync("{ books(first: 2) { pageInfo { hasNextPage endCursor } totalCount edges { cursor node { id } } nodes { id } } }");
        var page = answer.GetProperty("data").GetProperty("books");
        Assert.Equal(["pageInfo", "totalCount", "edges", "nodes"], page.EnumerateObject().Select(p => p.Name));
        Assert.Equal(Library.BookCount, page.GetProperty("totalCount").GetInt32());
        Assert.Equal(page.GetProperty("edges")[1].GetProperty("cursor").GetString(), page.GetProperty("pageInfo").GetProperty("endCursor").GetString());
    }

    [Fact]
    public async Task An_empty_page_has_no_cursors_and_still_its_total()
    {
        var answer = await library.AskAsync("{ books(first: 0) { nodes { id } totalCount pageInfo { hasNextPage startCursor } } }");
        Assert.Equal(
            """{"nodes":[],"totalCount":120,"pageInfo":{"hasNextPage":true,"startCursor":null}}""",
            answer.GetProperty("data").GetProperty("books").GetRawText());
    }

    [Theory]
    [InlineData("first: -1", ErrorCodes.BadUserInput)]
    [InlineData("first: 501", ErrorCodes.BadUserInput)]
    [InlineData("first: 1, last: 1", ErrorCodes.BadUserInput)]
    [InlineData("after: \"\"", ErrorCodes.InvalidCursor)]
    [InlineData("after: \"no cursor\"", ErrorCodes.InvalidCursor)]
    public async Task A_page_that_can_not_be_is_refused_with_its_path(string arguments, string code)
    {
        var refused = await Assert.ThrowsAsync<GraphQLRequestException>(() => library.AskAsync($"{{ books({arguments}) {{ nodes {{ id }} }} }}"));
        Assert.Equal(code, refused.Errors[0].Code);
        Assert.Equal(["books"], refused.Errors[0].Path);
    }

    [Fact]
    public async Task A_cursor_of_another_order_is_refused()
    {
        string cursor = (await PageInfoAsync("first: 1")).GetProperty("endCursor").GetString()!;
        var refused = await Assert.ThrowsAsync<GraphQLRequestException>(
            () => library.AskAsync($"{{ books(after: \"{cursor}\", order: [{{title: DESC}}]) {{ nodes {{ id }} }} }}"));
        Assert.Equal(ErrorCodes.InvalidCursor, refused.Errors[0].Code);
    }

    private async Task<List<string>> WholeListAsync(string order) =>
        Ids((await library.AskAsync($"{{ books(first: 500, order: {order}) {{ nodes {{ id }} }} }}")).GetProperty("data").GetProperty("books"));

    private async Task<List<string>> AllPagesAsync(string order, int size, bool forward)
    {
        string query = forward
            ? $"query($n: Int, $c: String) {{ books(first: $n, after: $c, order: {order}) {{ nodes {{ id }} pageInfo {{ more: hasNextPage cursor: endCursor }} }} }}"
            : $"query($n: Int, $c: String) {{ books(last: $n, before: $c, order: {order}) {{ nodes {{ id }} pageInfo {{ more: hasPreviousPage cursor: startCursor }} }} }}";
        var all = new List<string>();
        string? cursor = null;
        while (true)
        {
            var page = (await library.AskAsync(query, new { n = size, c = cursor })).GetProperty("data").GetProperty("books");
            all.InsertRange(forward ? all.Count : 0, Ids(page));
            if (!page.GetProperty("pageInfo").GetProperty("more").GetBoolean()) return all;
            cursor = page.GetProperty("pageInfo").GetProperty("cursor").GetString();
        }
    }

    private async Task<JsonElement> PageInfoAsync(string arguments) =>
        (await library.AskAsync($"{{ books({arguments}) {{ pageInfo {{ hasNextPage hasPreviousPage endCursor }} }} }}"))
            .GetProperty("data").GetProperty("books").GetProperty("pageInfo");

    private static List<string> Ids(JsonElement page) => [.. page.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("id").GetString()!)];

    private static string Id(string type, int district, long id) => new Paging.GlobalId(type, new Paging.RowKey(district, id)).ToString();

    /// <summary>A list of which nothing is asked but what it is, at the root, inside a row, and beside a question.</summary>
    [Theory]
    [InlineData("{ books { __typename } }", """{"data":{"books":{"__typename":"BookConnection"}}}""")]
    [InlineData("{ books { pageInfo { __typename } } }", """{"data":{"books":{"pageInfo":{"__typename":"PageInfo"}}}}""")]
    [InlineData("{ a: shelves(first: 1) { nodes { books { __typename } } } b: books { t: __typename } }", """{"data":{"a":{"nodes":[{"books":{"__typename":"BookConnection"}}]},"b":{"t":"BookConnection"}}}""")]
    public async Task A_list_of_which_nothing_is_asked(string document, string answer) =>
        Assert.Equal(answer, (await library.AskAsync(document)).GetRawText());

    /// <summary>One row inside one row, eighteen times: a statement that makes the text of a row beyond each page would make 2^18.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("pageInfo { hasNextPage }")]
    public async Task Pages_inside_pages_read_no_rows_beyond_them(string more)
    {
        string circle = string.Concat(Enumerable.Repeat("books(first: 1) { " + more + " nodes { shelf { ", 14)) + "name" + string.Concat(Enumerable.Repeat(" } } }", 14));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.True((await library.AskAsync($"{{ shelves(first: 1) {{ nodes {{ {circle} }} }} }}")).TryGetProperty("data", out _));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"It took {watch.Elapsed}.");
    }
}
