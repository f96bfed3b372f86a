using Npgsql;

namespace HomeroomGraph.GraphQL.Answers;

/// <summary>Tells how new the data is that a statement reads, without reading it; the host's, for only it knows its tables.</summary>
public interface IVersionSource
{
    /// <summary>What a statement reads; null where something of it has no version, and an answer made of it can't be known to hold.</summary>
    VersionedReads? ReadsOf(string statement);

    /// <summary>The version of what the viewer may read of it, in one round trip. It makes no writer wait.</summary>
    /// <exception cref="Execution.StaleViewerException">What the viewer may see has changed since the viewer was looked up.</exception>
    Task<DataVersion> LookUpAsync(VersionedReads reads, IViewer viewer, CancellationToken cancellation);

    /// <summary>As <see cref="IViewer.EnterStatement"/>, with a row of the two numbers of the version: the statement after it sees all that
    /// the version counts.</summary>
    /// <param name="again">A command that this made before, which is to get these values.</param>
    NpgsqlBatchCommand EnterStatement(VersionedReads reads, IViewer viewer, NpgsqlBatchCommand? again = null);
}

/// <summary>Tables that a statement reads, by their numbers at the version source.</summary>
public sealed record VersionedReads(short[] Tables);

/// <summary>How new data is. Equal versions mean that no change was committed in between.</summary>
/// <param name="Changes">Grows with each commit that changes something of it.</param>
/// <param name="Lineage">Another one where the database is a restored or promoted copy, which may have lost commits.</param>
public readonly record struct DataVersion(long Changes, long Lineage)
{
    /// <summary>The row of a look-up or of <see cref="IVersionSource.EnterStatement"/>.</summary>
    public static async Task<DataVersion> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellation)
    {
        await reader.ReadAsync(cancellation);
        return new DataVersion(reader.GetInt64(0), reader.GetInt64(1));
    }
}
