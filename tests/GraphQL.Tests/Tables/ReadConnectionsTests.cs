using HomeroomGraph.GraphQL.Answers;
using HomeroomGraph.GraphQL.Execution;
using Npgsql;
using NpgsqlTypes;

namespace HomeroomGraph.GraphQL.Tests.Tables;

/// <summary>Connections that keep what they have prepared: what is used again, what is given up, and what happens when one breaks.</summary>
public sealed class ReadConnectionsTests(Library library) : IClassFixture<Library>, IAsyncLifetime
{
    private const string CountPrepared = "select count(*) from pg_prepared_statements", Pid = "select pg_backend_pid()::bigint";

    private static readonly LibraryReader Viewer = new([1, 2]);

    private NpgsqlDataSource _source = null!;

    public async ValueTask InitializeAsync()
    {
        await library.FillAsync();
        _source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(library.ConnectionString) { Pooling = false, CommandTimeout = 0 });
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    [Fact]
    public async Task A_statement_that_comes_again_is_prepared_once_and_takes_the_values_of_each_request()
    {
        await using var rows = Rows(most: 1);
        const string statement = "select $1 + 1";

        for (int value = 0; value < 10; value++) Assert.Equal(value + 1, await NumberAsync(rows, statement, (NpgsqlDbType.Bigint, (long)value)));
        Assert.Null(await NumberAsync(rows, statement, (NpgsqlDbType.Bigint, null)));
        Assert.Equal(8, await NumberAsync(rows, statement, (NpgsqlDbType.Bigint, 7L)));

        // With the one that begins the session.
        Assert.Equal(2, await NumberAsync(rows, CountPrepared));
    }

    [Fact]
    public async Task What_comes_once_is_not_prepared()
    {
        await using var rows = Rows(most: 1);

        for (int number = 0; number < 20; number++) await NumberAsync(rows, $"select {number}::bigint");

        Assert.Equal(0, await NumberAsync(rows, CountPrepared));
    }

    [Fact]
    public async Task A_connection_keeps_no_more_than_so_many_and_the_last_asked_for()
    {
        await using var rows = Rows(most: 1, prepared: 3);
        string[] statements = [.. Enumerable.Range(0, 8).Select(number => $"select {number}::bigint + $1")];

        for (int round = 0; round < 3; round++)
            foreach (string statement in statements)
                for (int time = 0; time < 2; time++)
                    Assert.Equal(Array.IndexOf(statements, statement) + 5, await NumberAsync(rows, statement, (NpgsqlDbType.Bigint, 5L)));

        Assert.Equal(4, await NumberAsync(rows, CountPrepared));
        Assert.Equal(1, await NumberAsync(rows, "select count(*) from pg_prepared_statements where statement like 'select 7::bigint%'"));
    }

    [Fact]
    public async Task The_text_of_a_plan_that_was_made_anew_is_the_same_statement()
    {
        await using var rows = Rows(most: 1, prepared: 2);
        for (int time = 0; time < 6; time++)
            Assert.Equal(2, await NumberAsync(rows, new string("select 1::bigint + $1"), (NpgsqlDbType.Bigint, 1L)));
        string one = new("select 2::bigint + $1"), other = new("select 2::bigint + $1");

        foreach (string text in new[] { one, one, one, other, other, other, one, one })
            Assert.Equal(3, await NumberAsync(rows, text, (NpgsqlDbType.Bigint, 1L)));

        Assert.Equal(1, await NumberAsync(rows, "select count(*) from pg_prepared_statements where statement like 'select 2::bigint%'"));
    }

    [Fact]
    public async Task A_session_may_begin_with_the_version_or_without()
    {
        await using var rows = Rows(most: 1);
        const string statement = "select 5::bigint";

        for (int time = 0; time < 4; time++)
        {
            Assert.Equal(5, await NumberAsync(rows, statement));
            await using var session = await rows.QueryAsync(statement, [], Viewer, TestContext.Current.CancellationToken, again => again ?? new("select 3::bigint, 4::bigint"));
            Assert.Equal(new DataVersion(3, 4), session.Version);
            Assert.True(await session.Reader.ReadAsync(TestContext.Current.CancellationToken));
            Assert.Equal(5, session.Reader.GetInt64(0));
        }
    }

