using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Operations;

/// <summary>Why a field can't be executed with the variables of a request, known before it is (spec 6.4.1): a variable that is null, or was
/// left out, stands where none may be.</summary>
/// <param name="Node">The place in the document.</param>
internal sealed record FieldFault(string Message, SyntaxNode? Node)
{
    public static FieldFault Of(InputCoercionException refused) => new(refused.Message, refused.Node);

    /// <summary>The error of one occurrence of the field.</summary>
    public GraphQLError At(SourceText source, IReadOnlyList<object> path) => new(Message, ErrorCodes.BadUserInput)
    {
        Locations = Node is null ? [] : [source.LocationOf(Node.Span.Start)],
        Path = path,
    };
}

/// <summary>What is selected below a field can't be told: <c>@skip</c> or <c>@include</c> has no value. The field itself fails, wherever it
/// has a value (spec 6.3.2).</summary>
internal sealed class SelectionFaultException(FieldFault fault) : Exception(fault.Message)
{
    public FieldFault Fault { get; } = fault;
}
