using HomeroomGraph.Data.Access;
using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Data.Tests.Tenancy;

/// <summary>Who is assigned to a record of another school has that school in reach under wall two, for as long as the assignment is there.</summary>
public sealed class AssignedReachTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private HomeroomDatabase Database => test.Database;

    [Fact]
    public async Task A_mentor_reaches_the_school_of_the_mentee_at_once_and_no_longer_than_the_pair_is_there()
    {
        var d = await SmallDistrict.CreateAsync(Database.Writer);
        long home = await Database.Writer.ScalarAsync<long>(
            "insert into homeroom.school (district_id, code, name, pinyin, stage) values ($1, '0000000002', 'H', 'h', 'primary') returning school_id", d.Id);
        var (mentor, mentee) = (d.Teachers[0], d.Teachers[1]);
        await Database.Writer.ExecuteAsync("update homeroom.teacher set earlier_homeroom_months = 120 where teacher_id = $1", mentor);
        var viewer = await TeacherOfAsync(d.Id, home, mentor);
        Assert.Equal(0, await ClassesAsync(viewer));

        long pair = await Database.Writer.ScalarAsync<long>("""
            insert into homeroom.mentorship (district_id, school_id, mentor_id, mentor_name, mentee_id, mentee_name, goals, starts_on, planned_end)
            values ($1, $2, $3, 'M', $4, 'N', 'G', '2026-09-01', '2027-09-01') returning mentorship_id
            """, d.Id, d.School, mentor, mentee);
        Assert.Equal(2, await ClassesAsync(viewer));

        await Database.Writer.ExecuteAsync("delete from homeroom.mentorship where mentorship_id = $1", pair);
        Assert.Equal(0, await ClassesAsync(viewer));
    }

    [Fact]
    public async Task Nobody_but_the_session_itself_learns_who_is_assigned_where()
    {
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => Database.Reader.ExecuteAsync("select reach.assigned_schools('{1}')"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
    }

    private async Task<ViewerAccount> TeacherOfAsync(int district, long school, long teacher)
    {
        var id = await Database.Access.ScalarAsync<Guid>("""
            insert into access.account (user_name, normalized_user_name, display_name)
            values (gen_random_uuid(), gen_random_uuid(), 'X') returning account_id
            """);
        await Database.Access.ExecuteAsync(
            "insert into access.\"grant\" (account_id, role, district_id, school_id, teacher_id) values ($1, 'teacher', $2, $3, $4)",
            id, district, school, teacher);
        return (await new ViewerAccounts(Database.Access).FindAsync(id, Cancellation))!;
    }

    private async Task<long> ClassesAsync(ViewerAccount viewer)
    {
        await using var batch = Database.Reader.CreateBatch();
        batch.BatchCommands.Add(new("select reach.enter($1, $2)") { Parameters = { new() { Value = viewer.AccountId }, new() { Value = viewer.AccessVersion } } });
        batch.BatchCommands.Add(new("select count(*) from homeroom.class"));
        await using var reader = await batch.ExecuteReaderAsync(Cancellation);
        await reader.NextResultAsync(Cancellation);
        await reader.ReadAsync(Cancellation);
        return reader.GetInt64(0);
    }
}
