namespace HomeroomGraph.Data;

/// <summary>Which database to use: the given one, else the embedded PostgreSQL in the given or the usual folder.</summary>
/// <param name="ConnectionString">ConnectionStrings__Homeroom: the owner's login to a PostgreSQL 18 or newer.</param>
/// <param name="DataDirectory">Homeroom__DataDirectory: where the embedded PostgreSQL lives.</param>
/// <param name="ReadLimit">After which PostgreSQL stops a statement that answers a query, should nobody else have; 30 s where nothing is said.</param>
public sealed record DatabaseSettings(string? ConnectionString = null, string? DataDirectory = null, TimeSpan? ReadLimit = null);

/// <summary>What a program opens the database for.</summary>
public enum DatabasePurpose
{
    /// <summary>To serve: the only program that does so on an embedded PostgreSQL.</summary>
    Serve,

    /// <summary>For one piece of work (import, migrate, seed), beside a serving program if there is one.</summary>
    Work,
}
