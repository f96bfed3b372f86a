using HomeroomGraph.Data.Refusals;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace HomeroomGraph.Data.Tenancy;

/// <summary>
/// Runs use cases that change records, each in one transaction: done once under a key, told by its rule where the database refuses it, and run again where it
/// met another one.
/// </summary>
public sealed class RecordWrites(HomeroomDatabase database, BusinessClock clock)
{
    private const int MostAttempts = 3;

    /// <summary>This moment, on the business's day.</summary>
    internal DateTime Now => clock.Now.UtcDateTime;

    /// <summary>The day of the business.</summary>
    internal DateOnly Today => clock.Today;

    /// <summary>Runs a change.</summary>
    /// <typeparam name="TWritten">The keys of what was made or changed: kept with the key under which it was done.</typeparam>
    /// <param name="caller">Who asks.</param>
    /// <param name="terms">By which version, under which key.</param>
    /// <param name="change">Does it; run again from the start where it met another one, so it keeps nothing outside of its transaction.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="RefusedException">It is refused; nothing was changed.</exception>
    internal async Task<TWritten> RunAsync<TWritten>(
        Caller caller, WriteTerms terms, Func<WriteTransaction<HomeroomDbContext>, Task<TWritten>> change, CancellationToken cancellation)
        where TWritten : class
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await RunOnceAsync(caller, terms, change, cancellation);
            }
            catch (Exception failure) when (DatabaseFailureOf(failure) is { } database)
            {
                if (RuleTable.RefusalOf(database) is { } refusal)
                    throw new RefusedException(refusal);
                if (database.SqlState is not (PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure) || attempt == MostAttempts)
                    throw;
            }
        }
    }

    /// <summary>The record has the version that the caller has read, where the caller says which.</summary>
    /// <param name="actual">The version that it has, read under its lock.</param>
    /// <param name="terms">The caller's.</param>
    /// <param name="message">For people: that it has changed.</param>
    /// <exception cref="RefusedException">It has another.</exception>
    internal static void RequireVersion(int actual, WriteTerms terms, string message)
    {
        if (terms.ExpectedVersion is { } expected && expected != actual)
        {
            throw new RefusedException(new Refusal(RefusalKind.VersionConflict, "VERSION_CONFLICT", message)
            {
                Path = ["input", "expectedVersion"],
                ActualVersion = actual,
            });
        }
    }

    private async Task<TWritten> RunOnceAsync<TWritten>(
        Caller caller, WriteTerms terms, Func<WriteTransaction<HomeroomDbContext>, Task<TWritten>> change, CancellationToken cancellation)
        where TWritten : class
    {
        await using var transaction = await database.BeginWriteAsync(caller.Actor, cancellation);
        if (terms.Once is { } once && await once.BeginAsync<TWritten>(transaction.Connection, caller.Account.AccountId, Now, cancellation) is { } known)
            return known;
        var written = await change(transaction);
        if (terms.Once is { } done)
            await done.EndAsync(transaction.Connection, caller.Account.AccountId, written, cancellation);
        await transaction.CommitAsync(cancellation);
        return written;
    }

    private static PostgresException? DatabaseFailureOf(Exception failure) => failure as PostgresException ?? (failure as DbUpdateException)?.InnerException as PostgresException;
}
