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

    /// <summary>The registered documents, which requests may name by their ids.</summary>
    public IReadOnlyList<TrustedDocument> TrustedDocuments { get; init; } = [];

    /// <summary>Nobody may send any other document.</summary>
    public bool TrustedDocumentsOnly { get; init; }

    /// <summary>The memory that kept documents may take, beside the registered ones.</summary>
    public long DocumentCacheBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>The memory that kept plans may take, those of registered documents and those of others each.</summary>
    public long PlanCacheBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>The memory that documents sent without credentials may take, and their plans once more.</summary>
    public long AnonymousCacheBytes { get; init; } = 2 * 1024 * 1024;

    /// <summary>The longest text, in bytes, of a document that is kept for the next request; a longer one is parsed each time.</summary>
    public int LargestKeptDocument { get; init; } = 64 * 1024;
}
