using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Data.Tests.Versions;

/// <summary>The counters that tell how new data is: they grow with each commit, whatever it changes and how, and no writer waits for them.</summary>
public sealed class CounterTests(TestDatabase test) : IClassFixture<TestDatabase>, IAsyncDisposable
{
    private readonly List<NpgsqlConnection> _opened = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private NpgsqlDataSource Writer => test.Database.Writer;
    private NpgsqlDataSource Owner => test.Database.Owner;

    [Fact]
    public async Task Two_open_transactions_write_the_same_table_and_district_and_neither_waits()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        long before = await CountAsync(d.Id);
        await using var one = await BeginAsync();
        await using var other = await BeginAsync();
        await ChangeAsync(one, d.Teachers[0]);
        // It would end here: the lock timeout is a second.
        await ChangeAsync(other, d.Teachers[1]);

        await other.CommitAsync(Cancellation);
        Assert.Equal(before + 1, await CountAsync(d.Id));
        await one.CommitAsync(Cancellation);
        Assert.Equal(before + 2, await CountAsync(d.Id));
    }

    [Fact]
    public async Task Open_transactions_make_as_many_stripes_as_they_are_and_later_ones_take_a_free_one()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        long before = await CountAsync(d.Id);
        var open = new List<NpgsqlTransaction>();
        for (int i = 0; i < 6; i++)
        {
            open.Add(await BeginAsync());
            await InsertAsync(open[^1], d.Id);
        }
        foreach (var transaction in open) await transaction.CommitAsync(Cancellation);
        Assert.Equal(before + 6, await CountAsync(d.Id));
        long stripes = await StripesAsync(d.Id);
        Assert.InRange(stripes, 6, 7);

        for (int i = 0; i < 20; i++) await Writer.ExecuteAsync(Touch, d.Teachers[0]);
        Assert.Equal(before + 26, await CountAsync(d.Id));
        Assert.Equal(stripes, await StripesAsync(d.Id));
    }

    [Fact]
    public async Task A_transaction_counts_once_and_one_that_is_given_up_not_at_all()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        long before = await CountAsync(d.Id);
        await using (var many = await BeginAsync())
        {
            foreach (long teacher in d.Teachers) await ChangeAsync(many, teacher);
            await many.CommitAsync(Cancellation);
        }
        Assert.Equal(before + 1, await CountAsync(d.Id));

        await using (var given = await BeginAsync()) await ChangeAsync(given, d.Teachers[0]);
        Assert.Equal(before + 1, await CountAsync(d.Id));
    }

    [Fact]
    public async Task What_a_savepoint_takes_back_is_counted_again_with_the_next_change()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        long before = await CountAsync(d.Id);
        await using (var transaction = await BeginAsync())
        {
            await transaction.SaveAsync("a", Cancellation);
            await ChangeAsync(transaction, d.Teachers[0]);
            await transaction.RollbackAsync("a", Cancellation);
            await ChangeAsync(transaction, d.Teachers[1]);
            await transaction.CommitAsync(Cancellation);
        }
        Assert.Equal(before + 1, await CountAsync(d.Id));
    }

    [Fact]
    public async Task One_statement_counts_for_every_district_that_it_touches_and_for_no_other()
    {
        SmallDistrict a = await SmallDistrict.CreateAsync(Writer), b = await SmallDistrict.CreateAsync(Writer), c = await SmallDistrict.CreateAsync(Writer);
        long[] before = [await CountAsync(a.Id), await CountAsync(b.Id), await CountAsync(c.Id)];
        await Writer.ExecuteAsync("update homeroom.teacher set status = 'on_leave' where teacher_id = any ($1)", new[] { a.Teachers[0], b.Teachers[0] });
        Assert.Equal([before[0] + 1, before[1] + 1, before[2]], [await CountAsync(a.Id), await CountAsync(b.Id), await CountAsync(c.Id)]);
    }

    [Theory]
    [InlineData(System.Data.IsolationLevel.RepeatableRead)]
    [InlineData(System.Data.IsolationLevel.Serializable)]
    public async Task A_stricter_isolation_fails_for_no_counter(System.Data.IsolationLevel isolation)
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        long before = await CountAsync(d.Id);
        await using var connection = await Writer.OpenConnectionAsync(Cancellation);
        await using var strict = await connection.BeginTransactionAsync(isolation, Cancellation);
        await using (var look = new NpgsqlCommand("select 1", connection)) await look.ExecuteScalarAsync(Cancellation);
        await Writer.ExecuteAsync(Touch, d.Teachers[0]);
        await ChangeAsync(strict, d.Teachers[1]);
        await strict.CommitAsync(Cancellation);
        Assert.Equal(before + 2, await CountAsync(d.Id));
    }

    [Fact]
    public async Task Deletions_count_those_by_a_foreign_key_too_and_so_does_truncating()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        long semester = await Writer.ScalarAsync<long>("""
            insert into homeroom.semester (district_id, school_year_id, number, name, starts_on, ends_on, first_week_starts_on)
            values ($1, $2, 1, 'S', '2026-09-01', '2027-02-01', '2026-08-31') returning semester_id
            """, d.Id, d.SchoolYear);
        long post = await Writer.ScalarAsync<long>(
            "insert into homeroom.inspector_post (district_id, school_id, semester_id, name) values ($1, $2, $3, 'P') returning inspector_post_id", d.Id, d.School, semester);
        await Writer.ExecuteAsync(
            "insert into homeroom.inspector_post_class (district_id, school_id, inspector_post_id, class_id) values ($1, $2, $3, $4)", d.Id, d.School, post, d.Classes[0]);
        long before = await CountAsync(d.Id, table: "homeroom.inspector_post_class");
        await Writer.ExecuteAsync("delete from homeroom.inspector_post where inspector_post_id = $1", post);
        Assert.Equal(before + 1, await CountAsync(d.Id, table: "homeroom.inspector_post_class"));

        // The logs refuse it, so it is for the owner only, and with their trigger off.
        await using var owner = await Owner.OpenConnectionAsync(Cancellation);
        await using var truncating = await owner.BeginTransactionAsync(Cancellation);
        long none = await CountAsync(0, truncating, "homeroom.calendar_day");
        await ExecuteAsync(truncating, "alter table homeroom.calendar_day disable trigger no_truncate");
        await ExecuteAsync(truncating, "truncate homeroom.calendar_day");
        Assert.Equal(none + 1, await CountAsync(0, truncating, "homeroom.calendar_day"));
    }

    [Fact]
    public async Task Every_table_that_somebody_reads_is_counted()
    {
        var uncounted = await Owner.ColumnAsync<string>("""
            select p.polrelid::regclass::text from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
            where p.polname = 'reader_reach' and n.nspname in ('homeroom', 'import', 'reference')
              and n.nspname || '.' || c.relname not in (select table_name from version.counted_table)
            """);
        // Nobody reads a row of it. Tables of other schemas (logs) may be left out: answers that rest on them have no tag.
        Assert.Equal(["homeroom.document_content", "homeroom.ethics_incident"], uncounted);

        // Each by four triggers that fire for everybody; tokens are counted by the trigger that makes them.
        var counted = await Owner.ColumnAsync<string>("""
            select t.table_name from version.counted_table t
            where t.table_name not like 'search.%' and (
                select count(*) from pg_trigger g join pg_class c on c.oid = g.tgrelid join pg_namespace n on n.oid = c.relnamespace
                join pg_proc f on f.oid = g.tgfoid
                where n.nspname || '.' || c.relname = t.table_name and f.pronamespace = 'version'::regnamespace and g.tgenabled = 'A') <> 4
            """);
        Assert.Empty(counted);
    }

    [Fact]
    public async Task Nobody_but_the_owner_reads_or_moves_a_counter_by_itself()
    {
        Assert.Equal(0, await Owner.ScalarAsync<long>("""
            select count(*) from unnest('{homeroom_reader, homeroom_writer, homeroom_access, homeroom_feed}'::text[]) role
            where has_table_privilege(role, 'version.counter', 'select, insert, update, delete')
               or has_table_privilege(role, 'version.counted_table', 'insert, update, delete')
               or has_function_privilege(role, 'version.add(smallint, integer[])', 'execute')
            """));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in _opened) await connection.DisposeAsync();
    }

    private const string Touch = "update homeroom.teacher set status = status where teacher_id = $1";

    private async Task<NpgsqlTransaction> BeginAsync()
    {
        var connection = await Writer.OpenConnectionAsync(Cancellation);
        _opened.Add(connection);
        var transaction = await connection.BeginTransactionAsync(Cancellation);
        await ExecuteAsync(transaction, "set local lock_timeout = '1s'");
        return transaction;
    }

    private static Task ChangeAsync(NpgsqlTransaction transaction, long teacher) => ExecuteAsync(transaction, Touch, teacher);

    private static Task InsertAsync(NpgsqlTransaction transaction, int district) => ExecuteAsync(
        transaction, "insert into homeroom.teacher (district_id, staff_number, name, pinyin) values ($1, gen_random_uuid()::text, '钱一', 'qian yi')", district);

    private static async Task ExecuteAsync(NpgsqlTransaction transaction, string sql, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, transaction.Connection, transaction);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    private const string Sum = """
        select coalesce(sum(c.changes), 0)::bigint from version.counter c join version.counted_table t using (table_number)
        where t.table_name = $1 and c.district_id = $2
        """;

    private Task<long> CountAsync(int district, string table = "homeroom.teacher") => Owner.ScalarAsync<long>(Sum, table, district);

    private static async Task<long> CountAsync(int district, NpgsqlTransaction seenBy, string table)
    {
        await using var command = new NpgsqlCommand(Sum, seenBy.Connection, seenBy) { Parameters = { new() { Value = table }, new() { Value = district } } };
        return (long)(await command.ExecuteScalarAsync(Cancellation))!;
    }

    private Task<long> StripesAsync(int district) => Owner.ScalarAsync<long>(
        "select count(*) from version.counter c join version.counted_table t using (table_number) where t.table_name = 'homeroom.teacher' and c.district_id = $1", district);
}
