using Npgsql;

namespace HomeroomGraph.Data.Migrations;

/// <summary>Brings a database to the schema of this program, once however many programs start at the same time.</summary>
public sealed class Migrator(NpgsqlDataSource owner, IReadOnlyList<Migration>? migrations = null)
{
    private const int OldestPostgres = 18;

    // Any fixed number will do; it only has to differ from other advisory locks in this database.
    private const long LockKey = 0x686F6D65726F6F6D;

    // What follows from all migrations together.
    private const string Afterwards = """
        do $$
        begin
            if to_regprocedure('reach.equip_district_reader()') is not null then
                call reach.equip_district_reader();
            end if;
        end
        $$
        """;

    private readonly IReadOnlyList<Migration> known = migrations ?? Migration.OfThisProgram;

    /// <summary>Applies what is missing and returns it, in order.</summary>
    /// <exception cref="SetupException">The database is down, too old, or not of this program.</exception>
    public async Task<IReadOnlyList<Migration>> MigrateAsync(CancellationToken cancellation)
    {
        await using var connection = await ConnectAsync(cancellation);
        RefuseOldPostgres(connection);
        await ExecuteAsync(connection, $"select pg_advisory_lock({LockKey})", cancellation);
        try
        {
            var missing = await FindMissingAsync(connection, cancellation);
            foreach (var migration in missing)
                await ApplyAsync(connection, migration, cancellation);
            if (missing.Count > 0) await ExecuteAsync(connection, Afterwards, cancellation);
            return missing;
        }
        finally
        {
            await ExecuteAsync(connection, $"select pg_advisory_unlock({LockKey})", CancellationToken.None);
        }
    }

    private async Task<NpgsqlConnection> ConnectAsync(CancellationToken cancellation)
    {
        try
        {
            return await owner.OpenConnectionAsync(cancellation);
        }
        catch (Exception refusal) when (refusal is NpgsqlException or TimeoutException or IOException)
        {
            var settings = new NpgsqlConnectionStringBuilder(owner.ConnectionString);
            throw new SetupException(
                $"PostgreSQL at {settings.Host}:{settings.Port} (database \"{settings.Database}\", user \"{settings.Username}\") " +
                $"can't be used: {refusal.Message} Start it, or correct ConnectionStrings__Homeroom.", refusal);
        }
    }

    private static void RefuseOldPostgres(NpgsqlConnection connection)
    {
        if (connection.PostgreSqlVersion.Major < OldestPostgres)
        {
            throw new SetupException(
                $"PostgreSQL {connection.PostgreSqlVersion} at {connection.Host}:{connection.Port} is too old: " +
                $"HomeroomGraph needs {OldestPostgres} or newer. Upgrade it, or unset ConnectionStrings__Homeroom to use the embedded one.");
        }
    }

    private async Task<List<Migration>> FindMissingAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var applied = await ReadAppliedAsync(connection, cancellation);
        if (applied.Keys.Except(known.Select(migration => migration.Number)).Order().FirstOrDefault() is var unknown and not 0)
        {
            throw new SetupException(
                $"The database \"{connection.Database}\" has migration {applied[unknown].Name}, which this program does not know: " +
                "it was migrated by a newer version. Start that version, or restore the database from before.");
        }

        foreach (var migration in known)
        {
            if (applied.TryGetValue(migration.Number, out var before) && before.Sha256 != migration.Sha256)
            {
                throw new SetupException(
                    $"Migration {migration.Name} was changed after it was applied to the database \"{connection.Database}\". " +
                    "Take the change back and put it into a new migration with the next number.");
            }
        }

        return [.. known.Where(migration => !applied.ContainsKey(migration.Number))];
    }

    private static async Task<Dictionary<int, (string Name, string Sha256)>> ReadAppliedAsync(
        NpgsqlConnection connection, CancellationToken cancellation)
    {
        await ExecuteAsync(connection, """
            create table if not exists public.homeroom_migration (
                number     integer primary key,
                name       text not null,
                sha256     text not null,
                applied_at timestamptz not null default now())
            """, cancellation);
        await using var command = new NpgsqlCommand("select number, name, sha256 from public.homeroom_migration", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var applied = new Dictionary<int, (string, string)>();
        while (await reader.ReadAsync(cancellation))
            applied.Add(reader.GetInt32(0), (reader.GetString(1), reader.GetString(2)));
        return applied;
    }

    private static async Task ApplyAsync(NpgsqlConnection connection, Migration migration, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        try
        {
            await ExecuteAsync(connection, migration.Sql, cancellation);
            await using var record = new NpgsqlCommand(
                "insert into public.homeroom_migration (number, name, sha256) values ($1, $2, $3)", connection)
            {
                Parameters = { new() { Value = migration.Number }, new() { Value = migration.Name }, new() { Value = migration.Sha256 } },
            };
            await record.ExecuteNonQueryAsync(cancellation);
            await transaction.CommitAsync(cancellation);
        }
        catch (PostgresException failure)
        {
            throw new SetupException(
                $"Migration {migration.Name} failed and changed nothing: {failure.MessageText} ({failure.SqlState}).", failure);
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
