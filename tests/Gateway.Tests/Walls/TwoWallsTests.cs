using System.Text.Json;
using HomeroomGraph.Data.Access;
using HomeroomGraph.Data.Demo;
using HomeroomGraph.Gateway.Tests.Queries;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Walls;

/// <summary>Two walls (design: tenancy), for every account of the demo over everything the schema offers: the policies compiled into the
/// statement let nothing through that row-level security would have to hold back, and row-level security alone lets nothing through
/// outside the account's districts and schools.</summary>
public sealed class TwoWallsTests(FullDemoEngine demo) : IClassFixture<FullDemoEngine>
{
    private static readonly SchemaWalk Walk = new(HomeroomSchema.Build().Schema);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Accounts => [.. DemoAccounts.All.Select(account => account.UserName)];

    [Theory]
    [MemberData(nameof(Accounts))]
    public async Task Without_wall_two_the_answers_are_the_same(string user)
    {
        foreach (var list in Walk.Lists)
        {
            string everything = SchemaWalk.Everything(list, first: 25);
            string answer = await demo.AskAsync(user, everything);
            Assert.DoesNotContain("\"errors\":[", answer, StringComparison.Ordinal);
            Assert.Equal(await demo.AskWithoutWallTwoAsync(user, everything), answer);
        }
    }

    [Theory]
    [MemberData(nameof(Accounts))]
    public async Task Groups_are_the_same_without_wall_two_and_sum_up_to_the_list(string user)
    {
        foreach (var groups in Walk.Groups)
        {
            string everything = SchemaWalk.Everything(groups);
            string answer = await demo.AskAsync(user, everything);
            Assert.DoesNotContain("\"errors\":[", answer, StringComparison.Ordinal);
            Assert.Equal(await demo.AskWithoutWallTwoAsync(user, everything), answer);
            SumsUp(groups, JsonDocument.Parse(answer).RootElement.GetProperty("data"));
        }
    }

    [Theory]
    [MemberData(nameof(Accounts))]
    public async Task Without_wall_one_no_row_outside_the_reach_comes(string user)
    {
        var viewer = await demo.AccountAsync(user);
        var reach = new Reached(
            [.. viewer.Reach.Districts], [.. viewer.Reach.SchoolDistricts], [.. viewer.Reach.Schools, .. await AssignedSchoolsAsync(viewer)]);
        foreach (string table in await TablesAsync("district_id"))
            Assert.Equal(0, await CountAsync(viewer, $"{table} where not (district_id = any ($1) or district_id = any ($2)) and $3::bigint[] is not null", reach));
        // A policy of a school is no secret in its district.
        foreach (string table in (await TablesAsync("school_id")).Where(table => table != "homeroom.policy"))
        {
            // A school and its inspectors' posts are seen by name where accounts are managed.
            var seen = table is "homeroom.school" or "homeroom.inspector_post" ? reach with { Districts = [.. reach.Districts, .. AdministeredDistricts(viewer)] } : reach;
            Assert.Equal(0, await CountAsync(
                viewer, $"{table} where not (district_id = any ($1) or school_id = any ($3) or school_id is null) and $2::integer[] is not null", seen));
        }
    }

    private static void SumsUp(RootGroups groups, JsonElement data)
    {
        int total = data.GetProperty("list").GetProperty("totalCount").GetInt32();
        foreach (var asked in data.EnumerateObject().Where(asked => asked.Name != "list"))
        {
            var found = asked.Value.GetProperty("nodes").EnumerateArray().ToList();
            if (asked.Value.GetProperty("totalCount").GetInt32() > found.Count) continue; // more groups than a page has
            Assert.True(total == found.Sum(group => group.GetProperty("count").GetInt32()), $"{groups.Name}, {asked.Name}");
        }
    }

    private static IEnumerable<int> AdministeredDistricts(ViewerAccount viewer) =>
        viewer.Roles.Where(role => role.Role == AccessRole.PlatformAdmin).Select(role => role.DistrictId);

    private sealed record Reached(int[] Districts, int[] PartDistricts, long[] Schools);

    /// <summary>The schools at which the person of the account is assigned to a record.</summary>
    private async Task<long[]> AssignedSchoolsAsync(ViewerAccount viewer)
    {
        await using var find = demo.Database.Owner.CreateCommand("select reach.assigned_schools($1)");
        find.Parameters.Add(new() { Value = viewer.Roles.Select(role => role.TeacherId).OfType<long>().ToArray() });
        return (long[])(await find.ExecuteScalarAsync(Cancellation))!;
    }

    /// <summary>The tables that the reading role may read at all: not the bytes of documents, and no partition by itself.</summary>
    private async Task<List<string>> TablesAsync(string column)
    {
        await using var find = demo.Database.Owner.CreateCommand("""
            select c.relnamespace::regnamespace || '.' || c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = $1
            where c.relnamespace in ('homeroom'::regnamespace, 'figures'::regnamespace) and c.relkind in ('r', 'p') and has_table_privilege('homeroom_reader', c.oid, 'select')
            """);
        find.Parameters.Add(new() { Value = column });
        await using var rows = await find.ExecuteReaderAsync(Cancellation);
        var tables = new List<string>();
        while (await rows.ReadAsync(Cancellation)) tables.Add(rows.GetString(0));
        return tables;
    }

    private async Task<long> CountAsync(ViewerAccount viewer, string from, Reached reach)
    {
        await using var connection = await demo.Database.ReaderOf(viewer.Reach).OpenConnectionAsync(Cancellation);
        await using var look = connection.CreateBatch();
        look.BatchCommands.Add(new("select reach.enter($1, $2)") { Parameters = { new() { Value = viewer.AccountId }, new() { Value = viewer.AccessVersion } } });
        look.BatchCommands.Add(new($"select count(*) from {from}")
        {
            Parameters = { new() { Value = reach.Districts }, new() { Value = reach.PartDistricts }, new() { Value = reach.Schools } },
        });
        await using var rows = await look.ExecuteReaderAsync(Cancellation);
        await rows.NextResultAsync(Cancellation);
        Assert.True(await rows.ReadAsync(Cancellation));
        return rows.GetInt64(0);
    }
}
