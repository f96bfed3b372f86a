using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Operations;

/// <summary>The errors of a request's variables, no more than a limit; the last then says that there may be others.</summary>
internal sealed class VariableErrors(SourceText source, int limit)
{
    private readonly List<GraphQLError> _all = [];

    internal IReadOnlyList<GraphQLError> All => _all;

    internal bool AreTooMany => _all.Count > limit;

    internal void Add(string message, SyntaxNode node)
    {
        if (AreTooMany) return;
        _all.Add(_all.Count < limit
            ? new GraphQLError(Inspection.CutMessage(message), ErrorCodes.BadUserInput)
            {
                Locations = [source.LocationOf(node.Span.Start)],
            }
            : new GraphQLError(
                "Too many errors processing variables, error limit reached. Execution aborted.", ErrorCodes.LimitExceeded));
    }
}
