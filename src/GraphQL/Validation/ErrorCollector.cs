using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Validation;

/// <summary>The errors found so far. Lines and columns are found at the end in one pass over the source, whatever the number of
/// errors.</summary>
internal sealed class ErrorCollector(int limit)
{
    /// <summary>No error shows more places: two times the fields on the way to a conflict.</summary>
    private const int MostLocations = 40;

    private readonly List<(string? Rule, string Message, string Code, int[] Offsets)> _found = [];

    internal int Count => _found.Count;

    /// <exception cref="ValidationAbortedException">There are as many errors as are wanted.</exception>
    internal void Add(string rule, string message, ReadOnlySpan<SyntaxNode> nodes)
    {
        if (_found.Count >= limit)
            throw new ValidationAbortedException("Too many validation errors, error limit reached. Validation aborted.");
        var offsets = new int[Math.Min(nodes.Length, MostLocations)];
        for (int i = 0; i < offsets.Length; i++) offsets[i] = nodes[i].Span.Start;
        _found.Add((rule, Inspection.CutMessage(message), ErrorCodes.ValidationFailed, offsets));
    }

    internal void AddAbort(ValidationAbortedException abort) => _found.Add((null, abort.Message, ErrorCodes.LimitExceeded, []));

    internal IReadOnlyList<GraphQLError> Locate(SourceText source)
    {
        var locations = source.LocationsOf(_found.SelectMany(error => error.Offsets));
        return [.. _found.Select(error => new GraphQLError(error.Message, error.Code)
        {
            Rule = error.Rule,
            Locations = [.. error.Offsets.Where(offset => offset >= 0).Select(offset => locations[offset])],
        })];
    }
}

/// <summary>Validation stops: enough errors, or a limit on work is reached.</summary>
internal sealed class ValidationAbortedException(string message) : Exception(message);
