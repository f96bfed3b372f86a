using System.Text.Json;

namespace HomeroomGraph.GraphQL.Operations;

/// <summary>What a client sends (GraphQL over HTTP, request parameters).</summary>
/// <param name="Query">The document, in UTF-8; empty where the request only names it.</param>
/// <param name="OperationName">Which operation of the document; may be left out where there is one.</param>
/// <param name="Variables">An object, or null.</param>
/// <param name="QueryOnly">Only a query may run: the request came by a method that must change nothing.</param>
public sealed record GraphQLRequest(ReadOnlyMemory<byte> Query, string? OperationName, JsonElement? Variables, bool QueryOnly = false)
{
    /// <summary>The document's id as it was sent; null where none was.</summary>
    public string? DocumentId { get; init; }

    /// <summary>An object, or null. Only <c>persistedQuery</c> of it is looked at.</summary>
    public JsonElement? Extensions { get; init; }

    /// <summary>What the client wants to know of the cost.</summary>
    public CostReport Cost { get; init; }

    /// <summary>What the client wants to know of how the database answers.</summary>
    public PlanReport Plan { get; init; }
}

/// <summary>What a client wants to know of an operation's cost.</summary>
public enum CostReport
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The answer comes with <c>extensions.cost</c>.</summary>
    Report,

    /// <summary>The cost without running the operation.</summary>
    Validate,
}
