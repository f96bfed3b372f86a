using System.Runtime.InteropServices;
using System.Text.Json;

namespace HomeroomGraph.GraphQL.Operations;

/// <summary>Whether the values inside a JSON object or list nest no deeper than a limit, found without recursion.</summary>
internal static class JsonDepth
{
    internal static bool IsWithin(JsonElement value, int limit)
    {
        var reader = new Utf8JsonReader(JsonMarshal.GetRawUtf8Value(value), new JsonReaderOptions { MaxDepth = int.MaxValue });
        while (reader.Read())
            if (reader.CurrentDepth > limit && reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray) return false;
        return true;
    }
}
