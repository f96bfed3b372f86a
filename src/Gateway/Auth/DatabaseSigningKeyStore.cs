using Npgsql;

namespace HomeroomGraph.Gateway.Auth;

/// <summary>Keeps the signing keys in <c>access.signing_key</c>, which only the role of the accounts can read.</summary>
internal sealed class DatabaseSigningKeyStore(NpgsqlDataSource access) : ISigningKeyStore
{
    public async Task<IReadOnlyList<SigningKey>> LoadAsync(
        DateTimeOffset rotateBefore, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await access.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);

        // Two gateways that start together must end with one new key, not two.
        await using (var oneAtATime = new NpgsqlCommand("select pg_advisory_xact_lock(hashtextextended('access.signing_key', 0))", connection))
            await oneAtATime.ExecuteNonQueryAsync(cancellationToken);

        var keys = await ReadAsync(connection, cancellationToken);
        if (keys.Count == 0 || keys[0].CreatedAt < rotateBefore)
        {
            var key = SigningKey.Create(now);
            await AddAsync(connection, key, cancellationToken);
            keys.Insert(0, key);
        }

        await transaction.CommitAsync(cancellationToken);
        return keys;
    }

    private static async Task<List<SigningKey>> ReadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var keys = new List<SigningKey>();
        await using var select = new NpgsqlCommand(
            "select private_key, created_at from access.signing_key order by created_at desc, key_id", connection);
        await using var rows = await select.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
            keys.Add(SigningKey.Read(rows.GetFieldValue<byte[]>(0), rows.GetFieldValue<DateTimeOffset>(1)));
        return keys;
    }

    private static async Task AddAsync(NpgsqlConnection connection, SigningKey key, CancellationToken cancellationToken)
    {
        await using var insert = new NpgsqlCommand(
            "insert into access.signing_key (key_id, private_key, created_at) values ($1, $2, $3)", connection)
        {
            Parameters = { new() { Value = key.Id }, new() { Value = key.Pkcs8 }, new() { Value = key.CreatedAt } },
        };
        await insert.ExecuteNonQueryAsync(cancellationToken);
    }
}
