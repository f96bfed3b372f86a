using System.Text.RegularExpressions;
using HomeroomGraph.Data.Migrations;
using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Data.Tests.Migrations;

public sealed partial class MigratorTests(PostgresCluster cluster)
{
    private static readonly Migration First = new(1, "0001_first", "create table first (id integer)");
    private static readonly Migration Second = new(2, "0002_second", "create table second (id integer)");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_applies_what_is_missing_and_nothing_twice()
    {
        await using var owner = await EmptyDatabaseAsync();
        Assert.Equal([First], await new Migrator(owner, [First]).MigrateAsync(Cancellation));
        Assert.Equal([Second], await new Migrator(owner, [First, Second]).MigrateAsync(Cancellation));
        Assert.Empty(await new Migrator(owner, [First, Second]).MigrateAsync(Cancellation));
    }

    [Fact]
    public async Task Programs_that_start_together_apply_it_once()
    {
        await using var owner = await EmptyDatabaseAsync();
        var applied = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => new Migrator(owner, [First, Second]).MigrateAsync(Cancellation)));
        Assert.Equal(2, applied.Sum(migrations => migrations.Count));
    }

    [Fact]
    public async Task A_file_changed_after_it_was_applied_is_refused()
    {
        await using var owner = await EmptyDatabaseAsync();
        await new Migrator(owner, [First]).MigrateAsync(Cancellation);
        await RefusedAsync(owner, [First with { Sql = "create table other (id integer)" }], "0001_first was changed");
    }

    [Fact]
    public async Task Line_endings_of_a_checkout_are_no_change()
    {
        await using var owner = await EmptyDatabaseAsync();
        var unix = First with { Sql = "create table\nfirst (id integer)" };
        await new Migrator(owner, [unix]).MigrateAsync(Cancellation);
        Assert.Empty(await new Migrator(owner, [unix with { Sql = "create table\r\nfirst (id integer)" }]).MigrateAsync(Cancellation));
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_refused()
    {
        await using var owner = await EmptyDatabaseAsync();
        await new Migrator(owner, [First, Second]).MigrateAsync(Cancellation);
        await RefusedAsync(owner, [First], "0002_second");
    }

    [Fact]
    public async Task A_migration_that_fails_leaves_nothing()
    {
        await using var owner = await EmptyDatabaseAsync();
        await RefusedAsync(owner, [First with { Sql = "create table first (id integer); select 1 / 0" }], "division by zero");
        Assert.Equal([First], await new Migrator(owner, [First]).MigrateAsync(Cancellation));
    }

    [Fact]
    public async Task A_database_that_is_down_is_told_with_its_address()
    {
        await using var nowhere = NpgsqlDataSource.Create("Host=127.0.0.1;Port=1;Database=homeroom;Username=someone");
        await RefusedAsync(nowhere, [First], "127.0.0.1:1");
    }

    [Fact]
    public void The_numbers_of_the_files_are_unique_and_ascend() =>
        Assert.Equal(Migration.OfThisProgram.Select(m => m.Number).Distinct().Order(), Migration.OfThisProgram.Select(m => m.Number));

    // One clock: business dates come from BusinessClock, and only history and import records stamp their rows.
    [Fact]
    public void Domain_sql_does_not_ask_the_databases_clock()
    {
        // Of these a time is what happened when (a log's entry, a session's end), not the business day.
        string[] stamped = ["0004_history", "0008_accounts", "0050_import", "0053_trusted_documents", "0076_inbox"];
        foreach (var migration in Migration.OfThisProgram.Where(m => !stamped.Contains(m.Name)))
            Assert.DoesNotMatch(DatabaseClock(), Comment().Replace(migration.Sql, ""));
    }

    [GeneratedRegex(@"\b(now\s*\(|current_date|current_time|localtime|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday)", RegexOptions.IgnoreCase)]
    private static partial Regex DatabaseClock();

    [GeneratedRegex("--.*")]
    private static partial Regex Comment();

    private async Task<NpgsqlDataSource> EmptyDatabaseAsync() => NpgsqlDataSource.Create(await cluster.CreateEmptyDatabaseAsync());

    private static async Task RefusedAsync(NpgsqlDataSource owner, IReadOnlyList<Migration> migrations, string says)
    {
        var refusal = await Assert.ThrowsAsync<SetupException>(() => new Migrator(owner, migrations).MigrateAsync(Cancellation));
        Assert.Contains(says, refusal.Message, StringComparison.Ordinal);
    }
}
