using System.Globalization;
using System.Text.Json;
using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.Testing;

namespace HomeroomGraph.GraphQL.Tests.Tables;

/// <summary>Paging over random rows with nulls and ties, by random orders (columns, related columns, counts, least and greatest values of related
/// rows; several terms, mixed directions), sizes, directions and cursors: the pages are the parts of an independently sorted list, and no row
/// is lost or comes twice, also while rows come and go between pages. HOMEROOM_PROPERTY_CASES makes more cases.</summary>
public sealed class PagingPropertyTests(Library library) : IClassFixture<Library>
{
    private static int Cases => int.Parse(Environment.GetEnvironmentVariable("HOMEROOM_PROPERTY_CASES") ?? "60", CultureInfo.InvariantCulture);

    /// <summary>A term of an order, and what it is of a book; null counts as greater than every value.</summary>
    private sealed record Term(string Input, Func<Book, ILookup<(int, long), Book>, IComparable?> Value);

    private static readonly Term[] OfBooks =
    [
        new("title: {0}", (b, _) => b.Title),
        new("rating: {0}", (b, _) => b.Rating),
        new("published: {0}", (b, _) => b.Published),
        new("shelf: {{ name: {0} }}", (b, _) => ShelfName(b)),
        new("shelf: {{ bookCount: {0} }}", (b, shelves) => Neighbours(b, shelves).Count()),
        new("shelf: {{ note: {0} }}", (b, _) => b.DistrictId == 1 ? "note" : null),
        new("shelf: {{ books: {{ count: {0} }} }}", (b, shelves) => Neighbours(b, shelves).Count()),
        new("shelf: {{ books: {{ where: {{ rating: {{ gte: 2 }} }}, count: {0} }} }}", (b, shelves) => Neighbours(b, shelves).Count(n => n.Rating >= 2)),
        new("shelf: {{ books: {{ max: {{ published: {0} }} }} }}", (b, shelves) => Neighbours(b, shelves).Max(n => n.Published)),
        new("shelf: {{ books: {{ where: {{ title: {{ eq: \"title 3\" }} }}, min: {{ rating: {0} }} }} }}",
            (b, shelves) => Neighbours(b, shelves).Where(n => n.Title == "title 3").Min(n => n.Rating)),
    ];

    [Fact]
    public async Task Pages_are_the_parts_of_the_sorted_list()
    {
        await library.FillAsync();
        for (int seed = 0; seed < Cases; seed++)
        {
            var random = new Random(seed);
            var (order, sorted) = Sorted(random, library.Books);
            int size = 1 + random.Next(40);
            Assert.True(sorted.SequenceEqual(await AllAsync(order, size, forward: true)), $"seed {seed}: {order} by {size}, forward");
            Assert.True(sorted.SequenceEqual(await AllAsync(order, size, forward: false)), $"seed {seed}: {order} by {size}, backward");
            await BetweenAsync(random, order, sorted, size, $"seed {seed}: {order}");
        }
    }

    /// <summary>Rows that are there all the time come once each, whatever else comes and goes; and nothing that is gone before its page comes.</summary>
    [Fact]
    public async Task Rows_that_stay_come_once_while_others_come_and_go()
    {
        await library.FillAsync();
        for (int seed = 0; seed < Cases / 4; seed++)
        {
            var random = new Random(1_000 + seed);
            // Counts of others move with every row; a row's place by its own values does not.
            var terms = Pick(random, OfBooks[..4]);
            string order = InputOf(random, terms);
            int size = 1 + random.Next(15);
            var (stays, gone, added, seen) = (library.Books.ToDictionary(b => b.BookId), new HashSet<long>(), new List<long>(), new List<long>());
            bool forward = random.Next(2) == 0;
            string? cursor = null;
            while (true)
            {
                var page = await PageAsync(order, forward ? "first" : "last", size, forward ? cursor : null, forward ? null : cursor);
                foreach (var id in page.Ids.Select(id => id.Key.Id!.Value))
                {
                    Assert.DoesNotContain(id, gone);
                    seen.Add(id);
                }
                if (!page.More) break;
                cursor = page.Cursor;
                added.Add(await AddAsync(random));
                if (stays.Count > 40)
                {
                    long victim = stays.Keys.ElementAt(random.Next(stays.Count));
                    stays.Remove(victim);
                    gone.Add(victim);
                    await library.Database.Owner.ExecuteAsync("delete from library.book where book_id = $1", victim);
                }
            }

            Assert.True(seen.Distinct().Count() == seen.Count, $"seed {seed}: {order}: a row came twice");
            Assert.True(stays.Keys.All(seen.Contains), $"seed {seed}: {order}: lost {string.Join(", ", stays.Keys.Except(seen))}");
            await library.Database.Owner.ExecuteAsync("delete from library.book where book_id = any ($1)", added.ToArray());
            await RestoreAsync(gone);
        }
    }

    /// <summary>Two cursors at random: what lies between them, its beginning or its end, and whether there is more.</summary>
    private async Task BetweenAsync(Random random, string order, List<GlobalId> sorted, int size, string what)
    {
        var cursors = await CursorsAsync(order);
        (int from, int to) = (random.Next(-1, sorted.Count), random.Next(0, sorted.Count + 1));
        bool forward = random.Next(2) == 0;
        var page = await PageAsync(order, forward ? "first" : "last", size, from < 0 ? null : cursors[from], to == sorted.Count ? null : cursors[to]);
        var between = from < to ? sorted[(from + 1)..to] : [];
        Assert.True((forward ? between.Take(size) : between.TakeLast(size)).SequenceEqual(page.Ids), $"{what}: {size} between {from} and {to}, {(forward ? "forward" : "backward")}");
        Assert.Equal(between.Count > size, page.More);
        Assert.Equal(forward ? from >= 0 : to < sorted.Count, page.OtherSide);
    }

