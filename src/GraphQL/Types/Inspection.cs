using System.Text.Json;
using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL.Types;

/// <summary>How messages show a value that was refused: as it would be written, cut where it is long, so that a message stays
/// small whatever was sent.</summary>
public static class Inspection
{
    private const int LongestText = 1000;
    private const int LongestMessage = 2_500;
    private const int MostItems = 10;
    private const int Deepest = 2;

    /// <summary>A literal or a type as it would be written in a document.</summary>
    public static string Of(SyntaxNode written)
    {
        int room = LongestText;
        return Cut(Printer.Print(written is ValueNode value ? Abridge(value, ref room) : written));
    }

    /// <summary>The value without what would be cut anyway, so that printing it costs no more than what is shown. Recurses as deep
    /// as the parser lets values nest.</summary>
    private static ValueNode Abridge(ValueNode value, ref int room)
    {
        switch (value)
        {
            case StringValueNode text when text.Value.Length > LongestText:
                room = 0;
                return new StringValueNode(text.Value[..(LongestText + 1)], text.IsBlock);
            case ListValueNode list:
                var items = new List<ValueNode>();
                for (int i = 0; i < list.Items.Count && room > 0; i++) items.Add(Abridge(list.Items[i], ref room));
                return new ListValueNode(items);
            case ObjectValueNode { Fields: var fields }:
                var shown = new List<ObjectFieldNode>();
                for (int i = 0; i < fields.Count && room > 0; i++)
                {
                    room -= fields[i].Name.Value.Length;
                    shown.Add(new ObjectFieldNode { Name = fields[i].Name, Value = Abridge(fields[i].Value, ref room) });
                }
                return new ObjectValueNode(shown);
            default:
                room -= value is StringValueNode brief ? brief.Value.Length + 2 : 1;
                return value;
        }
    }

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

    /// <summary>A message of any length, cut where it repeats names that are as long as the document.</summary>
    public static string CutMessage(string message) =>
        message.Length <= LongestMessage ? message : message[..LongestMessage] + "...";

    /// <summary>Whether a text is longer than messages show.</summary>
    public static bool IsCut(string text) => text.Length > LongestText;
}
