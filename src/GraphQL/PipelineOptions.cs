using HomeroomGraph.GraphQL.Answers;
using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.GraphQL.Validation;

namespace HomeroomGraph.GraphQL;

/// <summary>The bounds of the pipeline, for every transport. docs/limits.md has what each of them means to a client.</summary>
public sealed record PipelineOptions
{
    public ParserLimits Parser { get; init; } = new();
    public ValidationOptions Validation { get; init; } = new() { MaxSpreadDepth = 64 };
    public VariableLimits Variables { get; init; } = new(MaxListItems: 1_000);
    public OperationLimits Operations { get; init; } = new();
    public PageLimits Pages { get; init; } = new();

    /// <summary>How long an operation may run, its answer sent as far as it is larger than what is held back; then its statement is cancelled.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Operations of one client that run at once.</summary>
    public int ConcurrentOperations { get; init; } = 8;

    /// <summary>Points of cost that one client may spend in a minute; 0: as many as it likes.</summary>
    public int CostPerMinute { get; init; } = 10_000_000;

    /// <summary>At most so many errors are told of one request.</summary>
    public int MaxErrors { get; init; } = 5;

    /// <summary>Whether everyone who is signed in may ask how the database answers; else only viewers who <see cref="IViewer.MaySeePlans"/>.</summary>
    public bool PlansForEveryone { get; init; }

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

    /// <summary>What is kept of answers, for those who ask again.</summary>
    public AnswerOptions Answers { get; init; } = new();

    /// <summary>The longest text, in bytes, of a document that is kept for the next request; a longer one is parsed each time.</summary>
    public int LargestKeptDocument { get; init; } = 64 * 1024;
}
