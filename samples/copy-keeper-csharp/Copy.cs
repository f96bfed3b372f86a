using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HomeroomGraph.CopyKeeper;

/// <summary>The copy: a file of lines that only grows. A line is a row in a version, or the position up to which all lines before it go. Lines behind the
/// last position are of a part that was not finished, and are dropped when the file is opened; so a kill at any moment does no harm.</summary>
internal sealed class Copy
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly string _path;
    private readonly Dictionary<string, JsonObject> _rows = [];
    private int _lines;

    private Copy(string path) => _path = path;

    /// <summary>Up to where the copy goes; null: it has not begun.</summary>
    public string? Position { get; private set; }

    public static Copy Open(string folder)
    {
        Directory.CreateDirectory(folder);
        var copy = new Copy(Path.Combine(folder, "papers-and-awards.jsonl"));
        copy.Read();
        return copy;
    }

    /// <summary>The rows that are there.</summary>
    public IEnumerable<JsonNode> Rows(string type) => _rows.Values.Where(line => (string)line["type"]! == type && line["row"] is not null).Select(line => line["row"]!);

    /// <summary>Begins anew: what neither the pages nor the feed tell from here on is not in the copy any more.</summary>
    public void Begin(string position, IEnumerable<(string Type, JsonNode Row)> rows) =>
        Replace([.. rows.Select(one => Line((string)one.Row["id"]!, "0", one.Type, one.Row)), EndAt(position)]);

    /// <summary>Applies a part of the feed, and remembers where it ended. An entry that is not newer than what is known is passed over.</summary>
    /// <returns>The entries that were newer.</returns>
    public IReadOnlyList<JsonNode> Apply(JsonNode part)
    {
        var newer = part["entries"]!.AsArray().Where(entry => VersionOf(entry!) > Known((string)entry!["id"]!)).Select(entry => entry!).ToList();
        string position = (string)part["position"]!;
        if (newer.Count == 0 && position == Position) return newer;

        // Of a row that is gone the version is kept, so that no older entry brings it back.
        List<JsonObject> lines = [.. newer.Select(entry => Line((string)entry["id"]!, entry["version"]!.ToString(), (string)entry["type"]!, entry["node"])), EndAt(position)];
        Write(_path, FileMode.Append, lines);
        Take(lines);
        if (_lines > (2 * _rows.Count) + 10_000) Replace([.. _rows.Values, EndAt(position)]);
        return newer;
    }

    private static long VersionOf(JsonNode line) => long.Parse(line["version"]!.ToString(), null);

    private long Known(string id) => _rows.TryGetValue(id, out var line) ? VersionOf(line) : -1;

    private static JsonObject Line(string id, string version, string type, JsonNode? row) =>
        new() { ["id"] = id, ["version"] = version, ["type"] = type, ["row"] = row?.DeepClone() };

    private static JsonObject EndAt(string position) => new() { ["position"] = position };

    private void Read()
    {
        if (!File.Exists(_path)) return;
        byte[] bytes = File.ReadAllBytes(_path);
        var waiting = new List<JsonObject>();
        int whole = 0;
        for (int start = 0, end; (end = Array.IndexOf(bytes, (byte)'\n', start)) >= 0; start = end + 1)
        {
            waiting.Add(JsonNode.Parse(bytes.AsSpan(start, end - start))!.AsObject());
            if (!waiting[^1].ContainsKey("position")) continue;
            Take(waiting);
            waiting.Clear();
            whole = end + 1;
        }
        if (whole == bytes.Length) return;
        using var file = File.OpenWrite(_path);
        file.SetLength(whole);
    }

    private void Take(IReadOnlyList<JsonObject> lines)
    {
        foreach (var line in lines)
        {
            if (line["position"] is { } position) Position = (string)position!;
            else _rows[(string)line["id"]!] = line;
        }
        _lines += lines.Count;
    }

    /// <summary>In place of all lines; the old file is there until the new one is whole.</summary>
    private void Replace(IReadOnlyList<JsonObject> lines)
    {
        Write(_path + ".new", FileMode.Create, lines);
        File.Move(_path + ".new", _path, overwrite: true);
        _rows.Clear();
        _lines = 0;
        Take(lines);
    }

    private static void Write(string path, FileMode mode, IReadOnlyList<JsonObject> lines)
    {
        using var file = new FileStream(path, mode, FileAccess.Write);
        foreach (var line in lines) file.Write(Encoding.UTF8.GetBytes(line.ToJsonString(Readable) + "\n"));
        file.Flush(flushToDisk: true);
    }
}
