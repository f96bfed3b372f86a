using HomeroomGraph.Data.Tenancy;
using Npgsql;

namespace HomeroomGraph.Data.Import.OneRoster.Merging;

/// <summary>How many records of a kind a merge created, changed and withdrew.</summary>
internal readonly record struct MergeCounts(int Created, int Changed, int Withdrawn);

/// <summary>
/// Stores the staged rows. A district's roster of the usual size is one transaction: all or nothing, and short. A bigger one
/// is a transaction for each kind of record, so that no long transaction holds back the feed of every district; the run's
/// record says how far it came, and the next run of the file, killed or not, stores just the rest.
/// </summary>
internal sealed class Merge(
    NpgsqlConnection connection, int districtId, Actor actor, ImportRun run, IProgress<ImportProgress>? progress, CancellationToken cancel)
{
    private static readonly MergeStep[] Steps =
    [
        CalendarSteps.SchoolYears,
        CalendarSteps.Semesters,
        SchoolSteps.Schools,
        PeopleSteps.Teachers,
        PeopleSteps.Employments,
        SchoolSteps.Cohorts,
        SchoolSteps.Classes,
        PeopleSteps.Appointments,
    ];

    private readonly Dictionary<RecordKind, MergeCounts> counts = [];

    public IReadOnlyDictionary<RecordKind, MergeCounts> Counts => counts;

    /// <summary>Stores everything in one transaction, or each kind in its own.</summary>
    public async Task StoreAsync(bool inOneTransaction)
    {
        MergeStep[][] transactions = inOneTransaction ? [Steps] : [.. Steps.Select(step => new[] { step })];
        foreach (var steps in transactions)
        {
            await using var transaction = await connection.BeginTransactionAsync(cancel);
            await RunAsync(steps);
            await run.StoredUpToAsync(steps[^1].Kind, cancel);
            await transaction.CommitAsync(cancel);
        }
    }

    /// <summary>Stores everything and takes it back: what it would do is known, and that the constraints allow it.</summary>
    public async Task RehearseAsync()
    {
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await RunAsync(Steps);
        await transaction.RollbackAsync(cancel);
    }

    private async Task RunAsync(MergeStep[] steps)
    {
        await ExecuteAsync(
            "select set_config('homeroom.actor', $1, true), set_config('homeroom.origin', $2, true)", actor.Name, actor.Origin ?? "");
        await ExecuteAsync("set constraints all deferred");
        foreach (var step in steps)
        {
            counts[step.Kind] = await RunAsync(step);
            progress?.Report(new(ImportStep.Storing, step.Kind.ToString(), counts[step.Kind].Created + counts[step.Kind].Changed));
        }
        await ExecuteAsync("set constraints all immediate");
    }

    private async Task<MergeCounts> RunAsync(MergeStep step)
    {
        var touched = new Dictionary<Effect, int>();
        foreach (var (effect, sql) in step.Statements)
            touched[effect] = touched.GetValueOrDefault(effect) + await ExecuteAsync(sql, districtId);
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
