using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Tests.Oracle.Execution;

/// <summary>Coerced arguments as <c>JSON.stringify</c> writes them, to the letter: only what must be is escaped, infinite numbers are null.</summary>
internal static class JavaScriptJson
{
    public static string Of(object? value) => value switch
    {
        null => "null",
        string text => Text(text),
        EnumValue named => Text(named.Name),
        bool flag => flag ? "true" : "false",
        double number => double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : "null",
        IReadOnlyDictionary<string, object?> fields => $"{{{string.Join(',', fields.Select(field => $"{Text(field.Key)}:{Of(field.Value)}"))}}}",
        IReadOnlyList<object?> items => $"[{string.Join(',', items.Select(item => Of(item)))}]",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    /// <summary>A JSON value in the same form.</summary>
    public static string Of(JsonNode? value) => value switch
    {
        JsonObject fields => $"{{{string.Join(',', fields.Select(field => $"{Text(field.Key)}:{Of(field.Value)}"))}}}",
        JsonArray items => $"[{string.Join(',', items.Select(Of))}]",
        JsonValue text when text.TryGetValue(out string? characters) => Text(characters),
        null => "null",
        _ => value.ToJsonString(),
    };

    private static string Text(string text)
    {
        var written = new StringBuilder("\"");
        foreach (char unit in text)
        {
            written.Append(unit switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\b' => "\\b",
                '\f' => "\\f",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                < ' ' => $"\\u{(int)unit:x4}",
                _ => $"{unit}",
            });
        }
        return written.Append('"').ToString();
    }
}
