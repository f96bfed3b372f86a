using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.History;

/// <summary>Rule V4 as a whole: whoever pulls once and follows by the feed ends with what the lists show, row for row, however writers write, and hears of no
/// row that was never in the reach.</summary>
[Trait("Rule", "V4")]
public sealed class FollowingTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    private const int Writers = 8, Transactions = 60;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Every_copy_ends_as_what_the_lists_show(int seed)
    {
        var district = await FeedDistrict.CreateAsync(gateway, schools: 4);
        var foreign = await FeedDistrict.CreateAsync(gateway);
        // Some projects that have left their draft, for steps ask for more than chance gives.
        for (int n = 0; n < 4; n++) await new ResearchRecords(district.Writer, district.Id, district.Schools[n]).SubmittedAsync(district.Teachers[n * 3], "county", $"课题{n}");
        var reaches = new (string Name, long[] Schools, FeedCopy Copy)[]
        {
            ("district", district.Schools, await CopyAsync(district, seed)),
            ("one school", [district.Schools[1]], await CopyAsync(district, seed, district.Schools[1])),
            ("two schools", [district.Schools[1], district.Schools[2]], await CopyAsync(district, seed, district.Schools[1], district.Schools[2])),
        };

        var writers = Enumerable.Range(0, Writers).Select(n => new RandomWriter(district, (seed * 100) + n)).ToList();
        var writing = Task.WhenAll(writers.Append(new RandomWriter(foreign, (seed * 100) + Writers)).Select(writer => writer.WriteAsync(Transactions, Cancellation)));
        await Task.Delay(200, Cancellation);
        await Task.WhenAll(reaches.Select(reach => reach.Copy.PullAsync()));
        await Task.WhenAll(reaches.Select(reach => reach.Copy.FollowAsync(writing)));
        await writing;

        Assert.True(writers.Sum(writer => writer.Committed) > Writers * Transactions / 3, $"{writers.Sum(writer => writer.Committed)} committed");
        foreach (var (name, schools, copy) in reaches)
        {
            var expected = await copy.PagesAsync();
            Assert.NotEmpty(expected);
            Assert.Equal(expected.Select(row => row.Value), copy.Rows.Select(row => row.Value));
            Assert.True(copy.Restarts > 0, name);
            Assert.Empty(((string[])["CREATED", "CHANGED", "KEY_CHANGED", "DELETED"]).Except(copy.Kinds.Keys));
            Assert.Equal(name != "district", copy.Kinds.ContainsKey("LEFT_REACH"));
            Assert.Empty(copy.Told.Except(await EverInReachAsync(district, schools, isWhole: name == "district")));
        }
    }

    private static async Task<FeedCopy> CopyAsync(FeedDistrict district, int seed, params long[] schools) =>
        new(await district.ClientAsync(FeedDistrict.EveryScope, schools), seed);

    /// <summary>Ids with the natural keys that they had while they were in the reach, at the end of some transaction, as the audit log has it.</summary>
    private async Task<HashSet<string>> EverInReachAsync(FeedDistrict district, long[] schools, bool isWhole)
    {
        var rows = await gateway.Database.Owner.ColumnAsync<string>(
            """
            with ended as (
                select distinct on (txid, table_name, row_id) txid, table_name, row_id, after from history.audit_log
                where district_id = $1 and table_name in ('homeroom.paper', 'homeroom.award', 'homeroom.research_project', 'homeroom.teacher', 'homeroom.school', 'homeroom.class')
                order by txid, table_name, row_id, audit_id desc)
            select concat_ws('|', table_name, row_id, coalesce(case table_name
                when 'homeroom.paper' then after ->> 'doi' when 'homeroom.award' then after ->> 'number' when 'homeroom.research_project' then after ->> 'number'
                when 'homeroom.teacher' then after ->> 'staff_number' when 'homeroom.school' then after ->> 'code' end, ''))
            from ended e
            where after is not null and case table_name
                when 'homeroom.research_project' then after ->> 'state' <> 'draft' and ($3 or (after ->> 'school_id')::bigint = any ($2))
                when 'homeroom.paper' then $3 or after ->> 'school_id' is null or (after ->> 'school_id')::bigint = any ($2)
                when 'homeroom.teacher' then $3 or exists (
                    select from history.audit_log m where m.table_name = 'homeroom.employment' and m.after ->> 'teacher_id' = e.row_id and (m.after ->> 'school_id')::bigint = any ($2))
                else $3 or (after ->> 'school_id')::bigint = any ($2) end
            """, district.Id, schools, isWhole);
        return [.. rows.Select(row => row.Split('|')).SelectMany(parts => (string[])[Told(parts, parts[2]), Told(parts, "")])];

        string Told(string[] parts, string key)
        {
            string type = FeedCopy.Lists.Values.Single(list => "homeroom." + System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(list.TypeName) == parts[0]).TypeName;
            return $"{new GlobalId(type, new RowKey(district.Id, long.Parse(parts[1], null)))} {key}";
        }
    }
}
