using System.Security.Cryptography;
using HomeroomGraph.Data.Tenancy;
using Npgsql;
using NpgsqlTypes;

namespace HomeroomGraph.Data.Import;

/// <summary>What an import is asked for over HTTP.</summary>
/// <param name="Kind">What the file is.</param>
/// <param name="Path">Where the file lies; the job deletes it when it has ended.</param>
/// <param name="FileName">The file's name for the reader.</param>
/// <param name="DistrictCode">The district's GB/T 2260 code.</param>
/// <param name="Actor">Who asks.</param>
public sealed record ImportOrder(ImportKind Kind, string Path, string FileName, string DistrictCode, Actor Actor)
{
    public bool DryRun { get; init; }
    public bool AcceptGood { get; init; }

    /// <summary>The school whose own file it is; null for the whole district.</summary>
    public long? SchoolId { get; init; }
}

/// <summary>
/// Imports in the background of the server: one at a time for a district, two at a time in all, and no more than so many waiting. A run's
/// record says how far each is. What a stopped server leaves behind is found at the next start and shown as interrupted; giving
/// the same file again stores the rest.
/// </summary>
public sealed class ImportJobs(NpgsqlDataSource writer, BusinessClock clock) : IAsyncDisposable
{
    private const int MostAtWork = 2, MostWaiting = 50;

    private readonly CancellationTokenSource stop = new();
    private readonly SemaphoreSlim atWork = new(MostAtWork);
    private readonly Lock guard = new();
    private readonly Dictionary<int, Task> lastOfDistrict = [];
    private int waiting;

    /// <summary>Queues an import; returns the district and the run by which it can be followed.</summary>
    /// <exception cref="ImportRefusedException">The district is unknown, or too many imports wait.</exception>
    public async Task<(int DistrictId, long RunId)> StartAsync(ImportOrder order, CancellationToken cancel)
    {
        try
        {
            await using var connection = await writer.OpenConnectionAsync(cancel);
            var district = await ImportDistrict.FindAsync(connection, order.DistrictCode, cancel);
            Enter();
            var runId = await QueueAsync(connection, district.DistrictId, order, cancel);
            lock (guard)
                lastOfDistrict[district.DistrictId] = RunAfterAsync(
                    lastOfDistrict.GetValueOrDefault(district.DistrictId, Task.CompletedTask), order, district.DistrictId, runId);
            return (district.DistrictId, runId);
        }
        catch
        {
            File.Delete(order.Path);
            throw;
        }
    }

    /// <summary>At the start of the server: runs that no program is at any more are interrupted.</summary>
    public async Task RecoverAsync(CancellationToken cancel)
    {
        await using var connection = await writer.OpenConnectionAsync(cancel);
        await using var command = new NpgsqlCommand(
            """
            update import.run r set state = 'interrupted', finished_at = now()
            from (select district_id, pg_try_advisory_lock($1, district_id) as is_free
                  from (select distinct district_id from import.run where state in ('queued', 'checking', 'storing')) d) d
            where r.district_id = d.district_id and d.is_free and r.state in ('queued', 'checking', 'storing')
            """, connection) { Parameters = { new() { Value = RunRecord.LockClass } } };
        await command.ExecuteNonQueryAsync(cancel);
        await using var unlock = new NpgsqlCommand("select pg_advisory_unlock_all()", connection);
        await unlock.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Waits until all imports that were asked for have ended.</summary>
    public Task IdleAsync()
    {
        lock (guard) return Task.WhenAll(lastOfDistrict.Values);
    }

    /// <summary>Stops what is at work; each run's record says so.</summary>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await IdleAsync();
        atWork.Dispose();
        stop.Dispose();
    }

    private void Enter()
    {
        if (Interlocked.Increment(ref waiting) <= MostWaiting) return;
        Interlocked.Decrement(ref waiting);
        throw new ImportRefusedException(
            "too-many-imports", "等待中的导入太多，请稍后再试。", "Too many imports are waiting; try again later.");
    }

    private async Task RunAfterAsync(Task before, ImportOrder order, int districtId, long runId)
    {
        try
        {
            await before;
            await atWork.WaitAsync(stop.Token);
            try
            {
                await Imports.Of(order.Kind, writer, clock).RunAsync(
                    new(order.Path, order.DistrictCode)
                    {
                        FileName = order.FileName,
                        DryRun = order.DryRun,
                        AcceptGood = order.AcceptGood,
                        SchoolId = order.SchoolId,
                        Actor = order.Actor,
                        RunId = runId,
                    }, null, stop.Token);
            }
            finally
            {
                atWork.Release();
            }
        }
        catch (Exception e)
        {
            await FailAsync(districtId, runId, e);
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
            File.Delete(order.Path);
        }
    }

    private async Task<long> QueueAsync(NpgsqlConnection connection, int districtId, ImportOrder order, CancellationToken cancel)
    {
        string digest;
        await using (var file = File.OpenRead(order.Path)) digest = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancel));
        await using var insert = new NpgsqlCommand(
            """
            insert into import.run (district_id, kind, file_name, file_sha256, dry_run, accept_good, requested_by, school_id, state)
            values ($1, $2, $3, $4, $5, $6, $7, $8, 'queued') returning run_id
            """, connection);
        foreach (var value in new object[]
            { districtId, EnumText<ImportKind>.Of(order.Kind), order.FileName, digest, order.DryRun, order.AcceptGood, order.Actor.Name })
            insert.Parameters.Add(new() { Value = value });
        insert.Parameters.Add(new() { Value = order.SchoolId ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint });
        return (long)(await insert.ExecuteScalarAsync(cancel))!;
    }

    /// <summary>Records a failure that came before the run could do so itself; if the database is gone, the next start finds the run.</summary>
    private async Task FailAsync(int districtId, long runId, Exception failure)
    {
        try
        {
            await using var command = writer.CreateCommand(
                $"update import.run set {RunRecord.Failed(3)} where district_id = $1 and run_id = $2 and state in ('queued', 'checking', 'storing')");
            foreach (var value in new object[] { districtId, runId }.Concat(RunRecord.FailureValues(failure))) command.Parameters.Add(new() { Value = value });
            await command.ExecuteNonQueryAsync(CancellationToken.None);
        }
        catch (NpgsqlException)
        {
            // Then the record stays as it is, and the next start shows the run as interrupted.
        }
    }
}