    private static (string Order, List<GlobalId> Sorted) Sorted(Random random, IReadOnlyList<Book> books)
    {
        var terms = Pick(random, OfBooks);
        string order = InputOf(random, terms);
        var shelves = books.ToLookup(b => (b.DistrictId, b.ShelfId));
        IOrderedEnumerable<Book> sorted = books.OrderBy(_ => 0);
        foreach (var (term, down) in terms)
        {
            sorted = down
                ? sorted.ThenBy(b => term.Value(b, shelves) is not null).ThenByDescending(b => term.Value(b, shelves), ByValue)
                : sorted.ThenBy(b => term.Value(b, shelves) is null).ThenBy(b => term.Value(b, shelves), ByValue);
        }
        bool keysDown = terms.Count > 0 && terms[^1].Down;
        sorted = keysDown ? sorted.ThenByDescending(b => b.DistrictId).ThenByDescending(b => b.BookId) : sorted.ThenBy(b => b.DistrictId).ThenBy(b => b.BookId);
        return (order, [.. sorted.Select(b => new GlobalId("Book", new RowKey(b.DistrictId, b.BookId)))]);
    }

    private static readonly Comparer<IComparable?> ByValue = Comparer<IComparable?>.Create((left, right) => (left, right) switch
    {
        (string a, string b) => string.CompareOrdinal(a, b),
        (null, null) => 0,
        (null, _) => 1,
        (_, null) => -1,
        _ => left.CompareTo(right),
    });

    private static List<(Term Term, bool Down)> Pick(Random random, Term[] from)
    {
        var terms = from.ToArray();
        random.Shuffle(terms);
        return [.. terms.Take(random.Next(0, 4)).Select(term => (term, random.Next(2) == 0))];
    }

    private static string InputOf(Random random, List<(Term Term, bool Down)> terms)
    {
        Assert.NotNull(random);
        return $"[{string.Join(", ", terms.Select(term => $"{{ {string.Format(CultureInfo.InvariantCulture, term.Term.Input, term.Down ? "DESC" : "ASC")} }}"))}]";
    }

    private static string ShelfName(Book book) => $"shelf {book.ShelfId % 100}";

    private static IEnumerable<Book> Neighbours(Book book, ILookup<(int, long), Book> shelves) => shelves[(book.DistrictId, book.ShelfId)];

    private sealed record Page(List<GlobalId> Ids, bool More, bool OtherSide, string? Cursor);

    private async Task<List<GlobalId>> AllAsync(string order, int size, bool forward)
    {
        var all = new List<GlobalId>();
        string? cursor = null;
        while (true)
        {
            var page = await PageAsync(order, forward ? "first" : "last", size, forward ? cursor : null, forward ? null : cursor);
            all.InsertRange(forward ? all.Count : 0, page.Ids);
            if (!page.More) return all;
            cursor = page.Cursor;
        }
    }

    private async Task<Page> PageAsync(string order, string size, int count, string? after, string? before)
    {
        var answer = await library.AskAsync(
            $$"""
            query($n: Int, $a: String, $b: String) {
              books({{size}}: $n, after: $a, before: $b, order: {{order}}) { nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }
            }
            """, new { n = count, a = after, b = before });
        var page = answer.GetProperty("data").GetProperty("books");
        var info = page.GetProperty("pageInfo");
        var (next, previous) = (info.GetProperty("hasNextPage").GetBoolean(), info.GetProperty("hasPreviousPage").GetBoolean());
        return size == "first"
            ? new Page(IdsOf(page), next, previous, info.GetProperty("endCursor").GetString())
            : new Page(IdsOf(page), previous, next, info.GetProperty("startCursor").GetString());
    }

    private async Task<List<string>> CursorsAsync(string order) =>
        [.. (await library.AskAsync($"{{ books(first: 500, order: {order}) {{ edges {{ cursor }} }} }}")).GetProperty("data").GetProperty("books").GetProperty("edges")
            .EnumerateArray().Select(edge => edge.GetProperty("cursor").GetString()!)];

    private static List<GlobalId> IdsOf(JsonElement page) => [.. page.GetProperty("nodes").EnumerateArray().Select(node =>
    {
        Assert.True(GlobalId.TryParse(node.GetProperty("id").GetString()!, out var id));
        return id;
    })];

    private async Task<long> AddAsync(Random random)
    {
        int district = 1 + random.Next(2);
        return await library.Database.Owner.ScalarAsync<long>(
            """
            insert into library.book select $1, (select max(book_id) + 1 from library.book), $2, $3, nullif($4, 9), nullif($5, date '2029-01-01') returning book_id
            """, district, (long)(district * 100 + 1 + random.Next(4)), $"title {random.Next(9)}", random.Next(3) == 0 ? 9 : random.Next(4),
            random.Next(4) == 0 ? new DateOnly(2029, 1, 1) : new DateOnly(2020 + random.Next(3), 1, 1));
    }

    private async Task RestoreAsync(HashSet<long> gone)
    {
        foreach (var book in library.Books.Where(b => gone.Contains(b.BookId)))
        {
            await library.Database.Owner.ExecuteAsync(
                "insert into library.book values ($1, $2, $3, $4, nullif($5, -1), nullif($6, date '2029-01-01'))",
                book.DistrictId, book.BookId, book.ShelfId, book.Title, book.Rating ?? -1, book.Published ?? new DateOnly(2029, 1, 1));
        }
    }
}
