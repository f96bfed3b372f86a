using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace HomeroomGraph.Data.Tenancy;

/// <summary>
/// One transaction of a use case: everything changed in it is recorded under its actor (rule V3). Not committed means not done.
/// </summary>
public sealed class WriteTransaction<TContext> : IAsyncDisposable
    where TContext : DbContext
{
    private readonly NpgsqlTransaction transaction;

    private WriteTransaction(NpgsqlConnection connection, NpgsqlTransaction transaction, TContext context) =>
        (Connection, this.transaction, Context) = (connection, transaction, context);

    /// <summary>The connection inside the transaction, for set-based SQL and COPY.</summary>
    public NpgsqlConnection Connection { get; }

    /// <summary>EF Core inside the transaction.</summary>
    public TContext Context { get; }

    internal static async Task<WriteTransaction<TContext>> BeginAsync(
        NpgsqlDataSource source, Func<DbContextOptions<TContext>, TContext> open, Actor actor, CancellationToken cancellation)
    {
        var connection = await source.OpenConnectionAsync(cancellation);
        try
        {
            var transaction = await connection.BeginTransactionAsync(cancellation);
            await actor.EnterAsync(connection, cancellation);
            var context = open(new DbContextOptionsBuilder<TContext>().UseNpgsql(connection).Options);
            await context.Database.UseTransactionAsync(transaction, cancellation);
            return new(connection, transaction, context);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes everything done in it last.</summary>
    public Task CommitAsync(CancellationToken cancellation) => transaction.CommitAsync(cancellation);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Context.DisposeAsync();
        await transaction.DisposeAsync();
        await Connection.DisposeAsync();
    }
}
