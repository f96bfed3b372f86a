using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Validation;

namespace HomeroomGraph.GraphQL.Operations;

/// <summary>Who a document came from. What one kind brings never pushes what another brought out of a cache.</summary>
internal enum DocumentOrigin
{
    /// <summary>Registered before the start.</summary>
    Registered,

    /// <summary>Sent with credentials.</summary>
    Caller,

    /// <summary>Sent by anybody.</summary>
    Anonymous,
}

/// <summary>A document that was parsed and validated; kept for the next request that sends or names it.</summary>
internal sealed class PreparedDocument(SourceText source, DocumentNode document, DocumentOrigin origin)
{
    private readonly OperationDefinitionNode[] _operations = [.. document.Definitions.OfType<OperationDefinitionNode>()];

    public SourceText Source { get; } = source;
    public DocumentNode Document { get; } = document;
    public DocumentOrigin Origin { get; } = origin;

    /// <summary>Parses and validates a text, of which it keeps a copy.</summary>
    /// <exception cref="GraphQLRequestException">The document is not valid.</exception>
    public static PreparedDocument Of(Schema schema, ReadOnlyMemory<byte> text, DocumentOrigin origin, PipelineOptions options)
    {
        var source = new SourceText(text.ToArray());
        var document = Parser.Parse(source, options.Parser);
        var errors = Validator.Validate(schema, document, source, options.Validation);
        return errors.Count == 0 ? new PreparedDocument(source, document, origin) : throw new GraphQLRequestException(errors);
    }

    /// <summary>The operation a request means (spec 6.1).</summary>
    public OperationDefinitionNode Operation(string? name)
    {
        var operations = _operations;
        if (name is null)
        {
            return operations.Length == 1 ? operations[0] : throw Refused(operations.Length == 0
                ? "The document has no operation." : "Must provide operation name if query contains multiple operations.");
        }
        return Array.Find(operations, operation => operation.Name?.Value == name) ?? throw Refused($"Unknown operation named \"{name}\".");
    }

    private static GraphQLRequestException Refused(string message) => new([new GraphQLError(message, ErrorCodes.OperationNotFound)]);
}
