using System.Globalization;
using HomeroomGraph.Data;
using HomeroomGraph.Data.History;
using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.GraphQL.Subscriptions;
using Npgsql;

namespace HomeroomGraph.Gateway.Subscriptions;

/// <summary>
/// Follows the log of changes for this gateway's subscribers. A notification wakes it, and it reads the log; it looks by itself now and
/// then, so that a lost notification delays and loses nothing. It begins with the first subscriber.
/// </summary>
internal sealed partial class ChangeWatch(HomeroomDatabase database, SubscriptionHub hub, ReachWatch reach, DeskWatch desks, ILogger<ChangeWatch> logger) : BackgroundService
{
    private const int MostAtOnce = 1_000;

    /// <summary>Without a notification; when changes wait for transactions that still run; and between two readings in any case.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(10), HeldUp = TimeSpan.FromMilliseconds(250), Pause = TimeSpan.FromMilliseconds(20);

    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromSeconds(2);

    private readonly ChangeLog _log = new(database.Feed);
    private readonly SemaphoreSlim _wanted = new(0, 1);
    private ChangePosition? _readTo;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        hub.Wanted += Wake;
        try
        {
            await _wanted.WaitAsync(stoppingToken);
            Wake();
            await Task.WhenAll(AgainAsync(ListenAsync, stoppingToken), AgainAsync(FollowAsync, stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // It is the end.
        }
        finally
        {
            hub.Wanted -= Wake;
        }
    }

    /// <summary>Does what is to go on for ever, again and again.</summary>
    private async Task AgainAsync(Func<CancellationToken, Task> work, CancellationToken stop)
    {
        while (true)
        {
            try
            {
                await work(stop);
            }
            catch (Exception fault) when (fault is NpgsqlException or SetupException or IOException or TimeoutException)
            {
                LogLost(logger, fault.Message);
                await Task.Delay(TryAgainAfter, stop);
            }
        }
    }

    private Task ListenAsync(CancellationToken stop) => _log.ListenAsync(Wake, stop);

    private async Task FollowAsync(CancellationToken stop)
    {
        while (true)
        {
            if (hub.Count == 0)
            {
                // What changes while nobody follows is told to nobody: the next subscriber begins at the log's end.
                _readTo = null;
                await _wanted.WaitAsync(stop);
                continue;
            }
            _readTo ??= await _log.EndAsync(stop);
            var tables = hub.BeginReading();
            await reach.CheckAsync(hub, stop);
            var page = await _log.ReadAsync(_readTo.Value, [.. DeskWatch.LoggedOf(tables)], MostAtOnce, stop);
            hub.Publish(page.Changes.Select(Told));
            hub.Publish(await desks.ToldAsync(tables, page, stop));
            _readTo = page.ReadTo;
            if (page.HasMore) continue;

            // Notifications that come close together are answered by one reading.
            await Task.Delay(Pause, stop);
            await _wanted.WaitAsync(page.IsHeldUp ? HeldUp : LookEvery, stop);
        }
    }

    private void Wake()
    {
        try
        {
            _wanted.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is awake.
        }
    }

    /// <summary>The log is of schema homeroom. A table whose key is its district has no other id.</summary>
    private static TableChange Told(LoggedChange change)
    {
        long id = long.Parse(change.RowId, CultureInfo.InvariantCulture);
        var key = change.Table == "district" ? new RowKey(change.DistrictId, null) : new RowKey(change.DistrictId, id);
        return new("homeroom." + change.Table, new(key, KindOf(change.Operation), change.Version));
    }

    private static ChangeKind KindOf(string operation) => operation switch
    {
        "insert" => ChangeKind.Created,
        "update" => ChangeKind.Updated,
        _ => ChangeKind.Deleted,
    };

    public override void Dispose()
    {
        base.Dispose();
        _wanted.Dispose();
    }

    [LoggerMessage(LogLevel.Warning, "Changes can't be followed now: {Reason}")]
    private static partial void LogLost(ILogger logger, string reason);
}
