namespace HomeroomGraph.GraphQL.AspNetCore;

/// <summary>How answers travel.</summary>
public sealed record TransportOptions
{
    /// <summary>Answer by the newer statuses of GraphQL over HTTP (September 2026), for its own media type: 422 to a request that can be read
    /// but can't run, 294 to an answer with data and errors.</summary>
    public bool NewerStatuses { get; init; }

    /// <summary>Compress large answers for clients that accept it.</summary>
    public bool Compression { get; init; } = true;

    /// <summary>The largest message of a WebSocket, in bytes.</summary>
    public int MessageBytes { get; init; } = 1024 * 1024;

    /// <summary>Operations that one WebSocket runs and follows at a time.</summary>
    public int OperationsPerConnection { get; init; } = 50;

    /// <summary>How long a WebSocket may take to say who it is.</summary>
    public TimeSpan InitTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How often a quiet stream shows that it is alive.</summary>
    public TimeSpan PingEvery { get; init; } = TimeSpan.FromSeconds(12);

    /// <summary>How long a message may take to leave; a client that takes none for so long is cut off.</summary>
    public TimeSpan SendTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The host, with its port where it has one, as browsers see it in front of proxies; beside the one a request names.</summary>
    public string? PublicHost { get; init; }

    /// <summary>Other origins whose pages may open a WebSocket, as browsers send them.</summary>
    public IReadOnlyCollection<string> OtherOrigins { get; init; } = [];
}
