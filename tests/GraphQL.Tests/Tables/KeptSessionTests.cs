using HomeroomGraph.GraphQL.Execution;
using Npgsql;
using NpgsqlTypes;

namespace HomeroomGraph.GraphQL.Tests.Tables;

/// <summary>A connection goes on with its viewer's session, and no viewer ever reads in that of another.</summary>
public sealed class KeptSessionTests(Library library) : IClassFixture<Library>, IAsyncLifetime
{
    private const string Reader = "select current_setting('kept.reader')::bigint", Entered = "select last_value from kept.entered";

    private NpgsqlDataSource _source = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await library.FillAsync();
        await using (var make = library.Database.Owner.CreateCommand("""
            create schema if not exists kept;
            drop sequence if exists kept.entered;
            create sequence kept.entered minvalue 0 start 0;
            create or replace function kept.enter(reader bigint) returns bigint language sql as
                $$select set_config('kept.reader', reader::text, false); select nextval('kept.entered')$$;
            select nextval('kept.entered');
            """))
            await make.ExecuteNonQueryAsync(Cancellation);
        _source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(library.ConnectionString) { Pooling = false, CommandTimeout = 0 });
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    [Fact]
    public async Task A_session_is_entered_once_for_all_operations_of_a_viewer()
    {
        await using var rows = Rows(most: 1);

        for (int time = 0; time < 10; time++) Assert.Equal(7, await NumberAsync(rows, 7, Reader));

        Assert.Equal(1, await EnteredAsync());
    }

    [Fact]
    public async Task Who_comes_back_gets_the_connection_with_the_session()
    {
        await using var rows = Rows(most: 2);
        await using (await rows.QueryAsync(Reader, [], new KeptReader(1), Cancellation)) await NumberAsync(rows, 2, Reader);
        await NumberAsync(rows, 1, Reader);
        long before = await EnteredAsync();

        for (int time = 0; time < 6; time++)
            foreach (int reader in new[] { 1, 2 })
                Assert.Equal(reader, await NumberAsync(rows, reader, Reader));

        Assert.Equal(before, await EnteredAsync());
    }

    [Fact]
    public async Task Each_of_many_viewers_at_once_reads_in_the_own_session()
    {
        await using var rows = Rows(most: 3);
        var random = new Random(5);
        int[] readers = [.. Enumerable.Range(0, 300).Select(_ => random.Next(8))];

        var read = await Task.WhenAll(readers.Select(reader => NumberAsync(rows, reader, Reader)));

        Assert.Equal(readers.Select(reader => (long?)reader), read);
    }

    [Fact]
    public async Task What_another_has_made_of_the_session_is_found_out()
    {
        await using var rows = Rows(most: 1);
        Assert.Equal(1, await NumberAsync(rows, 1, Reader));
        Assert.Equal(9, await NumberAsync(rows, 1, "select set_config('kept.reader', '9', false)::bigint"));

        await Assert.ThrowsAsync<StaleViewerException>(() => NumberAsync(rows, 1, Reader));

        Assert.Equal(1, await NumberAsync(rows, 1, Reader));
    }

    [Fact]
    public async Task A_session_whose_first_operation_failed_was_not_entered()
    {
        await using var rows = Rows(most: 1);
        Assert.Equal(1, await NumberAsync(rows, 1, Reader));

        // PostgreSQL takes the entering back: the connection is in the session of the first again.
        await Assert.ThrowsAsync<PostgresException>(() => NumberAsync(rows, 2, "select 1 / (n - 2000) from generate_series(1, 3000) n"));
        Assert.Equal(2, await NumberAsync(rows, 2, Reader));
        await Assert.ThrowsAsync<PostgresException>(() => NumberAsync(rows, 1, "select 1 / $1", (NpgsqlDbType.Bigint, 0L)));
        Assert.Equal(1, await NumberAsync(rows, 1, Reader));
    }

    [Fact]
    public async Task A_session_whose_first_operation_was_not_read_to_its_end_is_entered_anew()
    {
        await using var rows = Rows(most: 1);
        Assert.Equal(1, await NumberAsync(rows, 1, Reader));
        await using (var unread = await rows.QueryAsync("select generate_series(1, 1000000)", [], new KeptReader(2), Cancellation))
            Assert.True(await unread.Reader.ReadAsync(Cancellation));

        Assert.Equal(2, await NumberAsync(rows, 2, Reader));
        Assert.Equal(1, await NumberAsync(rows, 1, Reader));
    }

    [Fact]
    public async Task A_viewer_without_a_session_to_keep_reads_in_one_that_passes()
    {
        await using var rows = Rows(most: 1);
        Assert.Equal(1, await NumberAsync(rows, 1, Reader));
        var passing = new PassingReader(5);

        for (int time = 0; time < 3; time++)
        {
            Assert.Equal(5, await NumberAsync(rows, passing, Reader));
            Assert.Equal(1, await NumberAsync(rows, 1, Reader));
        }
    }

    private NpgsqlRowSource Rows(int most) => new(library.Database.Owner, prepared: new ReadConnections(_source, most));

    private async Task<long> EnteredAsync()
    {
        await using var command = library.Database.Owner.CreateCommand(Entered);
        return (long)(await command.ExecuteScalarAsync(Cancellation))!;
    }

    private static Task<long?> NumberAsync(NpgsqlRowSource rows, int reader, string statement, params (NpgsqlDbType, object?)[] parameters) =>
        NumberAsync(rows, new KeptReader(reader), statement, parameters);

    private static async Task<long?> NumberAsync(NpgsqlRowSource rows, IViewer viewer, string statement, params (NpgsqlDbType, object?)[] parameters)
    {
        await using var session = await rows.QueryAsync(statement, parameters, viewer, Cancellation);
        long? number = null;
        while (await session.Reader.ReadAsync(Cancellation)) number = session.Reader.GetFieldValue<long>(0);
        session.IsComplete = true;
        return number;
    }

    private class KeptReader(int reader) : IViewer
    {
        public bool IsAuthenticated => true;
        public string Identity => $"{reader}";
        public string Client => Identity;
        public bool MaySee(int districtId) => true;
        public DateOnly Today => new(2026, 11, 16);
        public Array? ValueOf(Claim claim) => null;
        public bool TrustedDocumentsOnly => false;
        public GraphQLError? Refuses(string rootField) => null;
        public NpgsqlBatchCommand EnterStatement(NpgsqlBatchCommand? again) => new($"select set_config('kept.reader', '{reader}', true)");
        public virtual IKeptSession? KeptSession => new Session(reader);
    }

    private sealed class PassingReader(int reader) : KeptReader(reader)
    {
        public override IKeptSession? KeptSession => null;
    }

    private sealed record Session(int Reader) : IKeptSession
    {
        public NpgsqlBatchCommand Enter(NpgsqlBatchCommand? again) => Bind(again ?? new("select kept.enter($1)") { Parameters = { new NpgsqlParameter<long>() } });

        public NpgsqlBatchCommand Check(NpgsqlBatchCommand? again) =>
            Bind(again ?? new("select 1 where current_setting('kept.reader', true) = $1::text") { Parameters = { new NpgsqlParameter<long>() } });

        public bool Equals(IKeptSession? other) => Equals(other as Session);

        private NpgsqlBatchCommand Bind(NpgsqlBatchCommand command)
        {
            ((NpgsqlParameter<long>)command.Parameters[0]).TypedValue = Reader;
            return command;
        }
    }
}
