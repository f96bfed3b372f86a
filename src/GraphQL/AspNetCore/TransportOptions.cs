namespace HomeroomGraph.GraphQL.AspNetCore;

/// <summary>How answers travel.</summary>
public sealed record TransportOptions
{
    /// <summary>Answer by the newer statuses of GraphQL over HTTP (September 2026), for its own media type: 422 to a request that can be read
    /// but can't run, 294 to an answer with data and errors.</summary>
    public bool NewerStatuses { get; init; }

    /// <summary>Compress large answers for clients that accept it.</summary>
    public bool Compression { get; init; } = true;
}
