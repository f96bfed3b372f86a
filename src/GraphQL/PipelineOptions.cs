using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.GraphQL.Validation;

namespace HomeroomGraph.GraphQL;

/// <summary>The bounds of the pipeline.</summary>
public sealed record PipelineOptions
{
    public ParserLimits Parser { get; init; } = new();
    public ValidationOptions Validation { get; init; } = new();
    public VariableLimits Variables { get; init; } = new();
    public PageLimits Pages { get; init; } = new();

    /// <summary>The most rows that one operation may ask for, pages inside pages multiplied.</summary>
    public long MaxRows { get; init; } = 100_000;

    /// <summary>Whether a request without credentials may ask for the schema.</summary>
    public bool AnonymousIntrospection { get; init; }

    /// <summary>The memory that kept documents may take.</summary>
    public long DocumentCacheBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>The memory that kept plans may take.</summary>
    public long PlanCacheBytes { get; init; } = 32 * 1024 * 1024;
}
