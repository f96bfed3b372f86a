using System.Text.Encodings.Web;
using System.Text.Json;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Execution;

/// <summary>How answers are written, and the parts that every answer has.</summary>
internal static class ResponseJson
{
    /// <summary>Chinese stays readable; the content type says UTF-8, and JSON is never put into a page. The structure is ours, so it is not
    /// checked again.</summary>
    public static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>The whole answer to a request that did not run.</summary>
    public static void WriteRefusal(Utf8JsonWriter json, IReadOnlyList<GraphQLError> errors)
    {
        json.WriteStartObject();
        WriteErrors(json, errors);
        json.WriteEndObject();
    }

    public static void WriteErrors(Utf8JsonWriter json, IEnumerable<GraphQLError> errors)
    {
        json.WritePropertyName("errors"u8);
        WriteErrorList(json, errors);
    }

    public static void WriteErrorList(Utf8JsonWriter json, IEnumerable<GraphQLError> errors)
    {
        json.WriteStartArray();
        foreach (var error in errors) WriteError(json, error);
        json.WriteEndArray();
    }

    private static void WriteError(Utf8JsonWriter json, GraphQLError error)
    {
        json.WriteStartObject();
        // Whatever repeats a name of the client's: an answer does not grow with what was sent.
        json.WriteString("message"u8, Inspection.CutMessage(error.Message));
        if (error.Locations.Count > 0)
        {
            json.WriteStartArray("locations"u8);
            foreach (var location in error.Locations)
            {
                json.WriteStartObject();
                json.WriteNumber("line"u8, location.Line);
                json.WriteNumber("column"u8, location.Column);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        if (error.Path.Count > 0) WritePath(json, error.Path);
        json.WriteStartObject("extensions"u8);
        json.WriteString("code"u8, error.Code);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WritePath(Utf8JsonWriter json, IReadOnlyList<object> path)
    {
        json.WriteStartArray("path"u8);
        foreach (object step in path)
        {
            if (step is int index) json.WriteNumberValue(index);
            else json.WriteStringValue((string)step);
        }
        json.WriteEndArray();
    }
}
