using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL.Validation.SchemaRules;

/// <summary>What is wrong with a schema, with the nodes it was read from; a part declared in code has none.</summary>
internal sealed class SchemaErrors
{
    private readonly List<(string Message, List<int> Offsets)> _found = [];

    internal void Add(string message, params IEnumerable<SyntaxNode?> nodes) =>
        _found.Add((message, [.. nodes.OfType<SyntaxNode>().Select(node => node.Span.Start)]));

    internal IReadOnlyList<GraphQLError> Locate(SourceText? source)
    {
        var locations = source?.LocationsOf(_found.SelectMany(error => error.Offsets));
        return [.. _found.Select(error => new GraphQLError(error.Message, ErrorCodes.ValidationFailed)
        {
            Locations = locations is null ? [] : [.. error.Offsets.Where(offset => offset >= 0).Select(offset => locations[offset])],
        })];
    }
}
