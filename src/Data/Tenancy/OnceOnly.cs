using System.Text.Json;
using HomeroomGraph.Data.Refusals;
using Npgsql;
using NpgsqlTypes;

namespace HomeroomGraph.Data.Tenancy;

/// <summary>
/// A key under which a mutation is done once: whoever sends it again with the same input is given what came of the first, for a day; with
/// another input it is refused. What was refused is not kept: it changed nothing, and may be sent again.
/// </summary>
/// <param name="Key">The caller's key, of 1 to 200 characters.</param>
/// <param name="Mutation">What is asked for.</param>
/// <param name="InputHash">The SHA-256 of the input.</param>
public sealed record OnceOnly(string Key, string Mutation, byte[] InputHash)
{
    public const int LongestKey = 200;

    private const string OtherInput = "HG003";

    /// <summary>What came of the first; null where this is the first. Of several at once the others wait here.</summary>
    /// <exception cref="RefusedException">The key was used for another input.</exception>
    internal async Task<TResult?> BeginAsync<TResult>(NpgsqlConnection connection, Guid account, DateTime now, CancellationToken cancellation)
        where TResult : class
    {
        await using var begin = new NpgsqlCommand("select history.begin_once($1, $2, $3, $4, $5)", connection)
        {
            Parameters =
            {
                new() { Value = account }, new() { Value = Key }, new() { Value = Mutation }, new() { Value = InputHash }, new() { Value = now },
            },
        };
        try
        {
            return await begin.ExecuteScalarAsync(cancellation) is string known ? JsonSerializer.Deserialize<TResult>(known) : null;
        }
        catch (PostgresException used) when (used.SqlState == OtherInput)
        {
            throw new RefusedException(new Refusal(
                RefusalKind.IdempotencyKeyReused, "IDEMPOTENCY_KEY_REUSED",
                "This idempotency key was used for another input: take a new one. 该幂等键已用于其他输入，请使用新的键。") { Path = ["input", "idempotencyKey"] });
        }
    }

    /// <summary>Keeps what came of it, in the transaction that did it.</summary>
    internal async Task EndAsync<TResult>(NpgsqlConnection connection, Guid account, TResult result, CancellationToken cancellation)
    {
        await using var end = new NpgsqlCommand("select history.end_once($1, $2, $3)", connection)
        {
            Parameters =
            {
                new() { Value = account }, new() { Value = Key }, new() { Value = JsonSerializer.Serialize(result), NpgsqlDbType = NpgsqlDbType.Jsonb },
            },
        };
        await end.ExecuteNonQueryAsync(cancellation);
    }
}
