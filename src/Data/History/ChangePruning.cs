using Npgsql;

namespace HomeroomGraph.Data.History;

/// <summary>Removes what is older than the change log is kept (rule V4), a bounded number of entries at a time.</summary>
public sealed class ChangePruning(NpgsqlDataSource writer, TimeProvider time)
{
    /// <summary>Entries of one transaction.</summary>
    public const int BatchSize = 5_000;

    /// <summary>Removes all that is older. Several programs may ask at once: one of them does it.</summary>
    /// <param name="days">How many days are kept, one or more.</param>
    /// <param name="cancellation">Stops between two batches.</param>
    /// <returns>How many entries were removed.</returns>
    public async Task<long> PruneAsync(int days, CancellationToken cancellation)
    {
        long removed = 0;
        for (int batch = BatchSize; batch == BatchSize; removed += batch)
        {
            await using var prune = writer.CreateCommand("select history.prune_changes($1, $2, $3)");
            prune.Parameters.Add(new() { Value = time.GetUtcNow() });
            prune.Parameters.Add(new() { Value = days });
            prune.Parameters.Add(new() { Value = BatchSize });
            batch = (int)(await prune.ExecuteScalarAsync(cancellation))!;
        }

        return removed;
    }
}
