using System.Text.RegularExpressions;

namespace HomeroomGraph.GraphQL.Tests.Tables;

/// <summary>A short list of a stated size comes beside its row, as rows of the statement; one whose size is a variable comes as JSON text. Either way
/// the answer is the same, byte by byte, and it stands in the order of the request.</summary>
public sealed partial class ListBesideTests(Library library) : IClassFixture<Library>
{
    /// <summary>Sizes of nested lists stand in angle brackets: written out for one way, a variable for the other.</summary>
    public static TheoryData<string> Questions =>
    [
        "{ shelves { nodes { name books(first: <3>) { nodes { title rating } } } } }",
        "{ shelves { nodes { books(first: <20>) { nodes { title rating } } id name bookCount } } }",
        "{ shelves(first: 2) { nodes { books(first: <4>) { __typename nodes { id title } t: __typename } name } pageInfo { hasNextPage endCursor } } }",
        "{ shelves(first: 3, order: [{ name: DESC }]) { edges { cursor node { name books(first: <5>) { nodes { title } } } c: cursor } totalCount pageInfo { hasNextPage hasPreviousPage startCursor } } }",
        "{ shelves { nodes { one: books(first: <1>) { nodes { title shelf { name } } } books(first: <3>) { nodes { published } } two: books(first: <2>) { nodes { id } } name } } }",
        "{ shelves { nodes { name districtBooks(first: <3>) { nodes { title sameTitle(first: <4>) { nodes { id title } } rating } } note } } }",
        "{ shelves { nodes { name districtBooks(first: <2>, where: { id: { eq: \"Qm9vazoyOjE\" } }) { nodes { title sameTitle(first: <9>) { nodes { id } } } } } } }",
        "{ shelves { nodes { districtBooks(first: <2>) { nodes { sameTitle(first: <2>) { nodes { title sameTitle(first: <3>) { nodes { id } } shelf { name } } } title } } } } }",
        "{ shelves { nodes { name books(first: <5>, where: { title: { eq: \"none\" } }) { nodes { title } } } } }",
        "{ shelf(id: \"U2hlbGY6MToxMDE\") { name books(first: <7>, order: [{ rating: DESC }]) { nodes { rating sameTitle(first: <2>) { nodes { id } } title } } id } }",
        "{ shelf(id: \"U2hlbGY6MToxMDU\") { books(first: <7>) { nodes { title } } name } }",
        "{ shelf(id: \"U2hlbGY6OTo5\") { name books(first: <7>) { nodes { title } } } }",
        "{ a: shelves(first: 2) { nodes { name books(first: <2>) { nodes { title } } } } b: shelf(id: \"U2hlbGY6MToxMDE\") { books(first: <2>) { nodes { id } } } c: books(first: 2) { nodes { title } } }",
        "{ shelves(last: 3) { nodes { name books(first: <2>) { nodes { title } } } } }",
        "{ shelves { pageInfo { endCursor } nodes { name books(first: <2>) { nodes { title } } } } }",
        "{ shelves { nodes { name books(first: <2>) { nodes { title } } } again: nodes { id } } }",
        "{ shelves(first: 0) { nodes { name books(first: <2>) { nodes { title } } } pageInfo { hasNextPage } } }",
    ];

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task The_answer_is_that_of_lists_as_text(string question)
    {
        foreach (int[] districts in new[] { new[] { 1 }, [2], [1, 2], [3] })
        {
            var (beside, asText) = (await AskAsync(Size().Replace(question, "$1"), null, districts), await AskAsync(AsVariables(question, out var sizes), sizes, districts));
            Assert.Equal(asText, beside);
        }
    }

