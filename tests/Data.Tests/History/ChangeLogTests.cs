using HomeroomGraph.Data.History;
using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Data.Tests.History;

/// <summary>The log of changes as it is read: nothing is skipped, whatever the order in which transactions end. Other tests' transactions
/// run beside, in the same cluster, so a reading is repeated until it is no longer held up.</summary>
[Trait("Rule", "V4")]
public sealed class ChangeLogTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    private static readonly string[] Teachers = ["teacher"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private NpgsqlDataSource Writer => test.Database.Writer;
    private ChangeLog Log => new(test.Database.Feed);

    [Fact]
    public async Task A_transaction_that_commits_late_holds_later_ones_up_and_is_not_skipped()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        var from = await Log.EndAsync(Cancellation);
        await using var late = await Writer.OpenConnectionAsync(Cancellation);
        await using var transaction = await late.BeginTransactionAsync(Cancellation);
        await using (var change = new NpgsqlCommand("update homeroom.teacher set status = 'on_leave' where teacher_id = $1", late) { Parameters = { new() { Value = d.Teachers[0] } } })
            await change.ExecuteNonQueryAsync(Cancellation);
        await Writer.ExecuteAsync("update homeroom.teacher set status = 'on_leave' where teacher_id = $1", d.Teachers[1]);

        var page = await Log.ReadAsync(from, Teachers, 100, Cancellation);
        Assert.True(page.IsHeldUp);
        Assert.DoesNotContain(page.Changes, c => c.DistrictId == d.Id && c.Operation == "update");

        await transaction.CommitAsync(Cancellation);
        Assert.Equal(
            d.Teachers.Take(2).Select(teacher => $"update {teacher}").Order(),
            (await ReadAsync(page.ReadTo, d.Id, count: 2)).Select(c => $"{c.Operation} {c.RowId}").Order());
    }

    [Fact]
    public async Task A_rows_version_never_goes_back_and_parts_follow_each_other()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        var from = await Log.EndAsync(Cancellation);

        // The transaction that began first changes the row last.
        await using var first = await Writer.OpenConnectionAsync(Cancellation);
        await using (var transaction = await first.BeginTransactionAsync(Cancellation))
        {
            await ChangeAsync(first, d.Teachers[1]);
            await Writer.ExecuteAsync("update homeroom.teacher set status = 'on_leave' where teacher_id = $1", d.Teachers[0]);
            await ChangeAsync(first, d.Teachers[0], "active");
            await transaction.CommitAsync(Cancellation);
        }

        var changes = (await ReadAsync(from, d.Id, count: 3, most: 1)).Where(c => c.RowId == $"{d.Teachers[0]}").ToList();
        Assert.Equal(2, changes.Count);
        Assert.Equal(changes[0].Version, changes[1].Version);
    }

    [Fact]
    public async Task The_feed_reads_the_log_and_nothing_else()
    {
        foreach (var sql in (string[])["select * from homeroom.teacher", "select * from history.audit_log", "select * from access.account", "insert into history.change_log default values"])
        {
            var refusal = await Assert.ThrowsAsync<PostgresException>(() => test.Database.Feed.ExecuteAsync(sql));
            Assert.Contains(refusal.SqlState, (string[])[PostgresErrorCodes.InsufficientPrivilege, PostgresErrorCodes.ReadOnlySqlTransaction]);
        }
    }

    [Fact]
    public async Task Who_listens_hears_of_rows_and_of_rights()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        using var heard = new SemaphoreSlim(0);
        var listening = Log.ListenAsync(() => heard.Release(), stop.Token);
        await heard.WaitAsync(Cancellation);
        await Writer.ExecuteAsync("update homeroom.teacher set status = 'on_leave' where teacher_id = $1", d.Teachers[0]);
        await heard.WaitAsync(Cancellation);
        await test.Database.Access.ExecuteAsync("""
            insert into access.account (user_name, normalized_user_name, display_name, security_stamp) values ('heard', 'HEARD', 'H', 's')
            """);
        await heard.WaitAsync(Cancellation);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => listening);
    }

    private static async Task ChangeAsync(NpgsqlConnection connection, long teacher, string status = "on_leave")
    {
        await using var change = new NpgsqlCommand("update homeroom.teacher set status = $2 where teacher_id = $1", connection) { Parameters = { new() { Value = teacher }, new() { Value = status } } };
        await change.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Reads until so many updates of a district are there; what made it may still be held up when reading begins.</summary>
    private async Task<List<LoggedChange>> ReadAsync(ChangePosition from, int district, int count, int most = 100)
    {
        var changes = new List<LoggedChange>();
        while (changes.Count < count)
        {
            var page = await Log.ReadAsync(from, Teachers, most, Cancellation);
            from = page.ReadTo;
            changes.AddRange(page.Changes.Where(c => c.DistrictId == district && c.Operation == "update"));
            if (!page.HasMore) await Task.Delay(20, Cancellation);
        }

        return changes;
    }
}
