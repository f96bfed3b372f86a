namespace HomeroomGraph.GraphQL.Validation.Suggestions;

/// <summary>The sentence that ends a message about an unknown name.</summary>
public static class DidYouMean
{
    private const int Most = 5;

    /// <summary>" Did you mean "a", "b", or "c"?" of the names close to the one written, or nothing.</summary>
    public static string Of(string written, IEnumerable<string> known, string? kind = null) =>
        Sentence(CloseNames.To(written, known), kind);

    /// <summary>" Did you mean kind "a" or "b"?", or nothing.</summary>
    public static string Sentence(IReadOnlyList<string> names, string? kind = null) => names.Count == 0
        ? ""
        : $" Did you mean {(kind is null ? "" : kind + " ")}{List("or", names.Take(Most).Select(name => $"\"{name}\"").ToList())}?";

    /// <summary>"a", "a or b", "a, b, or c".</summary>
    public static string List(string conjunction, IReadOnlyList<string> items) => items.Count switch
    {
        1 => items[0],
        2 => $"{items[0]} {conjunction} {items[1]}",
        _ => $"{string.Join(", ", items.SkipLast(1))}, {conjunction} {items[^1]}",
    };
}
