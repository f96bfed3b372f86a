using Npgsql;

namespace HomeroomGraph.Data.Import;

/// <summary>
/// Writes where an import is into its run's record, twice a second at most and over a connection of its own: what the
/// import's own transaction writes is not seen outside before its end.
/// </summary>
internal sealed class RunProgress : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private readonly NpgsqlDataSource source;
    private readonly (int District, long Run) key;
    private readonly int stepsTotal;
    private readonly Lock guard = new();
    private readonly CancellationTokenSource stop = new();
    private readonly Task writing;
    private ImportProgress latest;
    private int stepsBegun;
    private bool isNew;

    public RunProgress(NpgsqlDataSource source, int districtId, long runId, int stepsTotal)
    {
        (this.source, key, this.stepsTotal) = (source, (districtId, runId), stepsTotal);
        writing = WriteAsync();
    }

    public void Report(ImportProgress progress)
    {
        lock (guard)
        {
            if (stepsBegun == 0 || (progress.Step, progress.Detail) != (latest.Step, latest.Detail)) stepsBegun++;
            (latest, isNew) = (progress, true);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await writing;
        stop.Dispose();
    }

    private async Task WriteAsync()
    {
        using var timer = new PeriodicTimer(Interval);
        try
        {
            while (await timer.WaitForNextTickAsync(stop.Token))
                if (Take() is var (now, begun)) await WriteAsync(now, begun);
        }
        catch (OperationCanceledException)
        {
            // The import has ended; its record says how.
        }
        catch (NpgsqlException)
        {
            // Nobody sees how far it is any more. What that means for the import itself, its own connection says.
        }
    }

    private (ImportProgress, int)? Take()
    {
        lock (guard)
        {
            if (!isNew) return null;
            isNew = false;
            return (latest, stepsBegun);
        }
    }

    private async Task WriteAsync(ImportProgress now, int begun)
    {
        await using var command = source.CreateCommand(
            """
            update import.run set step = $3, step_detail = nullif($4, ''), rows_done = $5, steps_done = $6, steps_total = $7
            where district_id = $1 and run_id = $2 and state in ('checking', 'storing')
            """);
        foreach (var value in new object[]
            { key.District, key.Run, EnumText<ImportStep>.Of(now.Step), now.Detail, now.Rows, Math.Min(begun - 1, stepsTotal), stepsTotal })
            command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(stop.Token);
    }
}
