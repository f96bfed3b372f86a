using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using HomeroomGraph.Data;
using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Operations;

namespace HomeroomGraph.Gateway.Documents;

/// <summary>The form of a manifest.</summary>
internal enum ManifestFormat
{
    /// <summary>Apollo's <c>persisted-query-manifest.json</c>: for each operation its id, name, type and text.</summary>
    Apollo,

    /// <summary>Relay's <c>persisted_queries.json</c>: an object of texts by their ids.</summary>
    Relay,
}

/// <summary>Lists of documents with their ids, in the two forms that clients' tools write and read.</summary>
internal static class DocumentManifest
{
    private const string ApolloFormat = "apollo-persisted-query-manifest";
    private const int ApolloVersion = 1;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private static readonly JsonWriterOptions Readable = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The documents of a manifest of either form.</summary>
    /// <exception cref="SetupException">It is no such manifest.</exception>
    public static IReadOnlyList<TrustedDocument> Read(ReadOnlyMemory<byte> json, string path)
    {
        try
        {
            using var manifest = JsonDocument.Parse(json, Strict);
            return IsApollo(manifest.RootElement)
                ? [.. manifest.RootElement.GetProperty("operations").EnumerateArray().Select(operation =>
                    Document(path, TextOf(operation.GetProperty("id")), TextOf(operation.GetProperty("body"))))]
                : [.. manifest.RootElement.EnumerateObject().Select(entry => Document(path, entry.Name, TextOf(entry.Value)))];
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new SetupException(
                $"{path} is no manifest of documents: it must be an object of texts by their ids (as Relay's compiler writes it), or have \"operations\" "
                + $"with \"id\" and \"body\" (as Apollo's tools write it). {fault.Message}", fault);
        }
    }

    /// <summary>A manifest of documents, ordered by name.</summary>
    /// <exception cref="SetupException">A document has not one operation with a name.</exception>
    public static string Write(IEnumerable<TrustedDocument> documents, ManifestFormat format)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Readable))
        {
            var operations = documents.Select(document => (Document: document, Operation: OperationOf(document)))
                .OrderBy(entry => entry.Operation.Name!.Value, StringComparer.Ordinal);
            if (format == ManifestFormat.Apollo) WriteApollo(json, operations);
            else WriteRelay(json, operations.Select(entry => entry.Document));
        }
        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    private static bool IsApollo(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty("operations", out var operations) && operations.ValueKind == JsonValueKind.Array;

    private static string TextOf(JsonElement value) => value.GetString() ?? throw new JsonException("An id or a text is null.");

    private static TrustedDocument Document(string path, string id, string text)
    {
        var document = new TrustedDocument(path, Encoding.UTF8.GetBytes(text));
        if (DocumentId.Parse(id) is not { } parsed) throw new SetupException($"{path}: \"{id}\" is no document identifier: letters, digits, '-', '.', '_' and '~' only.");
        if (parsed == document.Hash) return document;
        return DocumentId.IsHash(parsed)
            ? throw new SetupException($"{path}: \"{id}\" is not the SHA-256 of the text beside it, which is {document.Hash}.")
            : document with { OwnId = parsed };
    }

    private static OperationDefinitionNode OperationOf(TrustedDocument document)
    {
        try
        {
            var definitions = Parser.Parse(new SourceText(document.Text)).Definitions;
            return definitions.OfType<OperationDefinitionNode>().ToList() is [{ Name: not null } operation]
                ? operation
                : throw new SetupException($"{document.Name} must have one operation with a name, by which clients find its id.");
        }
        catch (GraphQLSyntaxException fault)
        {
            throw new SetupException(new TrustedDocumentFault(document, fault.Error).ToString(), fault);
        }
    }

    private static void WriteApollo(Utf8JsonWriter json, IEnumerable<(TrustedDocument Document, OperationDefinitionNode Operation)> operations)
    {
        json.WriteStartObject();
        json.WriteString("format", ApolloFormat);
        json.WriteNumber("version", ApolloVersion);
        json.WriteStartArray("operations");
        foreach (var (document, operation) in operations)
        {
            json.WriteStartObject();
            json.WriteString("id", document.OwnId ?? document.Hash);
            json.WriteString("name", operation.Name!.Value);
            json.WriteString("type", operation.Operation.ToString().ToLowerInvariant());
            json.WriteString("body", document.Text.Span);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRelay(Utf8JsonWriter json, IEnumerable<TrustedDocument> documents)
    {
        json.WriteStartObject();
        foreach (var document in documents) json.WriteString(document.OwnId ?? document.Hash, document.Text.Span);
        json.WriteEndObject();
    }
}
