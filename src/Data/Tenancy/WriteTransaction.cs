using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace HomeroomGraph.Data.Tenancy;

/// <summary>
/// One transaction of a use case: everything changed in it is recorded under its actor (rule V3). Not committed means not done.
/// </summary>
public sealed class WriteTransaction : IAsyncDisposable
{
    private readonly NpgsqlTransaction transaction;

    private WriteTransaction(NpgsqlConnection connection, NpgsqlTransaction transaction)
    {
        this.transaction = transaction;
        Connection = connection;
        Context = new(new DbContextOptionsBuilder<HomeroomDbContext>().UseNpgsql(connection).Options);
    }

    /// <summary>The connection inside the transaction, for set-based SQL and COPY.</summary>
    public NpgsqlConnection Connection { get; }

    /// <summary>EF Core inside the transaction.</summary>
    public HomeroomDbContext Context { get; }

    internal static async Task<WriteTransaction> BeginAsync(NpgsqlDataSource writer, Actor actor, CancellationToken cancellation)
    {
        var connection = await writer.OpenConnectionAsync(cancellation);
        try
        {
            var transaction = await connection.BeginTransactionAsync(cancellation);
            await NameActorAsync(connection, actor, cancellation);
            var writing = new WriteTransaction(connection, transaction);
            await writing.Context.Database.UseTransactionAsync(transaction, cancellation);
            return writing;
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

    private static async Task NameActorAsync(NpgsqlConnection connection, Actor actor, CancellationToken cancellation)
    {
        await using var name = new NpgsqlCommand(
            "select set_config('homeroom.actor', $1, true), set_config('homeroom.origin', $2, true)", connection)
        {
            Parameters = { new() { Value = actor.Name }, new() { Value = actor.Origin ?? "" } },
        };
        await name.ExecuteNonQueryAsync(cancellation);
    }
}
