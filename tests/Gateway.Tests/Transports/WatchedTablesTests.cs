using HomeroomGraph.Data.Inbox;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Transports;

/// <summary>What can be followed: every field of the subscription's root stands over a table whose changes are logged.</summary>
public sealed class WatchedTablesTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Every_type_that_can_be_followed_is_in_the_log_of_changes()
    {
        var followed = HomeroomSchema.Build().Schema.Subscription!.Fields.Values.Select(field => ((ChangesBinding)field.Binding!).Target).ToList();
        Assert.NotEmpty(followed);
        Assert.All(followed, target => Assert.InRange(target.Table.Key.Count, 1, 2));
        var logged = await test.Database.Owner.ColumnAsync<string>(
            "select distinct tgrelid::regclass::text from pg_trigger where tgname = 'record_update' and tgrelid::regclass::text like 'homeroom.%'");
        // What is told of desks follows from the changes of research; a mailbox is logged by who fills it.
        Assert.Empty(followed.Select(target => target.LoggedAs).Except(["desk.desk", "homeroom.mailbox"]).Except(logged));
        Assert.Empty(DesksOfChanges.Tables.Select(table => $"homeroom.{table}").Except(logged));
    }
}
