namespace HomeroomGraph.GraphQL.Contract;

/// <summary>What a difference between two contracts means for clients of the older one.</summary>
public enum Criticality
{
    /// <summary>Every document and every value that was right stays right and means the same.</summary>
    Safe,

    /// <summary>Documents stay right, but for odd ones; a client may meet what it did not know, or get another answer.</summary>
    Dangerous,

    /// <summary>A document or a value that was right may now be refused, or an answer may have another shape.</summary>
    Breaking,
}
