using System.Text.Json;
using HomeroomGraph.Gateway.Tests.Transports;
using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Inbox;

/// <summary>Who watches a desk is told by every gateway when something comes onto it or goes from it, and of no other desk.</summary>
public sealed class DeskFollowTests(TwoGateways gateway) : IClassFixture<TwoGateways>
{
    private const string Desks = "subscription { deskChanged { id kind version desk { kind items { totalCount nodes { kind project { title } } } } } }";

    [Fact]
    public async Task A_desk_is_told_of_by_every_gateway_with_what_waits_now()
    {
        var owner = gateway.Database.Owner;
        long school = await owner.ScalarAsync<long>("select g.school_id from access.\"grant\" g join access.account a using (account_id) where a.user_name = 'research-office'");
        int district = await owner.ScalarAsync<int>("select district_id from homeroom.school where school_id = $1", school);
        long other = await owner.ScalarAsync<long>("select min(school_id) from homeroom.school where district_id = $1 and school_id <> $2", district, school);
        const string free = "select e.teacher_id from homeroom.employment e where e.school_id = $1 and e.ends_on is null order by 1 limit 3";
        var (own, foreign) = (await owner.ColumnAsync<long>(free, school), await owner.ColumnAsync<long>(free, other));

        string token = await gateway.SignInAsync("research-office");
        using var first = await Followed.BeginAsync(gateway.Http, gateway.First, token, Desks);
        using var second = await Followed.BeginAsync(gateway.Http, gateway.Second, token, Desks);
        await gateway.UntilReadableAsync();

        // Another school's application is told to others.
        await new ResearchRecords(gateway.Database.Writer, district, other).SubmittedAsync(foreign[0], title: "外校课题");
        long project = await new ResearchRecords(gateway.Database.Writer, district, school).SubmittedAsync(own[0], title: "本校课题");
        foreach (var follower in (Followed[])[first, second])
        {
            var told = await UntilAsync(follower, "本校课题 REVIEWERS_TO_ASSIGN");
            Assert.Equal(new GlobalId("Desk", new RowKey(district, (1L << 40) + school)).ToString(), told.GetProperty("id").GetString());
            Assert.Equal(("UPDATED", "RESEARCH_OFFICE"), (told.GetProperty("kind").GetString(), told.GetProperty("desk").GetProperty("kind").GetString()));
            Assert.DoesNotContain("外校课题", told.ToString(), StringComparison.Ordinal);
        }

        await gateway.Database.Writer.ExecuteAsync("""
            insert into homeroom.research_state_change (district_id, school_id, research_project_id, from_state, to_state, changed_by, changed_at)
            values ($1, $2, $3, 'submitted', 'withdrawn', '主持人', '2026-11-16T02:00:00Z')
            """, district, school, project);
        foreach (var follower in (Followed[])[first, second]) await UntilAsync(follower, "");
    }

    /// <summary>A change can be told in several parts, by the rows of one step: the last has all of it.</summary>
    private static async Task<JsonElement> UntilAsync(Followed follower, string items)
    {
        long version = 0;
        while (true)
        {
            var told = (await follower.NextAsync()).GetProperty("deskChanged");
            Assert.True(told.GetProperty("version").GetInt64() > version);
            version = told.GetProperty("version").GetInt64();
            if (string.Join(' ', told.GetProperty("desk").GetProperty("items").GetProperty("nodes").EnumerateArray()
                .Select(item => $"{item.GetProperty("project").GetProperty("title").GetString()} {item.GetProperty("kind").GetString()}")) == items) return told;
        }
    }
}
