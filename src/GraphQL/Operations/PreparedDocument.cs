using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL.Operations;

/// <summary>A document that was parsed and validated; kept for the next request with the same text.</summary>
internal sealed class PreparedDocument(SourceText source, DocumentNode document)
{
    public SourceText Source { get; } = source;
    public DocumentNode Document { get; } = document;

    /// <summary>The operation a request means (spec 6.1).</summary>
    public OperationDefinitionNode Operation(string? name)
    {
        var operations = Document.Definitions.OfType<OperationDefinitionNode>().ToList();
        if (name is null)
        {
            return operations.Count == 1 ? operations[0] : throw Refused(operations.Count == 0
                ? "The document has no operation." : "Must provide operation name if query contains multiple operations.");
        }
        return operations.Find(operation => operation.Name?.Value == name) ?? throw Refused($"Unknown operation named \"{name}\".");
    }

    private static GraphQLRequestException Refused(string message) => new([new GraphQLError(message, ErrorCodes.OperationNotFound)]);
}
