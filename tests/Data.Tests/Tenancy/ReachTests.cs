using HomeroomGraph.Data.Access;
using HomeroomGraph.Data.Demo;
using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Data.Tests.Tenancy;

/// <summary>Wall two by itself: raw SQL under the reading role, with no condition of ours, comes back with the viewer's rows only.</summary>
public sealed class ReachTests(DemoDatabase test) : IClassFixture<DemoDatabase>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private HomeroomDatabase Database => test.Database;

    [Fact]
    public async Task Every_table_of_the_schema_is_guarded_and_owned_by_somebody_else()
    {
        var unguarded = await Database.Owner.ColumnAsync<string>("""
            select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where (n.nspname = 'homeroom' or n.nspname in ('search', 'figures') and has_table_privilege('homeroom_reader', c.oid, 'select')) and c.relkind in ('r', 'p')
              and (not c.relrowsecurity
                   or pg_get_userbyid(c.relowner) = 'homeroom_reader'
                   or not exists (select from pg_policy p where p.polrelid = c.oid and 'homeroom_reader'::regrole = any (p.polroles)))
            """);
        Assert.Empty(unguarded);
        Assert.Equal(0, await Database.Owner.ScalarAsync<long>(
            "select count(*) from pg_roles where rolname like 'homeroom\\_%' and (rolsuper or rolbypassrls or rolcanlogin)"));
    }

    [Fact]
    public async Task Without_a_reach_no_table_has_a_row()
    {
        foreach (var table in await TablesAsync())
            Assert.Equal(0, await Database.Reader.ScalarAsync<long>($"select count(*) from homeroom.{table}"));
    }

    [Fact]
    public async Task A_district_viewer_reads_the_whole_district_and_nothing_else()
    {
        await AddForeignRowsAsync();
        var viewer = await ViewerAsync("analyst-370403");
        foreach (var table in await TablesAsync())
        {
            Assert.Equal(
                await Database.Owner.ScalarAsync<long>(
                    $"select count(*) from homeroom.{table} where district_id = $1", viewer.Reach.Districts[0]),
                await CountAsync(viewer, table));
            Assert.Equal(0, await CountAsync(viewer, $"{table} where district_id <> {viewer.Reach.Districts[0]}"));
        }
    }

    [Fact]
    public async Task A_district_viewer_reads_the_same_under_either_role()
    {
        await AddForeignRowsAsync();
        var viewer = await ViewerAsync("analyst-370403");
        Assert.Equal(viewer.Reach.Districts.Single(), viewer.Reach.OnlyDistrict);
        await using var general = await Database.Reader.OpenConnectionAsync(Cancellation);
        await using var own = await Database.DistrictReader.OpenConnectionAsync(Cancellation);
        foreach (var table in await TablesAsync())
            Assert.Equal(await CountAsync(general, viewer.AccountId, viewer.AccessVersion, table), await CountAsync(own, viewer.AccountId, viewer.AccessVersion, table));
    }

    [Theory]
    [InlineData("principal")]
    [InlineData("auditor")]
    [InlineData("platform-admin")]
    [InlineData("analyst-shandong")]
    public async Task Who_does_not_read_one_whole_district_reads_nothing_under_the_role_of_those_who_do(string userName)
    {
        var viewer = await ViewerAsync(userName);
        Assert.Null(viewer.Reach.OnlyDistrict);
        await using var connection = await Database.DistrictReader.OpenConnectionAsync(Cancellation);
        foreach (var table in new[] { "district", "school", "teacher", "paper", "research_project", "check_sheet" })
            Assert.Equal(0, await CountAsync(connection, viewer.AccountId, viewer.AccessVersion, table));
    }

    /// <summary>Whatever a migration gives to the one is given to the other.</summary>
    [Fact]
    public async Task Both_reading_roles_may_do_the_same()
    {
        var differing = await Database.Owner.ColumnAsync<string>("""
            with granted as (
                select 'schema ' || nspname as what, a.grantee, a.privilege_type from pg_namespace, aclexplode(nspacl) a
                union all select oid::regclass::text, a.grantee, a.privilege_type from pg_class, aclexplode(relacl) a
                union all select attrelid::regclass || '.' || attname, a.grantee, a.privilege_type from pg_attribute, aclexplode(attacl) a
                union all select oid::regprocedure::text, a.grantee, a.privilege_type from pg_proc, aclexplode(proacl) a
                union all select p.polrelid::regclass || ' (policy)', role, p.polcmd::text from pg_policy p, unnest(p.polroles) role)
            select coalesce(one.what, other.what)
            from (select * from granted where grantee = 'homeroom_reader'::regrole) one
            full join (select * from granted where grantee = 'homeroom_district_reader'::regrole) other using (what, privilege_type)
            where one.what is null or other.what is null
            """);
        Assert.Empty(differing);
        Assert.Equal(0, await Database.Owner.ScalarAsync<long>("""
            select count(*) from pg_policy
            where polname = 'district_reach' and pg_get_expr(polqual, polrelid) <> '(district_id = ( SELECT reach.district() AS district))'
              and polrelid not in ('homeroom.training_module'::regclass, 'homeroom.document_content'::regclass, 'homeroom.ethics_incident'::regclass, 'homeroom.policy_kind'::regclass,
                                   'history.audit_log'::regclass, 'reference.region'::regclass, 'figures.definition'::regclass,
                                   'inbox.notification'::regclass)
            """));
    }

    [Fact]
    public async Task A_district_viewer_of_another_district_reads_none_of_it()
    {
        var viewer = await ViewerAsync("analyst-371723");
        Assert.Equal(1, await CountAsync(viewer, "district"));
        foreach (var table in await TablesAsync())
            Assert.Equal(0, await CountAsync(viewer, $"{table} where district_id <> {viewer.Reach.Districts.Single()}"));
    }

    [Theory]
    [InlineData("principal")]
    [InlineData("grade-head")]
    [InlineData("teacher")]
    public async Task A_school_viewer_reads_the_school_and_who_works_there(string userName)
    {
        var viewer = await ViewerAsync(userName);
        var school = Assert.Single(viewer.Reach.Schools);
        foreach (var table in await TablesAsync("school_id"))
        {
            // A row without a school is the whole district's.
            var reached = $"{table} where school_id = {school} or (school_id is null and district_id = {viewer.Reach.SchoolDistricts[0]})";
            Assert.Equal(await OwnersCountAsync(reached), await CountAsync(viewer, table));
            Assert.Equal(0, await CountAsync(viewer, $"{table} where school_id <> {school}"));
        }

        var works = $"exists (select from homeroom.employment e where e.teacher_id = t.teacher_id and e.school_id = {school})";
        foreach (var table in new[] { "teacher", "teacher_subject", "teacher_title" })
            Assert.Equal(await OwnersCountAsync($"{table} t where {works}"), await CountAsync(viewer, table));
        foreach (var table in new[] { "subject", "school_year", "semester", "calendar_day" })
            Assert.Equal(await OwnersCountAsync($"{table} where district_id = {viewer.Reach.SchoolDistricts[0]}"), await CountAsync(viewer, table));
        Assert.Equal(1, await CountAsync(viewer, "district"));
    }

    [Theory]
    [InlineData("auditor")]
    [InlineData("platform-admin")]
    public async Task Who_reads_no_school_reads_none(string userName)
    {
        var viewer = await ViewerAsync(userName);

        // Policies are no secret in a district, a school's own neither; and who manages accounts sees schools and posts by name.
        string[] seen = userName == "platform-admin" ? ["policy", "school", "inspector_post"] : ["policy"];
        foreach (var table in (await TablesAsync("school_id")).Except(seen))
            Assert.Equal(0, await CountAsync(viewer, $"{table} where school_id is not null"));
        Assert.Equal(0, await CountAsync(viewer, "teacher"));
        foreach (var table in seen.Except(["policy"]))
            Assert.Equal(0, await CountAsync(viewer, $"{table} where district_id <> {viewer.Reach.SchoolDistricts.Single()}"));
    }

    [Fact]
    public async Task The_reach_ends_with_its_transaction()
    {
        var viewer = await ViewerAsync("analyst-370403");
        await using var connection = await Database.Reader.OpenConnectionAsync(Cancellation);
        Assert.NotEqual(0, await CountAsync(connection, viewer.AccountId, viewer.AccessVersion, "school"));
        await using var after = new NpgsqlCommand("select count(*) from homeroom.school", connection);
        Assert.Equal(0L, await after.ExecuteScalarAsync(Cancellation));
    }

    [Fact]
    public async Task A_stale_or_unknown_viewer_is_refused()
    {
        var viewer = await ViewerAsync("analyst-370829");
        await RefusedAsync(viewer.AccountId, viewer.AccessVersion - 1);
        await RefusedAsync(viewer.AccountId, viewer.AccessVersion + 1);
        await RefusedAsync(Guid.NewGuid(), 1);
    }

    [Theory]
    [InlineData("delete from access.\"grant\" where account_id = $1")]
    [InlineData("update access.account set is_disabled = true where account_id = $1")]
    [InlineData("update access.account set security_stamp = 'new password' where account_id = $1")]
    [InlineData("delete from access.account where account_id = $1")]
    public async Task A_revoked_access_is_refused_at_once(string revocation)
    {
        var district = (await ViewerAsync("auditor")).Roles[0].DistrictId;
        var id = await Database.Access.ScalarAsync<Guid>("""
            insert into access.account (user_name, normalized_user_name, display_name)
            values (gen_random_uuid(), gen_random_uuid(), 'X') returning account_id
            """);
        await Database.Access.ExecuteAsync("insert into access.\"grant\" (account_id, role, district_id) values ($1, 'auditor', $2)", id, district);
        var viewer = await new ViewerAccounts(Database.Access).FindAsync(id, Cancellation);
        await CountAsync(viewer!, "school");
        await Database.Access.ExecuteAsync(revocation, id);
        await RefusedAsync(id, viewer!.AccessVersion);
    }

    [Theory]
    [InlineData("select * from access.account")]
    [InlineData("select * from access.\"grant\"")]
    [InlineData("select * from access.viewer_reach")]
    [InlineData("select * from history.change_log")]
    [InlineData("select bytes from homeroom.document_content")]
    [InlineData("insert into history.audit_log (table_name) values ('x')")]
    [InlineData("insert into homeroom.subject (district_id, code, name) values (1, 'x', 'x')")]
    [InlineData("update homeroom.school set name = 'x'")]
    [InlineData("delete from homeroom.teacher")]
    [InlineData("select homeroom.keep_service_of('{1}')")]
    public async Task The_reading_role_neither_writes_nor_reads_accounts_or_history(string sql)
    {
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => Database.Reader.ExecuteAsync(sql));
        Assert.Contains(refusal.SqlState, new[] { PostgresErrorCodes.InsufficientPrivilege, PostgresErrorCodes.ReadOnlySqlTransaction });
    }

    [Theory]
    [InlineData("select * from access.account")]
    [InlineData("insert into history.change_log (district_id, entity, row_id, operation) values (1, 'x', 'x', 'insert')")]
    public async Task The_writing_role_reads_no_accounts_and_writes_no_history(string sql)
    {
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => Database.Writer.ExecuteAsync(sql));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
    }

    [Fact]
    public async Task Every_demo_account_signs_in_with_its_role()
    {
        foreach (var demo in DemoAccounts.All.Where(demo => !demo.NeedsRecords))
            Assert.Contains((await ViewerAsync(demo.UserName)).Roles, grant => grant.Role == demo.Role);
    }

    private async Task<ViewerAccount> ViewerAsync(string userName)
    {
        var id = await Database.Access.ScalarAsync<Guid>("select account_id from access.account where user_name = $1", userName);
        return (await new ViewerAccounts(Database.Access).FindAsync(id, Cancellation))!;
    }

    private async Task<long> CountAsync(ViewerAccount viewer, string from)
    {
        await using var connection = await Database.ReaderOf(viewer.Reach).OpenConnectionAsync(Cancellation);
        return await CountAsync(connection, viewer.AccountId, viewer.AccessVersion, from);
    }

    // As the gateway does it: the reach and the statement in one batch, without a transaction of its own.
    private static async Task<long> CountAsync(NpgsqlConnection connection, Guid accountId, int version, string from)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new("select reach.enter($1, $2)") { Parameters = { new() { Value = accountId }, new() { Value = version } } },
                new($"select count(*) from homeroom.{from}"),
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(Cancellation);
        await reader.NextResultAsync(Cancellation);
        await reader.ReadAsync(Cancellation);
        return reader.GetInt64(0);
    }

    private async Task RefusedAsync(Guid accountId, int version)
    {
        await using var connection = await Database.Reader.OpenConnectionAsync(Cancellation);
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => CountAsync(connection, accountId, version, "school"));
        Assert.Equal("HG001", refusal.SqlState);
    }

    private async Task AddForeignRowsAsync()
    {
        var d = await SmallDistrict.CreateAsync(Database.Writer);
        await d.AppointAsync(d.Classes[0], d.Teachers[0], "2026-09-01", null);
    }

    private Task<long> OwnersCountAsync(string from) => Database.Owner.ScalarAsync<long>($"select count(*) from homeroom.{from}");

    private Task<List<string>> TablesAsync(string withColumn = "district_id") => Database.Owner.ColumnAsync<string>("""
        select table_name::text from information_schema.columns
        where table_schema = 'homeroom' and column_name = $1 and has_table_privilege('homeroom_reader', table_schema || '.' || table_name, 'select')
        order by 1
        """, withColumn);
}
