using HomeroomGraph.Data;
using HomeroomGraph.Data.Import.Regions;
using HomeroomGraph.Gateway.Tests.Queries;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Organisation;

/// <summary>City and province of a district by its code, from the list of regions that the program brings.</summary>
public sealed class RegionQueryTests(DemoEngine demo) : IClassFixture<DemoEngine>, IAsyncLifetime
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        await new RegionImport(demo.Database.Writer, new BusinessClock(TimeProvider.System, new DateOnly(2026, 11, 16))).RunAsync(null, dryRun: false, acceptGood: false, Cancel);

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Theory]
    [Trait("Rule", "O1")]
    [InlineData("analyst-370403")]
    [InlineData("teacher")]
    public async Task A_district_leads_to_its_county_city_and_province(string user)
    {
        var data = await demo.DataAsync(user, "{ districtByCode(code: \"370403\") { region { code name level parent { name parent { name } } } } }");
        Assert.Equal(
            """{"districtByCode":{"region":{"code":"370403","name":"薛城区","level":"COUNTY","parent":{"name":"枣庄市","parent":{"name":"山东省"}}}}}""",
            data.GetRawText());
    }

    [Fact]
    [Trait("Rule", "O1")]
    public async Task Districts_are_found_by_the_city_or_province_of_their_code_and_one_without_a_code_has_none()
    {
        await demo.Database.Owner.ExecuteAsync("update homeroom.district set code = null, since = '2026-11-02' where code = '370829'");
        var data = await demo.DataAsync("analyst-shandong", """
            { inCity: districts(where: {region: {parent: {name: {eq: "菏泽市"}}}}) { nodes { name } }
              inProvince: districts(where: {region: {parent: {parent: {code: {eq: "370000"}}}}}) { nodes { name } }
              without: districts(where: {code: {eq: null}}) { nodes { name region { name } } } }
            """);
        Assert.Equal(
            """{"inCity":{"nodes":[{"name":"成武县"}]},"inProvince":{"nodes":[{"name":"薛城区"},{"name":"成武县"}]},"without":{"nodes":[{"name":"嘉祥县","region":null}]}}""",
            data.GetRawText());
    }
}
