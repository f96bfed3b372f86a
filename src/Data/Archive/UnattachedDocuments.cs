using HomeroomGraph.Data.Tenancy;
using Npgsql;

namespace HomeroomGraph.Data.Archive;

/// <summary>How much was removed.</summary>
public readonly record struct RemovedDocuments(int Documents, int Contents, int Tickets)
{
    public static RemovedDocuments operator +(RemovedDocuments one, RemovedDocuments other) =>
        new(one.Documents + other.Documents, one.Contents + other.Contents, one.Tickets + other.Tickets);
}

/// <summary>Removes what was uploaded and then named by no record (rule V2). What is being attached, or uploaded anew, is passed over: see
/// <c>upload.remove_unattached</c>.</summary>
public sealed class UnattachedDocuments(HomeroomDatabase database, TimeProvider time, UploadTerms terms)
{
    private const int AtOnce = 100;

    private static readonly Actor Sweep = new("sweep");

    /// <summary>Removes all there is, a short transaction after the other.</summary>
    public async Task<RemovedDocuments> RemoveAsync(CancellationToken cancellation)
    {
        RemovedDocuments all = default, some;
        do
        {
            some = await RemoveSomeAsync(cancellation);
            all += some;
        }
        while (some.Tickets >= AtOnce || some.Contents >= AtOnce);
        return all;
    }

    private async Task<RemovedDocuments> RemoveSomeAsync(CancellationToken cancellation)
    {
        await using var work = await database.BeginWriteAsync(Sweep, cancellation);
        await using var remove = new NpgsqlCommand("select documents, contents, tickets from upload.remove_unattached($1, $2)", work.Connection)
        {
            Parameters = { new() { Value = time.GetUtcNow().UtcDateTime - terms.KeptUnattached }, new() { Value = AtOnce } },
        };
        await using (var row = await remove.ExecuteReaderAsync(cancellation))
        {
            await row.ReadAsync(cancellation);
            var removed = new RemovedDocuments(row.GetInt32(0), row.GetInt32(1), row.GetInt32(2));
            await row.DisposeAsync();
            await work.CommitAsync(cancellation);
            return removed;
        }
    }
}
