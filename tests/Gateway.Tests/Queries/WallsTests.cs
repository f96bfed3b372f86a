using HomeroomGraph.Data.Demo;

namespace HomeroomGraph.Gateway.Tests.Queries;

/// <summary>Two walls (design: tenancy): the policies compiled into the statement let nothing through that row-level security would
/// have to hold back, so with or without it every account of the demo gets the same answers.</summary>
public sealed class WallsTests(DemoEngine demo) : IClassFixture<DemoEngine>
{
    private const string Broad = """
        {
          districts { totalCount nodes { name schools { totalCount } teachers { totalCount } subjects { totalCount } schoolYears { totalCount } } }
          schools(first: 100) { totalCount nodes { name classCount teacherCount district { name } classes(first: 20) { totalCount nodes { name homeroomTeacher { name } } }
            teachers(first: 5) { totalCount nodes { name } } employments { totalCount } cohorts { totalCount } } }
          teachers(first: 200) { totalCount nodes { name homeroomServiceMonths school { name } employments { totalCount nodes { startsOn school { name } } }
            appointments { totalCount nodes { class { name } } } titles { totalCount } subjects { totalCount } } }
          classes(first: 200) { totalCount nodes { name school { name } schoolYear { name } cohort { entryYear } homeroomAppointment { kind } } }
          appointments(first: 200) { totalCount nodes { teacher { name } class { name } school { name } } }
          employments(first: 200) { totalCount nodes { teacher { name } } }
          cohorts(first: 50) { totalCount nodes { school { name } classes { totalCount } } }
          schoolYears { totalCount } semesters { totalCount } subjects { totalCount }
          busy: schools(where: {classes: {some: {appointments: {some: {kind: {eq: ACTING}}}}}}, order: [{teacherCount: DESC}]) { totalCount nodes { name } }
        }
        """;

    public static TheoryData<string> Accounts => [.. DemoAccounts.All.Select(account => account.UserName)];

    [Theory]
    [MemberData(nameof(Accounts))]
    public async Task Without_wall_two_the_answers_are_the_same(string user) =>
        Assert.Equal(await demo.AskWithoutWallTwoAsync(user, Broad), await demo.AskAsync(user, Broad));

    [Fact]
    public async Task Without_wall_one_no_row_outside_the_reach_comes()
    {
        foreach (var account in DemoAccounts.All)
        {
            var viewer = await demo.AccountAsync(account.UserName);
            await using var connection = await demo.Database.Reader.OpenConnectionAsync(TestContext.Current.CancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await using var look = connection.CreateBatch();
            look.BatchCommands.Add(new("select reach.enter($1, $2)") { Parameters = { new() { Value = viewer.AccountId }, new() { Value = viewer.AccessVersion } } });
            look.BatchCommands.Add(new("select count(*) from homeroom.class where not (district_id = any($1) or school_id = any($2))")
            {
                Parameters = { new() { Value = viewer.Reach.Districts.ToArray() }, new() { Value = viewer.Reach.Schools.ToArray() } },
            });
            await using var rows = await look.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            await rows.NextResultAsync(TestContext.Current.CancellationToken);
            Assert.True(await rows.ReadAsync(TestContext.Current.CancellationToken));
            Assert.Equal(0, rows.GetInt64(0));
        }
    }
}
