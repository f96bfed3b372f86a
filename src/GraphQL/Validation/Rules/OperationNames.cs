using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL.Validation.Rules;

/// <summary>How messages call operations.</summary>
internal static class OperationNames
{
    internal static string Of(OperationKind operation) => operation switch
    {
        OperationKind.Query => "query",
        OperationKind.Mutation => "mutation",
        _ => "subscription",
    };
}
