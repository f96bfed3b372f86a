using HomeroomGraph.GraphQL.Paging;

namespace HomeroomGraph.GraphQL.Tests.Tables;

/// <summary>What reaches the database: one statement, the same text for the same question, no value in it, and no row that the
/// policy forbids by whatever way.</summary>
public sealed class StatementTests(Library library) : IClassFixture<Library>
{
    private const string Deep = """
        query($t: String, $n: Int) {
          a: books(first: $n, where: {title: {eq: $t}}) { totalCount edges { node { title shelf { name books(first: 2) { nodes { title shelf { name } } } } } } }
          b: shelves { nodes { bookCount } }
          c: node(id: "U2hlbGY6MToxMDE") { id ... on Shelf { name } }
          d: nodes(ids: ["U2hlbGY6MToxMDE", "Qm9vazoyOjE", "U2hlbGY6MToxMDE"]) { __typename id }
        }
        """;

    [Fact]
    public async Task An_operation_is_one_statement_however_deep_and_wide()
    {
        await library.FillAsync();
        library.Rows.Statements.Clear();
        var answer = await library.AskAsync(Deep, new { t = "title 3", n = 5 });
        Assert.False(answer.TryGetProperty("errors", out _), answer.GetRawText());
        Assert.Single(library.Rows.Statements);
        Assert.Equal(["Shelf", "Book", "Shelf"], answer.GetProperty("data").GetProperty("d").EnumerateArray().Select(n => n.GetProperty("__typename").GetString()));
    }

    [Fact]
    public async Task No_ids_read_no_table_and_give_an_empty_list()
    {
        await library.FillAsync();
        library.Rows.Statements.Clear();
        var answer = await library.AskAsync("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", new { ids = Array.Empty<string>() });
        Assert.Equal("""{"data":{"nodes":[]}}""", answer.GetRawText());
        Assert.Empty(library.Rows.Statements);
    }

    [Fact]
    public async Task Other_values_give_the_same_statement()
    {
        await library.FillAsync();
        library.Rows.Statements.Clear();
        await library.AskAsync(Deep, new { t = "title 3", n = 5 });
        await library.AskAsync(Deep, new { t = "x' or '1'='1", n = 7 }, 1, 2);
        Assert.Single(library.Rows.Statements.Distinct());
    }

    [Theory]
    [InlineData("'; drop table library.book; --")]
    [InlineData("\" or 1=1 --")]
    [InlineData("$1")]
    [InlineData("\\'; select 1")]
    public async Task A_value_is_never_syntax(string value)
    {
        var answer = await library.AskAsync("query($v: String) { books(where: {title: {eq: $v}}) { totalCount } }", new { v = value });
        Assert.Equal(0, answer.GetProperty("data").GetProperty("books").GetProperty("totalCount").GetInt32());
        Assert.DoesNotContain(library.Rows.Statements, statement => statement.Contains(value, StringComparison.Ordinal) && value != "$1");
    }

    [Fact]
    public async Task Every_way_to_a_row_of_another_district_ends_in_nothing()
    {
        string book = new GlobalId("Book", new RowKey(2, 1)).ToString();
        var answer = await library.AskAsync(
            """
            query($id: ID!) {
              book(id: $id) { id } node(id: $id) { id } nodes(ids: [$id]) { id }
              books(where: {id: {eq: $id}}) { totalCount nodes { id } }
              shelves(where: {books: {some: {id: {eq: $id}}}}) { totalCount }
              all: books(first: 500) { totalCount nodes { shelf { name books(first: 500) { totalCount } } } }
            }
            """, new { id = book }, 1);
        var data = answer.GetProperty("data");
        Assert.Equal("null", data.GetProperty("book").GetRawText());
        Assert.Equal("null", data.GetProperty("node").GetRawText());
        Assert.Equal("[null]", data.GetProperty("nodes").GetRawText());
        Assert.Equal("""{"totalCount":0,"nodes":[]}""", data.GetProperty("books").GetRawText());
        Assert.Equal(0, data.GetProperty("shelves").GetProperty("totalCount").GetInt32());
        Assert.Equal(library.Books.Count(b => b.DistrictId == 1), data.GetProperty("all").GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public async Task Pages_inside_pages_are_bounded_together()
    {
        var refused = await Assert.ThrowsAsync<GraphQLRequestException>(() => library.AskAsync(
            "query($n: Int) { books(first: $n) { nodes { shelf { books(first: $n) { nodes { id } } } } } }", new { n = 500 }));
        Assert.Equal(ErrorCodes.LimitExceeded, refused.Errors[0].Code);
    }

    [Fact]
    public async Task Fragments_aliases_and_directives_are_merged_before_planning()
    {
        var answer = await library.AskAsync(
            """
            query($no: Boolean = false) {
              shelf(id: "U2hlbGY6MToxMDE") { ...A ... on Shelf { n: name books(first: 1) { totalCount } } secret: name @include(if: $no) }
            }
            fragment A on Shelf { id books(first: 1) { nodes { title } } name @skip(if: true) }
            """);
        Assert.Equal(["id", "books", "n"], answer.GetProperty("data").GetProperty("shelf").EnumerateObject().Select(p => p.Name));
        Assert.Equal(["nodes", "totalCount"], answer.GetProperty("data").GetProperty("shelf").GetProperty("books").EnumerateObject().Select(p => p.Name));
    }
}
