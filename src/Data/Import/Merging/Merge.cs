using Npgsql;

namespace HomeroomGraph.Data.Import.Merging;

/// <summary>How many records of a kind a merge created, changed and withdrew.</summary>
internal readonly record struct MergeCounts(int Created, int Changed, int Withdrawn);

/// <summary>
/// Stores the staged rows. A file of the usual size is one transaction: all or nothing, and short. A bigger one is a
/// transaction for each kind of record, so that no long transaction holds back the feed of every district; the run's record
/// says how far it came, and the next run of the file, killed or not, stores just the rest.
/// </summary>
internal sealed class Merge(ImportWork work, IReadOnlyList<MergeStep> steps)
{
    private readonly NpgsqlConnection connection = work.Connection;
    private readonly CancellationToken cancel = work.Cancel;
    private readonly Dictionary<RecordKind, MergeCounts> counts = [];

    public IReadOnlyDictionary<RecordKind, MergeCounts> Counts => counts;

    /// <summary>Stores the rows if that is the outcome; if not, finds out what storing them would do.</summary>
    public Task RunAsync(ImportOutcome outcome, int stagedRows) =>
        outcome == ImportOutcome.Applied ? StoreAsync(stagedRows <= work.Request.Limits.RowsInOneTransaction) : RehearseAsync();

    private async Task StoreAsync(bool inOneTransaction)
    {
        IReadOnlyList<MergeStep>[] transactions = inOneTransaction ? [steps] : [.. steps.Select(step => new[] { step })];
        foreach (var part in transactions)
        {
            await using var transaction = await connection.BeginTransactionAsync(cancel);
            await RunAsync(part, ImportStep.Storing);
            await work.Run.StoredUpToAsync(part[^1].Kind, cancel);
            await transaction.CommitAsync(cancel);
        }
    }

    /// <summary>Stores everything and takes it back: what it would do is known, and that the constraints allow it.</summary>
    private async Task RehearseAsync()
    {
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await RunAsync(steps, ImportStep.Rehearsing);
        await transaction.RollbackAsync(cancel);
    }

    private async Task RunAsync(IReadOnlyList<MergeStep> part, ImportStep shownAs)
    {
        await ExecuteAsync(
            "select set_config('homeroom.actor', $1, true), set_config('homeroom.origin', $2, true)",
            work.Actor.Name, work.Actor.Origin ?? "");
        await ExecuteAsync("set constraints all deferred");

        // A table that is just being filled has no statistics: PostgreSQL takes it for small and would go through it once for
        // each staged row. Every statement here is about all rows, for which joining by hash is right at any size.
        await ExecuteAsync("set local enable_nestloop = off");
        foreach (var step in part)
        {
            counts[step.Kind] = await RunAsync(step);
            work.Report(shownAs, step.Kind.ToString(), counts[step.Kind].Created + counts[step.Kind].Changed);
        }
        await ExecuteAsync("set constraints all immediate");
    }

    private async Task<MergeCounts> RunAsync(MergeStep step)
    {
        var touched = new Dictionary<Effect, int>();
        foreach (var (effect, sql) in step.Statements)
            touched[effect] = touched.GetValueOrDefault(effect) + await ExecuteAsync(sql, work.District.DistrictId);
        return new(
            touched.GetValueOrDefault(Effect.Created), touched.GetValueOrDefault(Effect.Changed), touched.GetValueOrDefault(Effect.Withdrawn));
    }

    private async Task<int> ExecuteAsync(string sql, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return await command.ExecuteNonQueryAsync(cancel);
    }
}
