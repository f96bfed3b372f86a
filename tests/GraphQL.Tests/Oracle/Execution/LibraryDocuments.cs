using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.GraphQL.Tests.Oracle.Documents;
using HomeroomGraph.GraphQL.Tests.Tables;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Tests.Oracle.Execution;

/// <summary>Literals that mean something in the library: ids and titles of its rows, days, small numbers.</summary>
internal sealed class LibraryLiterals(Choices choices, IReadOnlyList<Book> books) : Literals(choices, wrong: 0), IFieldArguments
{
    /// <summary>Of which type the ids are that are written next.</summary>
    private string _element = "Book";

    private static readonly string[] Titles = ["title 3", "title 5", "title", "3", "", "shelf 2", "shelf"];

    protected override string Scalar(string name) => name switch
    {
        "ID" => $"\"{LibraryValues.Id(Choices, books, _element)}\"",
        "String" => $"\"{Choices.Of(Titles)}\"",
        "Int" or "Long" => Choices.Of("0", "1", "2", "3", "12"),
        "Date" => Choices.Of("\"2021-01-01\"", "\"2020-02-01\"", "\"2022-02-01\""),
        "Boolean" => Choices.Of("true", "false"),
        _ => base.Scalar(name),
    };

    public override string Of(GraphQLType type, int depth = 0)
    {
        string outer = _element;
        _element = LibraryValues.ElementOf(type) ?? outer;
        string literal = base.Of(type, depth);
        _element = outer;
        return literal;
    }

    public string OfScalar(string name) => Scalar(name);

    /// <summary>Where a page begins and ends; null for arguments that are chosen as everywhere. The one in a hundred that can't be stands at
    /// the root, where it is refused whatever the rows.</summary>
    public IReadOnlyList<(string Name, string Value)>? Of(NamedType parent, FieldDefinition field)
    {
        if (parent.Name == "Query" && field.Name is "shelf" or "book") return [("id", Id(field))];
        if (!field.Arguments.ContainsKey("after")) return null;
        var arguments = new List<(string, string)>();
        string element = field.Type.Named.Name[..^"Connection".Length];
        var order = Choices.Of(element == "Book" ? LibraryOrder.OfBooks : LibraryOrder.OfShelves);
        if (Choices.Percent(75)) arguments.Add((Choices.Of("first", "first", "last"), Choices.Percent(parent.Name == "Query" ? 3 : 0) ? Choices.Of("-1", "501") : Choices.Of("0", "1", "2", "3", "5", "40")));
        if (Choices.Percent(30)) arguments.Add((Choices.Of("after", "before"), Choices.Percent(90) ? $"\"{order.Cursor(Choices.Of(books))}\"" : "null"));
        if (order.Literal != "") arguments.Add(("order", order.Literal));
        if (Choices.Percent(40)) arguments.Add(("where", Of(field.Arguments["where"].Type)));
        return arguments;
    }

    private string Id(FieldDefinition field)
    {
        string other = field.Name == "shelf" ? "Book" : "Shelf";
        return $"\"{LibraryValues.Id(Choices, books, Choices.Percent(3) ? other : field.Type.Named.Name)}\"";
    }
}

/// <summary>The same as JSON, for variables.</summary>
internal sealed class LibraryVariables(Choices choices, IReadOnlyList<Book> books) : JsonValues(choices, wrong: 0)
{
    private string _element = "Book";

    protected override JsonNode? Of(GraphQLType type, int depth = 0)
    {
        string outer = _element;
        _element = LibraryValues.ElementOf(type) ?? outer;
        var value = base.Of(type, depth);
        _element = outer;
        return value;
    }

    protected override JsonNode? Scalar(string name) => name switch
    {
        "ID" => LibraryValues.Id(Choices, books, _element),
        "String" => Choices.Of("title 3", "title", "5", "shelf 1"),
        "Int" or "Long" => Choices.Below(5),
        "Date" => Choices.Of("2021-01-01", "2022-01-01"),
        _ => base.Scalar(name),
    };
}

internal static class LibraryValues
{
    /// <summary>The id of a book or of a shelf, at times of one that is not there.</summary>
    public static string Id(Choices choices, IReadOnlyList<Book> books, string element)
    {
        var book = choices.Of(books);
        long id = choices.Below(8) == 0 ? 100_000 : element == "Book" ? book.BookId : book.ShelfId;
        return new GlobalId(element, new RowKey(book.DistrictId, id)).ToString();
    }

    /// <summary>The type whose rows a filter is for; null for other inputs.</summary>
    public static string? ElementOf(GraphQLType type) => type.Named.Name switch
    {
        "BookFilterInput" => "Book",
        "ShelfFilterInput" => "Shelf",
        _ => null,
    };
}

/// <summary>An order of a list and how a cursor of it is made.</summary>
internal sealed record LibraryOrder(string Literal, string Table, params (string Path, string Type, bool Down, Func<Book, object?> Value)[] Terms)
{
    private static readonly (string, string, bool, Func<Book, object?>)[] BookKey = [("district_id", "int4", false, b => b.DistrictId), ("book_id", "int8", false, b => b.BookId)];
    private static readonly (string, string, bool, Func<Book, object?>)[] ShelfKey = [("district_id", "int4", false, b => b.DistrictId), ("shelf_id", "int8", false, b => b.ShelfId)];

    public static readonly LibraryOrder[] OfBooks =
    [
        new("", "library.book", BookKey),
        new("[{title: ASC}]", "library.book", [("title", "text", false, b => b.Title), .. BookKey]),
        new("{rating: DESC}", "library.book", [("rating", "int4", true, b => b.Rating), .. Down(BookKey)]),
        new("[{rating: ASC}, {title: DESC}]", "library.book", [("rating", "int4", false, b => b.Rating), ("title", "text", true, b => b.Title), .. Down(BookKey)]),
        new("[{published: DESC}, {rating: ASC}]", "library.book",
            [("published", "date", true, b => b.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("rating", "int4", false, b => b.Rating), .. BookKey]),
        new("[{shelf: {name: DESC}}]", "library.book", [("shelf.name", "text", true, b => $"shelf {b.ShelfId % 100}"), .. Down(BookKey)]),
    ];

    public static readonly LibraryOrder[] OfShelves =
    [
        new("", "library.shelf", ShelfKey),
        new("[{name: DESC}]", "library.shelf", [("name", "text", true, b => $"shelf {b.ShelfId % 100}"), .. Down(ShelfKey)]),
    ];

    /// <summary>The cursor of a book's place, or of its shelf's.</summary>
    public string Cursor(Book book)
    {
        string order = Table + string.Concat(Terms.Select(term => $"{(term.Down ? '-' : '+')}{term.Path}:{term.Type}"));
        string digest = Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(order)))[..8];
        string keys = JsonSerializer.Serialize(Terms.Select(term => term.Value(book) is { } value ? Convert.ToString(value, CultureInfo.InvariantCulture) : null));
        return Base64Url.EncodeToString(Encoding.UTF8.GetBytes(digest + keys));
    }

    private static IEnumerable<(string, string, bool, Func<Book, object?>)> Down((string Path, string Type, bool, Func<Book, object?> Value)[] terms) =>
        terms.Select(term => (term.Path, term.Type, true, term.Value));
}
