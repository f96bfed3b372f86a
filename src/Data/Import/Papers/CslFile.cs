using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HomeroomGraph.Data.Import.Papers;

/// <summary>A CSL-JSON file: a list of items, or one item. It is read item by item; the file itself is bounded.</summary>
internal static class CslFile
{
    private const int LargestBytes = 64 << 20;
    private const int DeepestNesting = 32;

    public static bool IsJson(Stream stream)
    {
        Span<byte> start = stackalloc byte[64];
        var read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        var text = start[..read];
        if (text.StartsWith("\uFEFF"u8)) text = text[3..];
        return text.TrimStart(" \t\r\n"u8) is [(byte)'[' or (byte)'{', ..];
    }

    public static void Read(Stream stream, ImportWork work, Action<PaperEntry?> take)
    {
        var file = work.Request.FileName;
        if (stream.Length > LargestBytes)
            throw new ImportRefusedException(
                "file-too-big", $"{file} 超过 {LargestBytes >> 20} MiB。", $"{file} is bigger than {LargestBytes >> 20} MiB.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        var text = bytes.AsSpan();
        if (text.StartsWith("\uFEFF"u8)) text = text[3..];
        try
        {
            Read(text, file, work, take);
        }
        catch (Exception e) when (e is JsonException or DecoderFallbackException or InvalidOperationException { InnerException: DecoderFallbackException })
        {
            var line = (e as JsonException)?.LineNumber + 1;
            throw new ImportRefusedException(
                "json-unsound",
                $"{file} 不是正常的 JSON（第 {line} 行附近）：{e.Message}",
                $"{file} is not sound JSON (near line {line}): {e.Message}", e);
        }
    }

    private static void Read(ReadOnlySpan<byte> text, string file, ImportWork work, Action<PaperEntry?> take)
    {
        var json = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = DeepestNesting });
        var (line, counted) = (1, 0);
        json.Read();
        var isList = json.TokenType == JsonTokenType.StartArray;
        while (!isList || (json.Read() && json.TokenType != JsonTokenType.EndArray))
        {
            var at = (int)json.TokenStartIndex;
            line += text[counted..at].Count((byte)'\n');
            counted = at;
            take(ItemOf(ref json) is { } item ? new CslItem(item, file, line, work).Read() : NotAnItem(file, line, work));
            if (!isList) break;
        }
        while (json.Read())
        {
            // What follows must be nothing; reading it tells where it is something.
        }
    }

    private static PaperEntry? NotAnItem(string file, int line, ImportWork work)
    {
        work.Log.Add(file, line, "", "", Severity.Error, PaperReasons.NotAnObject);
        return null;
    }

    /// <summary>The next value, if it is an object that states no field twice.</summary>
    private static JsonObject? ItemOf(ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            json.Skip();
            return null;
        }
        var item = JsonNode.Parse(ref json) as JsonObject;
        try
        {
            return item?.Count >= 0 ? item : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
