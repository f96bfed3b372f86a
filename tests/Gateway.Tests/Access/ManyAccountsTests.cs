using System.Diagnostics;
using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Gateway.Tests.Access;

/// <summary>Accounts for 2,000 imported teachers at once, over HTTP.</summary>
public sealed class ManyAccountsTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    private const int Teachers = 2_000;

    /// <summary>Looking up the caller and the school, one insertion, what the payload reads: as many for one teacher as for all.</summary>
    private const int MostStatements = 25;

    /// <summary>Far more than it takes on an idle machine, and far less than 2,000 slow hashes (100,000 rounds each) would.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task They_are_made_in_a_few_statements_and_their_first_passwords_told_once()
    {
        var school = await ImportAsync();
        var admin = await gateway.AdminAsync();
        using var statements = new StatementCount(gateway.TestDatabase.ConnectionString);
        var watch = Stopwatch.StartNew();

        var made = await gateway.DoAsync(admin, "createTeacherAccounts", new { schoolId = school }, "count accounts { username password passwordExpiresAt staffNumber }");

        var took = watch.Elapsed;
        var asked = statements.Count;
        TestContext.Current.TestOutputHelper?.WriteLine($"{Teachers} accounts: {took.TotalSeconds:0.0} s, {asked} statements");
        Assert.InRange(asked, 1, MostStatements);
        Assert.InRange(took, TimeSpan.Zero, Longest);

        var accounts = made.GetProperty("accounts").EnumerateArray().ToList();
        Assert.Equal((Teachers, Teachers), (made.GetProperty("count").GetInt32(), accounts.Count));
        Assert.Equal(Teachers, accounts.Select(account => account.GetProperty("password").GetString()).Distinct().Count());
        Assert.Equal(Teachers, accounts.Select(account => account.GetProperty("username").GetString()).Distinct().Count());
        Assert.Equal(
            (long)Teachers,
            await gateway.Database.Owner.ScalarAsync<long>("select count(*) from access.account where must_change_password and last_sign_in_on is null"));

        // Each of them is good, whichever is tried; and nothing is left to make or to tell.
        foreach (var account in new[] { accounts[0], accounts[^1], accounts[Teachers / 2] })
            Assert.NotNull(await gateway.SignInAsync(account.GetProperty("username").GetString()!, account.GetProperty("password").GetString()!));
        var again = await gateway.DoAsync(admin, "createTeacherAccounts", new { schoolId = school }, "count accounts { password }");
        Assert.Equal((0, 0), (again.GetProperty("count").GetInt32(), again.GetProperty("accounts").GetArrayLength()));
    }

    /// <summary>What an import leaves behind: a school with its teachers, in the platform admin's district. Its id.</summary>
    private async Task<string> ImportAsync()
    {
        var number = await gateway.Database.Owner.ScalarAsync<long>($"""
            with district as (select district_id from homeroom.district where code = '370403'),
            school as (
                insert into homeroom.school (district_id, code, name, pinyin, stage)
                select district_id, '3704039999', '大学校', 'daxuexiao', 'primary' from district returning district_id, school_id),
            teacher as (
                insert into homeroom.teacher (district_id, staff_number, name, pinyin)
                select district_id, 'M' || n, '教师' || n, 'jiaoshi' from school, generate_series(1, {Teachers}) n returning district_id, teacher_id),
            employment as (
                insert into homeroom.employment (district_id, teacher_id, school_id, starts_on)
                select district_id, teacher_id, (select school_id from school), '2020-09-01' from teacher)
            select school_id from school
            """);
        var district = await gateway.Database.Owner.ScalarAsync<int>("select district_id from homeroom.district where code = '370403'");
        return Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes($"School:{district}:{number}")).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }

    /// <summary>The statements that this process sends to a database, as Npgsql tells of them.</summary>
    private sealed class StatementCount : IDisposable
    {
        private readonly ActivityListener listener;
        private int count;

        public StatementCount(string connectionString)
        {
            var database = new NpgsqlConnectionStringBuilder(connectionString).Database;
            listener = new ActivityListener
            {
                ShouldListenTo = source => source.Name == "Npgsql",
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = activity =>
                {
                    if (Equals(activity.GetTagItem("db.namespace") ?? activity.GetTagItem("db.name"), database))
                        Interlocked.Increment(ref count);
                },
            };
            ActivitySource.AddActivityListener(listener);
        }

        public int Count => Volatile.Read(ref count);

        public void Dispose() => listener.Dispose();
    }
}
