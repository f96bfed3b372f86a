using System.Text.Json;

namespace HomeroomGraph.Gateway.Tests.Access;

/// <summary>What a platform admin sees to do its work: the schools and the inspectors' posts of the district by name, and nothing in them.</summary>
public sealed class PlatformAdminTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    [Fact]
    public async Task The_schools_of_the_own_district_are_seen_by_name_and_nothing_in_them()
    {
        var (admin, analyst) = (await gateway.AdminAsync(), await gateway.SignInAsync("analyst-370403"));
        const string schools = "{ schools(first: 100) { nodes { id name code } } }";
        var seen = (await gateway.PostAsync(schools, token: admin)).GetProperty("data").GetProperty("schools").GetProperty("nodes");
        Assert.Equal((await gateway.PostAsync(schools, token: analyst)).GetProperty("data").GetProperty("schools").GetProperty("nodes").ToString(), seen.ToString());
        Assert.NotEqual(0, seen.GetArrayLength());

        var inside = (await gateway.PostAsync(
            """
            { schools(first: 100) { nodes { teacherCount classCount teachers { totalCount } employments { totalCount } papers { totalCount } researchProjects { totalCount } } }
              teachers { totalCount } classes { totalCount } appointments { totalCount } }
            """, token: admin)).GetProperty("data");
        Assert.All(Numbers(inside), number => Assert.Equal(0, number));

        var elsewhere = (await gateway.PostAsync(schools, token: await gateway.SignInAsync("analyst-371723"))).GetProperty("data").GetProperty("schools").GetProperty("nodes")[0].GetProperty("id").GetString();
        var foreign = await gateway.PostAsync("query($id: ID!) { school(id: $id) { name } }", new { id = elsewhere }, admin);
        Assert.Equal(JsonValueKind.Null, foreign.GetProperty("data").GetProperty("school").ValueKind);
    }

    [Fact]
    public async Task An_inspectors_post_is_found_and_given_to_an_account()
    {
        await using (var post = gateway.Database.Owner.CreateCommand("""
            insert into homeroom.inspector_post (district_id, school_id, semester_id, name)
            select s.district_id, s.school_id, (select max(semester_id) from homeroom.semester x where x.district_id = s.district_id), '红领巾监督岗'
            from homeroom.school s join homeroom.district d using (district_id) where d.code = '370403' order by s.school_id limit 1
            """))
            await post.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        var admin = await gateway.AdminAsync();

        var found = (await gateway.PostAsync("{ inspectorPosts { nodes { id name school { id } semester { name } } } }", token: admin)).GetProperty("data").GetProperty("inspectorPosts").GetProperty("nodes");
        Assert.Equal("红领巾监督岗", found[0].GetProperty("name").GetString());
        var school = found[0].GetProperty("school").GetProperty("id").GetString();
        var made = await gateway.DoAsync(
            admin, "createAccount",
            new { username = "post-1", displayName = "监督岗", role = "INSPECTOR", schoolId = school, inspectorPostId = found[0].GetProperty("id").GetString() },
            "created { account { roles { nodes { role school { id } inspectorPost { name } } } } }");

        var role = made.GetProperty("created").GetProperty("account").GetProperty("roles").GetProperty("nodes")[0];
        Assert.Equal(("INSPECTOR", school, "红领巾监督岗"), (role.GetProperty("role").GetString(), role.GetProperty("school").GetProperty("id").GetString(), role.GetProperty("inspectorPost").GetProperty("name").GetString()));
    }

    [Fact]
    [Trait("Rule", "V3")]
    public async Task An_account_leads_to_its_trail_where_actors_have_names_and_only_auditors_read_it()
    {
        var account = await gateway.NewAccountAsync();
        await gateway.DoAsync(await gateway.SignInAsync("principal"), "disableAccount", new { accountId = account.Id });
        const string trail = "query($record: ID!) { auditEntries(where: {record: {eq: $record}}) { nodes { record operation actor actorName } } }";

        var entries = (await gateway.PostAsync(trail, new { record = account.Id }, await gateway.SignInAsync("auditor"))).GetProperty("data").GetProperty("auditEntries").GetProperty("nodes");

        Assert.True(entries.GetArrayLength() >= 3, entries.ToString());
        Assert.All(entries.EnumerateArray(), entry => Assert.Equal(account.Id, entry.GetProperty("record").GetString()));
        Assert.EndsWith("(principal)", entries[0].GetProperty("actorName").GetString());
        var creation = entries[entries.GetArrayLength() - 1];
        Assert.Equal("INSERT", creation.GetProperty("operation").GetString());
        Assert.Contains(entries.EnumerateArray(), entry => entry.GetProperty("actor").GetString() == "sign-in" && entry.GetProperty("actorName").ValueKind == JsonValueKind.Null);

        // The name gives the auditor no way to the account.
        var seen = (await gateway.PostAsync("query($id: ID!) { account(id: $id) { username } accounts { totalCount } }", new { id = account.Id }, await gateway.SignInAsync("auditor"))).GetProperty("data");
        Assert.Equal((JsonValueKind.Null, 1), (seen.GetProperty("account").ValueKind, seen.GetProperty("accounts").GetProperty("totalCount").GetInt32()));
        foreach (var user in new[] { "platform-admin", "principal" })
            Assert.Equal(0, (await gateway.PostAsync(trail, new { record = account.Id }, await gateway.SignInAsync(user))).GetProperty("data").GetProperty("auditEntries").GetProperty("nodes").GetArrayLength());
    }

    private static IEnumerable<int> Numbers(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => [value.GetInt32()],
        JsonValueKind.Object => value.EnumerateObject().SelectMany(property => Numbers(property.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Numbers),
        _ => [],
    };
}
