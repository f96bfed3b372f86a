using HomeroomGraph.Data.Access;
using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Data.Tests.Tenancy;

/// <summary>A reach that a connection keeps: it overwrites all of another, and is none as soon as the account's rights change.</summary>
public sealed class KeptReachTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    private const string EnterKept = "select reach.enter($1, $2, is_kept => true)", Settings = """
        select array[current_setting('homeroom.account', true), current_setting('homeroom.access_version', true), current_setting('homeroom.district', true),
                     current_setting('homeroom.districts', true), current_setting('homeroom.school_districts', true), current_setting('homeroom.schools', true),
                     current_setting('homeroom.audited_districts', true), current_setting('homeroom.seen_districts', true)]
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private HomeroomDatabase Database => test.Database;

    [Fact]
    public async Task Whatever_a_session_had_before_is_gone()
    {
        var d = await SmallDistrict.CreateAsync(Database.Writer);
        var other = await SmallDistrict.CreateAsync(Database.Writer);
        ViewerAccount[] viewers =
        [
            await ViewerAsync(("district_analyst", d.Id, null)), await ViewerAsync(("district_analyst", d.Id, null), ("district_analyst", other.Id, null)),
            await ViewerAsync(("principal", d.Id, d.School)), await ViewerAsync(("auditor", d.Id, null)), await ViewerAsync(("platform_admin", other.Id, null)),
        ];
        var alone = new List<string[]>();
        foreach (var viewer in viewers) alone.Add(await InOneSessionAsync([viewer]));

        foreach (var first in viewers)
            for (int second = 0; second < viewers.Length; second++)
                Assert.Equal(alone[second], await InOneSessionAsync([first, viewers[second]]));
        Assert.Equal(viewers.Length, alone.Select(settings => string.Join('|', settings)).Distinct().Count());
    }

    [Fact]
    public async Task What_is_set_for_an_operation_gives_way_to_what_is_kept()
    {
        var d = await SmallDistrict.CreateAsync(Database.Writer);
        var (kept, passing) = (await ViewerAsync(("district_analyst", d.Id, null)), await ViewerAsync(("principal", d.Id, d.School)));
        await using var connection = await Database.Reader.OpenConnectionAsync(Cancellation);
        await EnterAsync(connection, EnterKept, kept);
        var before = await SettingsAsync(connection);

        await using (var transaction = await connection.BeginTransactionAsync(Cancellation))
        {
            await EnterAsync(connection, "select reach.enter($1, $2)", passing);
            Assert.Equal($"{passing.AccountId}", (await SettingsAsync(connection))[0]);
            Assert.False(await IsEnteredAsync(connection, kept));
        }

        Assert.Equal(before, await SettingsAsync(connection));
        Assert.True(await IsEnteredAsync(connection, kept));
    }

    [Fact]
    public async Task A_session_holds_for_its_account_and_version_only()
    {
        var d = await SmallDistrict.CreateAsync(Database.Writer);
        var (viewer, other) = (await ViewerAsync(("district_analyst", d.Id, null)), await ViewerAsync(("district_analyst", d.Id, null)));
        await using var connection = await Database.Reader.OpenConnectionAsync(Cancellation);
        Assert.False(await IsEnteredAsync(connection, viewer));
        await EnterAsync(connection, EnterKept, viewer);
        Assert.True(await IsEnteredAsync(connection, viewer));
        Assert.False(await IsEnteredAsync(connection, other));

        await Database.Access.ExecuteAsync("insert into access.\"grant\" (account_id, role, district_id, school_id) values ($1, 'principal', $2, $3)", viewer.AccountId, d.Id, d.School);

        // Neither by the version it was entered with, nor by the new one, with which it was not.
        var now = (await new ViewerAccounts(Database.Access).FindAsync(viewer.AccountId, Cancellation))!;
        Assert.NotEqual(viewer.AccessVersion, now.AccessVersion);
        Assert.False(await IsEnteredAsync(connection, viewer));
        Assert.False(await IsEnteredAsync(connection, now));
    }

    [Fact]
    public async Task A_reach_that_changes_with_assignments_is_not_kept()
    {
        var d = await SmallDistrict.CreateAsync(Database.Writer);
        var teacher = await ViewerAsync(d.Teachers[0], ("teacher", d.Id, d.School));
        Assert.False(teacher.Reach.IsFixed);
        await using var connection = await Database.Reader.OpenConnectionAsync(Cancellation);

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => EnterAsync(connection, EnterKept, teacher));

        Assert.Contains("may change", refusal.MessageText, StringComparison.Ordinal);
        await EnterAsync(connection, "select reach.enter($1, $2)", teacher);
    }

    private Task<ViewerAccount> ViewerAsync(params (string Role, int District, long? School)[] grants) => ViewerAsync(teacher: null, grants);

    private async Task<ViewerAccount> ViewerAsync(long? teacher, params (string Role, int District, long? School)[] grants)
    {
        var id = await Database.Access.ScalarAsync<Guid>("""
            insert into access.account (user_name, normalized_user_name, display_name)
            values (gen_random_uuid(), gen_random_uuid(), 'X') returning account_id
            """);
        foreach (var (role, district, school) in grants)
            await Database.Access.ExecuteAsync(
                "insert into access.\"grant\" (account_id, role, district_id, school_id, teacher_id) values ($1, $2, $3, $4, $5)",
                id, role, district, (object?)school ?? DBNull.Value, (object?)teacher ?? DBNull.Value);
        return (await new ViewerAccounts(Database.Access).FindAsync(id, Cancellation))!;
    }

    private async Task<string[]> InOneSessionAsync(IEnumerable<ViewerAccount> viewers)
    {
        await using var connection = await Database.Reader.OpenConnectionAsync(Cancellation);
        foreach (var viewer in viewers) await EnterAsync(connection, EnterKept, viewer);
        return await SettingsAsync(connection);
    }

    private static async Task EnterAsync(NpgsqlConnection connection, string statement, ViewerAccount viewer)
    {
        await using var enter = new NpgsqlCommand(statement, connection) { Parameters = { new() { Value = viewer.AccountId }, new() { Value = viewer.AccessVersion } } };
        await enter.ExecuteNonQueryAsync(Cancellation);
    }

    private static async Task<string[]> SettingsAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(Settings, connection);
        return (string[])(await command.ExecuteScalarAsync(Cancellation))!;
    }

    private static async Task<bool> IsEnteredAsync(NpgsqlConnection connection, ViewerAccount viewer)
    {
        await using var check = new NpgsqlCommand("select 1 from reach.entered where account_id = $1 and access_version = $2", connection)
        {
            Parameters = { new() { Value = viewer.AccountId }, new() { Value = viewer.AccessVersion } },
        };
        return await check.ExecuteScalarAsync(Cancellation) is not null;
    }
}
