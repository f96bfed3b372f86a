using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using HomeroomGraph.Data.Papers.References;

namespace HomeroomGraph.Data.Tests.Papers.References;

/// <summary>The records of records.json: of every kind of document, Chinese and western, made for these tests and held against the standard.</summary>
internal static class ReferenceRecords
{
    private static readonly JsonDocument Items = JsonDocument.Parse(File.ReadAllBytes(Beside("records.json")));

    public static IReadOnlyList<Reference> All { get; } = [.. Items.RootElement.EnumerateArray().Select(CslReference.Of)];

    public static JsonElement Json => Items.RootElement;

    public static Reference Of(string id) => All.Single(record => record.Id == id);

    public static string Written(IEnumerable<Reference> records, ReferenceForm form)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using var writer = new ReferenceWriter(bytes, form);
        foreach (var record in records) writer.Add(record);
        writer.Complete();
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    public static string[] LinesOf(string file) => File.ReadAllLines(Beside(file));

    public static string Beside(string file, [CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, file);
}
