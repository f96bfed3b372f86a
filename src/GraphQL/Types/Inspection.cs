using System.Text.Json;
using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL.Types;

/// <summary>How messages show a value that was refused: as it would be written, cut where it is long, so that a message stays
/// small whatever was sent.</summary>
public static class Inspection
{
    private const int LongestText = 1000;
    private const int MostItems = 10;
    private const int Deepest = 2;

    /// <summary>A literal or a type as it would be written in a document.</summary>
    public static string Of(SyntaxNode written) => Cut(Printer.Print(written));

    /// <summary>A JSON value in the notation of graphql-js's messages: nothing deeper than two levels, ten items of a list.</summary>
    public static string Of(JsonElement value) => Cut(Of(value, 0));

    private static string Of(JsonElement value, int depth) => value.ValueKind switch
    {
        JsonValueKind.Array => OfList(value, depth),
        JsonValueKind.Object => OfObject(value, depth),
        JsonValueKind.Undefined => "undefined",
        _ => value.GetRawText(),
    };

    private static string OfList(JsonElement list, int depth)
    {
        int length = list.GetArrayLength();
        if (length == 0) return "[]";
        if (depth >= Deepest) return "[Array]";
        var items = list.EnumerateArray().Take(MostItems).Select(item => Of(item, depth + 1)).ToList();
        int left = length - MostItems;
        if (left > 0) items.Add(left == 1 ? "... 1 more item" : $"... {left} more items");
        return $"[{string.Join(", ", items)}]";
    }

    private static string OfObject(JsonElement fields, int depth)
    {
        int count = fields.GetPropertyCount();
        if (count == 0) return "{}";
        if (depth >= Deepest) return "[Object]";
        // Every field costs three characters at least, so no more of them can be seen.
        var shown = fields.EnumerateObject().Take(LongestText / 3).Select(field => $"{field.Name}: {Of(field.Value, depth + 1)}");
        return $"{{ {string.Join(", ", shown)} }}";
    }

    /// <summary>A text of any length, cut where messages cut.</summary>
    public static string Cut(string text) => IsCut(text) ? text[..LongestText] + "..." : text;

    /// <summary>Whether a text is longer than messages show.</summary>
    public static bool IsCut(string text) => text.Length > LongestText;
}