    [Fact]
    public async Task A_connection_that_broke_is_replaced()
    {
        await using var rows = Rows(most: 1);
        long? lost = await NumberAsync(rows, Pid);
        await using (var end = library.Database.Owner.CreateCommand($"select pg_terminate_backend({lost}, 5000)")) await end.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        await Assert.ThrowsAnyAsync<NpgsqlException>(() => NumberAsync(rows, Pid));

        Assert.NotEqual(lost, await NumberAsync(rows, Pid));
    }

    [Fact]
    public async Task After_an_error_or_rows_that_nobody_wanted_the_connection_serves_on()
    {
        await using var rows = Rows(most: 1);
        long? first = await NumberAsync(rows, Pid);
        const string divide = "select 10 / $1";
        foreach (long by in new[] { 5L, 5, 0, 5, 0, 5 })
        {
            if (by == 0) await Assert.ThrowsAsync<PostgresException>(() => NumberAsync(rows, divide, (NpgsqlDbType.Bigint, by)));
            else Assert.Equal(2, await NumberAsync(rows, divide, (NpgsqlDbType.Bigint, by)));
        }
        for (int time = 0; time < 3; time++)
        {
            await using var unread = await rows.QueryAsync("select generate_series(1, 1000000)", [], Viewer, TestContext.Current.CancellationToken);
            Assert.True(await unread.Reader.ReadAsync(TestContext.Current.CancellationToken));
        }

        Assert.Equal(first, await NumberAsync(rows, Pid));
    }

    [Fact]
    public async Task A_statement_that_is_stopped_gives_its_connection_back()
    {
        await using var rows = Rows(most: 1);
        for (int time = 0; time < 3; time++)
        {
            using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => NumberAsync(rows, "select 1::bigint from pg_sleep(20)", stop.Token));
        }

        Assert.Equal(1, await NumberAsync(rows, "select 1::bigint"));
    }

    [Fact]
    public async Task A_table_that_was_changed_since_does_not_spoil_the_statement_for_good()
    {
        await ExecuteAsync("create table library.changing(a bigint); insert into library.changing values (1)");
        await using var rows = Rows(most: 1);
        const string statement = "select * from library.changing";
        for (int time = 0; time < 3; time++) Assert.Equal(1, await NumberAsync(rows, statement));

        await ExecuteAsync("alter table library.changing add column b bigint");

        await Assert.ThrowsAsync<PostgresException>(() => NumberAsync(rows, statement));
        Assert.Equal(1, await NumberAsync(rows, statement));
    }

    [Fact]
    public async Task No_more_connections_than_so_many_are_open_and_each_request_has_its_turn()
    {
        await using var rows = Rows(most: 3);

        var pids = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => NumberAsync(rows, Pid)));

        Assert.InRange(pids.Distinct().Count(), 1, 3);
    }

    private NpgsqlRowSource Rows(int most, int prepared = 200) =>
        new(library.Database.Owner, prepared: new ReadConnections(_source, most) { MostPrepared = prepared });

    private static Task<long?> NumberAsync(NpgsqlRowSource rows, string statement, params (NpgsqlDbType, object?)[] parameters) =>
        NumberAsync(rows, statement, TestContext.Current.CancellationToken, parameters);

    private static async Task<long?> NumberAsync(NpgsqlRowSource rows, string statement, CancellationToken cancellation, params (NpgsqlDbType, object?)[] parameters)
    {
        await using var session = await rows.QueryAsync(statement, parameters, Viewer, cancellation);
        long? number = await session.Reader.ReadAsync(cancellation) && !await session.Reader.IsDBNullAsync(0, cancellation) ? session.Reader.GetInt64(0) : null;
        session.IsComplete = !await session.Reader.ReadAsync(cancellation);
        return number;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = library.Database.Owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
