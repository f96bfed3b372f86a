namespace HomeroomGraph.GraphQL.Tests.Tables;

/// <summary>What is not selected of a page is not read: the total, and whether there are rows on the other side of a cursor.</summary>
public sealed class UnaskedTests(Library library) : IClassFixture<Library>
{
    [Theory]
    [InlineData("nodes { id }", 0, 0)]
    [InlineData("nodes { id } pageInfo { hasNextPage endCursor startCursor }", 0, 0)]
    [InlineData("nodes { id } totalCount", 1, 0)]
    [InlineData("nodes { id } pageInfo { hasPreviousPage }", 0, 1)]
    [InlineData("totalCount pageInfo { hasPreviousPage hasNextPage }", 1, 1)]
    public async Task Only_what_is_selected_is_counted_and_looked_for(string selection, int counts, int looks)
    {
        string cursor = (await library.AskAsync("{ books(first: 5) { pageInfo { endCursor } } }")).GetProperty("data").GetProperty("books").GetProperty("pageInfo").GetProperty("endCursor").GetString()!;
        await library.AskAsync($"query($a: String) {{ books(first: 5, after: $a) {{ {selection} }} }}", new { a = cursor });
        Assert.Equal((counts, looks), Counted(library.Rows.Statements[^1]));
        await library.AskAsync($"query($a: String) {{ shelves {{ nodes {{ books(first: 5, after: $a) {{ {selection} }} }} }} }}", new { a = cursor });
        Assert.Equal((counts, looks), Counted(library.Rows.Statements[^1]));
    }

    private static (int Counts, int Looks) Counted(string statement) =>
        (statement.Split("(select count(*) from").Length - 1, statement.Split("exists (select from").Length - 1);
}
