using System.Text.Json;
using HomeroomGraph.Data.Tenancy;
using HomeroomGraph.Gateway.Tests.Queries;
using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Gateway.Tests.Archive;

/// <summary>The audit log as its auditors read it.</summary>
[Trait("Rule", "V3")]
public sealed class AuditEntryTests(DemoEngine demo) : IClassFixture<DemoEngine>
{
    private const string Trail = """
        query($record: ID!) { auditEntries(where: {record: {eq: $record}}) { nodes { record operation actor origin before after tableName school { id } } } }
        """;

    [Fact]
    public async Task The_trail_of_a_record_tells_who_changed_what_newest_first()
    {
        string id = await RenameASchoolAsync("audited");
        var entries = (await demo.DataAsync("auditor", Trail, new { record = id })).GetProperty("auditEntries").GetProperty("nodes");

        var change = entries[0];
        Assert.Equal(id, change.GetProperty("record").GetString());
        Assert.Equal("UPDATE", change.GetProperty("operation").GetString());
        Assert.Equal("tester", change.GetProperty("actor").GetString());
        Assert.Equal("192.0.2.7", change.GetProperty("origin").GetString());
        Assert.Equal("audited", change.GetProperty("after").GetProperty("name").GetString());
        Assert.NotEqual("audited", change.GetProperty("before").GetProperty("name").GetString());
        Assert.Equal("homeroom.school", change.GetProperty("tableName").GetString());
        var creation = entries[entries.GetArrayLength() - 1];
        Assert.Equal("INSERT", creation.GetProperty("operation").GetString());
        Assert.Equal(JsonValueKind.Null, creation.GetProperty("before").ValueKind);
    }

    [Fact]
    public async Task Several_records_are_asked_for_at_once()
    {
        var districts = (await demo.DataAsync("analyst-370403", "{ districts { nodes { id } } }")).GetProperty("districts").GetProperty("nodes");
        string[] ids = [districts[0].GetProperty("id").GetString()!, await RenameASchoolAsync("one of several")];
        var answer = await demo.DataAsync("auditor", """
            query($ids: [ID!]) {
              in: auditEntries(first: 100, where: {record: {in: $ids}}) { nodes { record } }
              nin: auditEntries(first: 100, where: {record: {nin: $ids}}) { nodes { record } }
            }
            """, new { ids });
        Assert.Equal(ids.Order(), Records("in").Distinct().Order());
        Assert.DoesNotContain(Records("nin"), record => ids.Contains(record));

        IEnumerable<string?> Records(string key) =>
            answer.GetProperty(key).GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("record").GetString());
    }

    [Theory]
    [InlineData("platform-admin")]
    [InlineData("analyst-370403")]
    [InlineData("principal")]
    [InlineData("teacher")]
    public async Task Who_is_no_auditor_reads_none_of_it(string user) => Assert.Equal(
        0, (await demo.DataAsync(user, "{ auditEntries { totalCount } }")).GetProperty("auditEntries").GetProperty("totalCount").GetInt32());

    private async Task<string> RenameASchoolAsync(string name)
    {
        await using (var work = await demo.Database.BeginWriteAsync(new Actor("tester", "192.0.2.7"), TestContext.Current.CancellationToken))
        {
            var school = await work.Context.Schools.Where(s => s.District.Code == "370403").OrderBy(s => s.SchoolId).FirstAsync(TestContext.Current.CancellationToken);
            school.Name = name;
            await work.Context.SaveChangesAsync(TestContext.Current.CancellationToken);
            await work.CommitAsync(TestContext.Current.CancellationToken);
        }

        var found = await demo.DataAsync("analyst-370403", "query($name: String) { schools(where: {name: {eq: $name}}) { nodes { id } } }", new { name });
        return found.GetProperty("schools").GetProperty("nodes")[0].GetProperty("id").GetString()!;
    }
}
