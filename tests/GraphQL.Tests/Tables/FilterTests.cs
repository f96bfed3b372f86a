using System.Text.Json;

namespace HomeroomGraph.GraphQL.Tests.Tables;

/// <summary>Each filter gives the rows that the same condition gives over the objects in memory.</summary>
public sealed class FilterTests(Library library) : IClassFixture<Library>
{
    public static TheoryData<string, Func<Book, bool>> OfColumns => new()
    {
        { "{}", _ => true },
        { "{title: {eq: \"title 3\"}}", b => b.Title == "title 3" },
        { "{title: {neq: \"title 3\"}}", b => b.Title != "title 3" },
        { "{title: {in: [\"title 3\", \"title 4\"]}}", b => b.Title is "title 3" or "title 4" },
        { "{title: {in: []}}", _ => false },
        { "{title: {nin: [\"title 3\"]}}", b => b.Title != "title 3" },
        { "{title: {contains: \"le 3\"}}", b => b.Title.Contains("le 3") },
        { "{title: {contains: \"%\"}}", _ => false },
        { "{title: {startsWith: \"title\", endsWith: \"5\"}}", b => b.Title.EndsWith('5') },
        { "{title: {nendsWith: \"5\"}}", b => !b.Title.EndsWith('5') },
        { "{rating: {eq: null}}", b => b.Rating is null },
        { "{rating: {neq: null}}", b => b.Rating is not null },
        { "{rating: {neq: 2}}", b => b.Rating != 2 },
        { "{rating: {in: [1, null]}}", b => b.Rating is null or 1 },
        { "{rating: {gte: 1, lt: 3}}", b => b.Rating is 1 or 2 },
        { "{rating: {ngt: 1}}", b => !(b.Rating > 1) },
        { "{not: {rating: {gt: 1}}}", b => !(b.Rating > 1) },
        { "{published: {gte: \"2021-01-01\"}}", b => b.Published >= new DateOnly(2021, 1, 1) },
        { "{or: [{rating: {eq: 1}}, {title: {eq: \"title 2\"}}]}", b => b.Rating == 1 || b.Title == "title 2" },
        { "{and: [{rating: {eq: 1}}, {or: []}]}", b => b.Rating == 1 },
        { "{title: null, rating: {eq: 1, gt: null}}", b => b.Rating == 1 },
    };

    [Theory]
    [MemberData(nameof(OfColumns))]
    public async Task A_filter_of_columns_gives_the_rows_of_the_condition(string where, Func<Book, bool> condition)
    {
        var answer = await library.AskAsync($"{{ books(first: 500, where: {where}) {{ totalCount nodes {{ id }} }} }}");
        var page = answer.GetProperty("data").GetProperty("books");
        Assert.Equal(Ids(library.Books.Where(condition)), Ids(page));
        Assert.Equal(library.Books.Count(condition), page.GetProperty("totalCount").GetInt32());
    }

    [Theory]
    [MemberData(nameof(OfColumns))]
    public async Task A_filter_in_a_variable_is_the_same_as_in_the_document(string where, Func<Book, bool> condition)
    {
        var answer = await library.AskAsync(
            "query($where: BookFilterInput) { books(first: 500, where: $where) { nodes { id } } }", new { where = JsonOf(where) });
        Assert.Equal(Ids(library.Books.Where(condition)), Ids(answer.GetProperty("data").GetProperty("books")));
    }

    [Theory]
    [InlineData("{books: {some: {rating: {eq: 3}}}}")]
    [InlineData("{books: {none: {rating: {eq: 3}}}}")]
    [InlineData("{books: {all: {rating: {gte: 1}}}}")]
    [InlineData("{books: {any: true}}")]
    [InlineData("{books: {any: false}}")]
    [InlineData("{bookCount: {gt: 12}}")]
    public async Task A_filter_of_related_rows_gives_the_rows_of_the_condition(string where)
    {
        await library.FillAsync();
        var shelves = library.Books.Select(b => (b.DistrictId, b.ShelfId)).Concat([(1, 105L), (2, 205L)]).Distinct();
        bool Holds((int District, long Id) shelf)
        {
            var books = library.Books.Where(b => (b.DistrictId, b.ShelfId) == shelf).ToList();
            return where switch
            {
                _ when where.Contains("some") => books.Any(b => b.Rating == 3),
                _ when where.Contains("none") => !books.Any(b => b.Rating == 3),
                _ when where.Contains("all") => books.All(b => b.Rating >= 1),
                _ when where.Contains("true") => books.Count > 0,
                _ when where.Contains("false") => books.Count == 0,
                _ => books.Count > 12,
            };
        }

        var answer = await library.AskAsync($"{{ shelves(first: 500, where: {where}) {{ nodes {{ id }} }} }}");
        var expected = shelves.Where(Holds).Select(s => new Paging.GlobalId("Shelf", new Paging.RowKey(s.Item1, s.Item2)).ToString());
        Assert.Equal(expected.Order(StringComparer.Ordinal), Ids(answer.GetProperty("data").GetProperty("shelves")));
    }

    [Fact]
    public async Task A_filter_by_id_takes_ids_of_its_own_type_only()
    {
        var book = library.Books.Count > 0 ? library.Books[0] : null;
        await library.FillAsync();
        book ??= library.Books[0];
        string id = new Paging.GlobalId("Book", new Paging.RowKey(book.DistrictId, book.BookId)).ToString();
        var found = await library.AskAsync($"{{ books(where: {{id: {{in: [\"{id}\"]}}}}) {{ nodes {{ id }} }} }}");
        Assert.Equal([id], Ids(found.GetProperty("data").GetProperty("books")));

        string shelf = new Paging.GlobalId("Shelf", new Paging.RowKey(1, 101)).ToString();
        var refused = await Assert.ThrowsAsync<GraphQLRequestException>(() => library.AskAsync($"{{ books(where: {{id: {{eq: \"{shelf}\"}}}}) {{ nodes {{ id }} }} }}"));
        Assert.Equal(ErrorCodes.InvalidId, refused.Errors[0].Code);
    }

    /// <summary>The filters above are JSON but for the quotes of their names.</summary>
    private static JsonElement JsonOf(string literal) =>
        JsonDocument.Parse(System.Text.RegularExpressions.Regex.Replace(literal, "([{ ])([a-z][A-Za-z]*):", "$1\"$2\":")).RootElement;

    private static IEnumerable<string> Ids(IEnumerable<Book> books) =>
        books.Select(b => new Paging.GlobalId("Book", new Paging.RowKey(b.DistrictId, b.BookId)).ToString()).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Ids(JsonElement page) =>
        page.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("id").GetString()!).Order(StringComparer.Ordinal);
}
