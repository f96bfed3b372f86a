using Npgsql;

namespace HomeroomGraph.Gateway.Auth;

/// <summary>Keeps the signing keys in <c>access.signing_key</c>, which only the role of the accounts can read.</summary>
internal sealed class DatabaseSigningKeyStore(NpgsqlDataSource access, KeyProtection protection) : ISigningKeyStore
{
    private const string Columns = "key_id, private_key, is_encrypted, created_at, signs_from, believed_until";

    public async Task<IReadOnlyList<SigningKey>> LoadAsync(KeySchedule schedule, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await access.OpenConnectionAsync(cancellationToken);
        var keys = await ReadAsync(connection, cancellationToken);
        if (!schedule.IsDue(keys, now) && keys.All(key => key.IsBelieved(now)))
            return keys;
        return await ChangeAsync(connection, async () =>
        {
            // Two gateways that find it due at once must end with one new key, not two: what is read under the lock decides.
            await RemoveExpiredAsync(connection, now, cancellationToken);
            var locked = await ReadAsync(connection, cancellationToken);
            return schedule.IsDue(locked, now)
                ? await AddAsync(connection, now, schedule.NextSignsFrom(locked, now), cancellationToken)
                : locked;
        }, cancellationToken);
    }

    /// <summary>All keys, and what is known of them without their private part.</summary>
    public async Task<IReadOnlyList<KeyFacts>> ListAsync(CancellationToken cancellationToken)
    {
        await using var select = access.CreateCommand(
            "select key_id, created_at, signs_from, believed_until, is_encrypted from access.signing_key order by signs_from desc, key_id");
        await using var rows = await select.ExecuteReaderAsync(cancellationToken);
        var keys = new List<KeyFacts>();
        while (await rows.ReadAsync(cancellationToken))
        {
            keys.Add(new(
                rows.GetString(0), rows.GetFieldValue<DateTimeOffset>(1), rows.GetFieldValue<DateTimeOffset>(2),
                rows.GetFieldValue<DateTimeOffset?>(3), rows.GetBoolean(4)));
        }

        return keys;
    }

    /// <summary>Makes the next key before its time.</summary>
    public async Task<SigningKey> RotateAsync(DateTimeOffset now, DateTimeOffset signsFrom, CancellationToken cancellationToken)
    {
        await using var connection = await access.OpenConnectionAsync(cancellationToken);
        var keys = await ChangeAsync(connection, () => AddAsync(connection, now, signsFrom, cancellationToken), cancellationToken);
        return keys.MaxBy(key => key.CreatedAt)!;
    }

    /// <summary>Removes a key, and with it all tokens that it signed. Where no other key signs now, a new one does at once.</summary>
    /// <returns>Whether there was such a key.</returns>
    public async Task<bool> RevokeAsync(string keyId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await access.OpenConnectionAsync(cancellationToken);
        var wasThere = false;
        await ChangeAsync(connection, async () =>
        {
            await using (var delete = new NpgsqlCommand("delete from access.signing_key where key_id = $1", connection) { Parameters = { new() { Value = keyId } } })
                wasThere = await delete.ExecuteNonQueryAsync(cancellationToken) > 0;
            await using var signer = new NpgsqlCommand(
                "select exists (select from access.signing_key where signs_from <= $1 and believed_until is null)", connection) { Parameters = { new() { Value = now } } };
            if (wasThere && await signer.ExecuteScalarAsync(cancellationToken) is false)
                await InsertAsync(connection, SigningKey.Create(now), cancellationToken);
            return (IReadOnlyList<SigningKey>)[];
        }, cancellationToken);
        return wasThere;
    }

    private static async Task<IReadOnlyList<SigningKey>> ChangeAsync(
        NpgsqlConnection connection, Func<Task<IReadOnlyList<SigningKey>>> change, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using (var begin = new NpgsqlCommand(
            "select pg_advisory_xact_lock(hashtextextended('access.signing_key', 0)), set_config('homeroom.actor', 'keys', true)", connection))
            await begin.ExecuteNonQueryAsync(cancellationToken);
        var keys = await change();
        await transaction.CommitAsync(cancellationToken);
        return keys;
    }

    private async Task<IReadOnlyList<SigningKey>> ReadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var keys = new List<SigningKey>();
        await using var select = new NpgsqlCommand($"select {Columns} from access.signing_key order by signs_from desc, key_id", connection);
        await using var rows = await select.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            var kept = rows.GetFieldValue<byte[]>(1);
            keys.Add(SigningKey.Read(
                rows.GetBoolean(2) ? protection.Unprotect(rows.GetString(0), kept) : kept,
                rows.GetFieldValue<DateTimeOffset>(3), rows.GetFieldValue<DateTimeOffset>(4), rows.GetFieldValue<DateTimeOffset?>(5)));
        }

        return keys;
    }

    private static async Task RemoveExpiredAsync(NpgsqlConnection connection, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var delete = new NpgsqlCommand("delete from access.signing_key where believed_until <= $1", connection) { Parameters = { new() { Value = now } } };
        await delete.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<SigningKey>> AddAsync(
        NpgsqlConnection connection, DateTimeOffset now, DateTimeOffset signsFrom, CancellationToken cancellationToken)
    {
        // A key that still waits for its turn has signed nothing, and the new one takes its place.
        await using (var waiting = new NpgsqlCommand("delete from access.signing_key where signs_from > $1", connection) { Parameters = { new() { Value = now } } })
            await waiting.ExecuteNonQueryAsync(cancellationToken);
        await using (var retire = new NpgsqlCommand("update access.signing_key set believed_until = $1 where believed_until is null", connection)
        {
            Parameters = { new() { Value = KeySchedule.BelievedUntil(signsFrom) } },
        })
            await retire.ExecuteNonQueryAsync(cancellationToken);
        await InsertAsync(connection, SigningKey.Create(now, signsFrom), cancellationToken);
        return await ReadAsync(connection, cancellationToken);
    }

    private async Task InsertAsync(NpgsqlConnection connection, SigningKey key, CancellationToken cancellationToken)
    {
        await using var insert = new NpgsqlCommand(
            "insert into access.signing_key (key_id, private_key, is_encrypted, created_at, signs_from) values ($1, $2, $3, $4, $5)", connection)
        {
            Parameters =
            {
                new() { Value = key.Id }, new() { Value = protection.Protect(key) }, new() { Value = protection.IsOn },
                new() { Value = key.CreatedAt }, new() { Value = key.SignsFrom },
            },
        };
        await insert.ExecuteNonQueryAsync(cancellationToken);
    }
}

/// <summary>What is told of a key.</summary>
internal sealed record KeyFacts(string Id, DateTimeOffset CreatedAt, DateTimeOffset SignsFrom, DateTimeOffset? BelievedUntil, bool IsEncrypted);
