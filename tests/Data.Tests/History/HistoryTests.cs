using HomeroomGraph.Data.Tenancy;
using HomeroomGraph.Testing;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace HomeroomGraph.Data.Tests.History;

public sealed class HistoryTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private NpgsqlDataSource Owner => test.Database.Owner;
    private NpgsqlDataSource Writer => test.Database.Writer;

    [Fact]
    [Trait("Rule", "V3")]
    public async Task Every_change_is_logged_with_who_and_what()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        var actor = Actor.Account(Guid.NewGuid(), "192.0.2.7");
        await using (var work = await test.Database.BeginWriteAsync(actor, Cancellation))
        {
            var school = await work.Context.Schools.SingleAsync(s => s.DistrictId == d.Id, Cancellation);
            school.Name = "renamed";
            await work.Context.SaveChangesAsync(Cancellation);
            await work.CommitAsync(Cancellation);
        }

        await Writer.ExecuteAsync("delete from homeroom.class where district_id = $1", d.Id);
        Assert.Equal(
            [
                $"insert -> S by database:homeroom from ? at {{\"school_id\": {d.School}, \"district_id\": {d.Id}}}",
                $"update S -> renamed by {actor.Name} from 192.0.2.7 at {{\"school_id\": {d.School}, \"district_id\": {d.Id}}}",
            ],
            await Owner.ColumnAsync<string>("""
                select concat_ws(' ', operation, before ->> 'name', '->', after ->> 'name', 'by', actor,
                                 'from', coalesce(origin, '?'), 'at', row_key)
                from history.audit_log where district_id = $1 and table_name = 'homeroom.school' order by audit_id
                """, d.Id));
        Assert.True(await Owner.ScalarAsync<bool>("select bool_and(at between now() - interval '10 minutes' and now()) from history.audit_log where district_id = $1", d.Id));
        Assert.Equal(2, await Owner.ScalarAsync<long>(
            "select count(*) from history.audit_log where district_id = $1 and table_name = 'homeroom.class' and operation = 'delete' and after is null",
            d.Id));
    }

    [Fact]
    [Trait("Rule", "V4")]
    public async Task The_change_log_has_a_key_for_each_row_of_a_bulk_statement()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        await Writer.ExecuteAsync("update homeroom.teacher set status = 'on_leave' where district_id = $1 and teacher_id <> $2", d.Id, d.Teachers[2]);
        await Writer.ExecuteAsync("update homeroom.teacher set status = status where district_id = $1", d.Id);
        Assert.Equal(
            [
                .. d.Teachers.Select(teacher => $"insert {teacher}"),
                $"update {d.Teachers[0]}", $"update {d.Teachers[1]}",
            ],
            await Owner.ColumnAsync<string>(
                "select operation || ' ' || row_id from history.change_log where district_id = $1 and entity = 'teacher' order by txid, seq", d.Id));
    }

    [Fact]
    [Trait("Rule", "V4")]
    public async Task A_moved_key_is_a_deletion_and_an_insertion()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        var subjects = await Writer.ColumnAsync<long>("""
            insert into homeroom.subject (district_id, code, name) select $1, n::text, n::text from generate_series(1, 2) n returning subject_id
            """, d.Id);
        var teacher = d.Teachers[0];
        await Writer.ExecuteAsync(
            "insert into homeroom.teacher_subject (district_id, teacher_id, subject_id) values ($1, $2, $3)", d.Id, teacher, subjects[0]);
        await Writer.ExecuteAsync("update homeroom.teacher_subject set subject_id = $2 where district_id = $1", d.Id, subjects[1]);
        Assert.Equal(
            [$"delete {teacher}/{subjects[0]}", $"insert {teacher}/{subjects[0]}", $"insert {teacher}/{subjects[1]}"],
            await Owner.ColumnAsync<string>(
                "select operation || ' ' || row_id from history.change_log where district_id = $1 and entity = 'teacher_subject' order by 1", d.Id));
    }

    [Fact]
    [Trait("Rule", "V4")]
    public async Task A_transaction_wakes_readers_once_and_without_payload()
    {
        await using var listener = await Owner.OpenConnectionAsync(Cancellation);
        var heard = new List<string>();
        listener.Notification += (_, notification) => heard.Add(notification.Payload);
        await using (var listen = new NpgsqlCommand("listen homeroom_change", listener))
            await listen.ExecuteNonQueryAsync(Cancellation);
        await using (var work = await test.Database.BeginWriteAsync(Actor.Import, Cancellation))
        {
            for (var n = 0; n < 3; n++)
            {
                await work.Context.Database.ExecuteSqlAsync(
                    $"insert into homeroom.district (name, city, province, since) values ('N', 'C', 'P', '2000-01-01')", Cancellation);
            }

            await work.CommitAsync(Cancellation);
        }

        // A round trip brings what was sent before it.
        await using (var flush = new NpgsqlCommand("select 1", listener))
            await flush.ExecuteNonQueryAsync(Cancellation);
        Assert.Equal([""], heard);
    }

    [Theory]
    [Trait("Rule", "V3")]
    [InlineData("update history.audit_log set actor = 'nobody'")]
    [InlineData("delete from history.audit_log")]
    [InlineData("truncate history.audit_log")]
    [InlineData("update history.change_log set operation = 'delete'")]
    [InlineData("delete from history.change_log")]
    [InlineData("truncate history.change_log")]
    [InlineData("truncate homeroom.appointment cascade")]
    [InlineData("set session_replication_role = replica; delete from history.audit_log")]
    public async Task Nobody_edits_history_not_even_the_owner(string sql)
    {
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => Owner.ExecuteAsync(sql));
        Assert.Equal("HG002", refusal.SqlState);
    }

    [Fact]
    [Trait("Rule", "V3")]
    public async Task Every_table_of_ours_is_watched_and_secrets_stay_out()
    {
        Assert.Empty(await Owner.ColumnAsync<string>("""
            select c.oid::regclass::text from pg_class c
            where (c.relnamespace = 'homeroom'::regnamespace and c.relkind = 'r'
                   or c.oid = any ('{access.account, access.grant, access.client_secret, access.external_identity, access.signing_key, upload.ticket, inbox.preference}'::regclass[]))
              and c.relname <> 'policy_kind' -- reference data that migrations write
              and c.relname <> 'document_content' -- bytes, which can't change: the document's row names them by their hash
              and (select count(*) from pg_trigger t where t.tgrelid = c.oid and t.tgname in ('record_insert', 'record_update', 'record_delete', 'no_truncate')
                                                       and t.tgenabled = 'O' and (t.tgqual is null or c.relname = 'check_sheet')) <> 4
            """));
        await test.Database.Access.ExecuteAsync("""
            insert into access.account (user_name, normalized_user_name, display_name, password_hash, security_stamp)
            values ('secret', 'SECRET', 'S', 'the hash', 'the stamp')
            """);
        Assert.Equal(0, await Owner.ScalarAsync<long>(
            "select count(*) from history.audit_log where concat(before, after) like '%the hash%' or concat(before, after) like '%the stamp%'"));
    }
}