    [Fact]
    public async Task Short_lists_of_a_stated_size_are_rows_and_one_row_repeats_nothing()
    {
        Assert.DoesNotContain("string_agg", await StatementAsync("{ shelves { nodes { name books(first: 3) { nodes { title } } } } }"), StringComparison.Ordinal);
        Assert.DoesNotContain("string_agg", await StatementAsync("{ shelves { nodes { a: books(first: 1) { nodes { title } } b: books(first: 1) { nodes { id } } c: books { nodes { id } } } } }"), StringComparison.Ordinal);
        Assert.DoesNotContain("string_agg", await StatementAsync("{ shelves { nodes { districtBooks(first: 2) { nodes { sameTitle(first: 2) { nodes { id } } } } } } }"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ shelves { nodes { books(first: 21) { nodes { title } } } } }")]
    [InlineData("{ shelves { nodes { books(first: 3) { nodes { title } pageInfo { hasNextPage } } } } }")]
    [InlineData("{ shelves { nodes { books(last: 3) { nodes { title } } } } }")]
    [InlineData("{ shelves { nodes { books(first: 3) { totalCount nodes { title } } } } }")]
    [InlineData("{ shelves { nodes { books(first: 3) { edges { node { title } } } } } }")]
    [InlineData("{ shelves { nodes { inscription books(first: 3) { nodes { title } } } } }")]
    [InlineData("{ shelves { nodes { a: books(first: 3) { nodes { title } } b: books(first: 4) { nodes { title } } } } }")]
    public async Task Others_are_text(string question) =>
        Assert.Contains("string_agg", await StatementAsync(question), StringComparison.Ordinal);

    [Fact]
    public async Task What_tells_rows_apart_ends_the_order()
    {
        var statement = await StatementAsync("{ shelf(id: \"U2hlbGY6MToxMDE\") { books(first: 3, order: [{ rating: ASC }, { title: ASC }]) { nodes { title } } } }");
        Assert.EndsWith("order by t0.\"rating\", t0.\"title\", t0.\"book_id\"", statement, StringComparison.Ordinal);
        statement = await StatementAsync("{ shelf(id: \"U2hlbGY6MToxMDE\") { books(first: 3, order: [{ rating: ASC }, { mark: ASC }, { title: ASC }]) { nodes { title } } } }");
        Assert.EndsWith("order by t0.\"rating\", t0.\"mark\"", statement, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("title: { eq: \"a\" }", "order by t0.\"published\", t0.\"district_id\", t0.\"book_id\"")]
    [InlineData("and: [{ title: { eq: \"a\" } }]", "order by t0.\"published\", t0.\"district_id\", t0.\"book_id\"")]
    [InlineData("title: { eq: null }", "order by t0.\"title\", t0.\"published\", t0.\"district_id\", t0.\"book_id\"")]
    [InlineData("title: { neq: \"a\" }", "order by t0.\"title\", t0.\"published\", t0.\"district_id\", t0.\"book_id\"")]
    [InlineData("title: { in: [\"a\"] }", "order by t0.\"title\", t0.\"published\", t0.\"district_id\", t0.\"book_id\"")]
    [InlineData("not: { title: { eq: \"a\" } }", "order by t0.\"title\", t0.\"published\", t0.\"district_id\", t0.\"book_id\"")]
    [InlineData("or: [{ title: { eq: \"a\" } }, { title: { eq: \"b\" } }]", "order by t0.\"title\", t0.\"published\", t0.\"district_id\", t0.\"book_id\"")]
    public async Task What_a_filter_says_to_be_one_value_orders_nothing(string where, string order) => Assert.EndsWith(
        order, await StatementAsync($"{{ books(first: 3, where: {{ {where} }}, order: [{{ title: ASC }}, {{ published: ASC }}]) {{ nodes {{ title }} }} }}"), StringComparison.Ordinal);

    private async Task<string> AskAsync(string question, object? variables, int[] districts) => (await library.AskAsync(question, variables, districts)).GetRawText();

    private async Task<string> StatementAsync(string question)
    {
        await library.FillAsync();
        library.Rows.Statements.Clear();
        var answer = await library.AskAsync(question);
        Assert.False(answer.TryGetProperty("errors", out _), answer.GetRawText());
        return Assert.Single(library.Rows.Statements);
    }

    private static string AsVariables(string question, out Dictionary<string, int> sizes)
    {
        var found = new Dictionary<string, int>();
        string body = Size().Replace(question, size =>
        {
            found[$"n{found.Count}"] = int.Parse(size.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
            return $"$n{found.Count - 1}";
        });
        sizes = found;
        return $"query({string.Join(", ", found.Keys.Select(name => $"${name}: Int"))}) {body}";
    }

    [GeneratedRegex("<([0-9]+)>")]
    private static partial Regex Size();
}
