namespace HomeroomGraph.GraphQL.Answers;

/// <summary>What is kept of answers, for those who ask again.</summary>
public sealed record AnswerOptions
{
    /// <summary>The memory that kept answers may take; 0 keeps none.</summary>
    public long MaxBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>The number of questions that are remembered.</summary>
    public int MaxEntries { get; init; } = 20_000;

    /// <summary>A larger answer is not kept, so that none takes the room of many.</summary>
    public long LargestKept => MaxBytes / 16;

    /// <summary>Programs of which this is equal answer the same question over the same data alike.</summary>
    public string Edition { get; init; } = "";
}
