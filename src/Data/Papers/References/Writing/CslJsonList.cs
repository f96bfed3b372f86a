using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace HomeroomGraph.Data.Papers.References;

/// <summary>A list of CSL-JSON items, one on a line.</summary>
internal sealed class CslJsonList : IReferenceList, IDisposable
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly IBufferWriter<byte> output;
    private readonly Utf8JsonWriter json;
    private bool isBegun;

    public CslJsonList(IBufferWriter<byte> output) => (this.output, json) = (output, new(output, Options));

    public void Add(Reference record)
    {
        output.Write(isBegun ? ",\n"u8 : "[\n"u8);
        isBegun = true;
        json.Reset();
        CslJsonItem.Write(json, record);
        json.Flush();
    }

    public void Complete() => output.Write(isBegun ? "\n]\n"u8 : "[]\n"u8);

    public void Dispose() => json.Dispose();
}
