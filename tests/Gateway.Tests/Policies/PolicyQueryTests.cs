using HomeroomGraph.Gateway.Tests.Queries;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Policies;

/// <summary>What is in force, as everyone with a role in a district sees it.</summary>
public sealed class PolicyQueryTests(DemoEngine demo) : IClassFixture<DemoEngine>, IAsyncLifetime
{
    private const string InForce = """
        query($code: String!, $on: Date) { schoolByCode(code: $code) {
          figure: policyFigure(key: "m2_mentor_service_years", on: $on) choice: policyChoice(key: "a3_without_certificate", on: $on)
          unknown: policyFigure(key: "no_such_key") wrongKind: policyFigure(key: "a3_without_certificate")
          effectivePolicies(on: $on) { nodes { key figure choice kind { rule defaultFigure } school { code } } } } }
        """;

    public async ValueTask InitializeAsync()
    {
        await demo.Database.Writer.ExecuteAsync("delete from homeroom.policy");
        await demo.Database.Writer.ExecuteAsync("""
            insert into homeroom.policy (district_id, school_id, policy_key, figure, choice, starts_on, ends_on, reason, decided_by)
            select d.district_id, s.school_id, v.key, v.figure, v.choice, v.starts_on::date, v.ends_on::date, 'R', 'D'
            from (values (null, 'm2_mentor_service_years', 6, null, '2025-09-01', null),
                         ('2137040301', 'm2_mentor_service_years', 8, null, '2026-09-01', '2027-09-01'),
                         (null, 'a3_without_certificate', null, 'allow_with_reason', '2026-11-16', '2026-11-17'))
                 v (school, key, figure, choice, starts_on, ends_on)
            join homeroom.district d on d.code = '370403'
            left join homeroom.school s on s.district_id = d.district_id and s.code = v.school
            """);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("analyst-370403")]
    [InlineData("principal")]
    [InlineData("teacher")]
    [InlineData("grade-head")]
    public async Task Everyone_with_a_role_sees_what_is_in_force_for_a_school(string user)
    {
        Assert.Equal(
            """{"schoolByCode":{"figure":8,"choice":"allow_with_reason","unknown":null,"wrongKind":null,"effectivePolicies":{"nodes":[{"key":"a3_without_certificate","figure":null,"choice":"allow_with_reason","kind":{"rule":"A3","defaultFigure":null},"school":null},{"key":"m2_mentor_service_years","figure":8,"choice":null,"kind":{"rule":"M2","defaultFigure":5},"school":{"code":"2137040301"}}]}}}""",
            (await demo.DataAsync(user, InForce, new { code = "2137040301", on = (string?)null })).GetRawText());
        Assert.Equal(
            """{"schoolByCode":{"figure":6,"choice":"block","unknown":null,"wrongKind":null,"effectivePolicies":{"nodes":[{"key":"m2_mentor_service_years","figure":6,"choice":null,"kind":{"rule":"M2","defaultFigure":5},"school":null}]}}}""",
            (await demo.DataAsync(user, InForce, new { code = "2137040301", on = "2026-08-31" })).GetRawText());
    }

    [Fact]
    public async Task A_district_has_what_holds_for_its_other_schools()
    {
        var data = await demo.DataAsync("analyst-370403", """
            { districts { nodes { policyFigure(key: "m2_mentor_service_years") effectivePolicies { nodes { key figure isInForce } } } }
              policies(where: {isInForce: {eq: true}, school: {code: {eq: "2137040301"}}}) { nodes { figure } } }
            """);
        Assert.Equal(
            """{"districts":{"nodes":[{"policyFigure":6,"effectivePolicies":{"nodes":[{"key":"a3_without_certificate","figure":null,"isInForce":true},{"key":"m2_mentor_service_years","figure":6,"isInForce":true}]}}]},"policies":{"nodes":[{"figure":8}]}}""",
            data.GetRawText());
    }

    [Fact]
    public async Task Another_district_sees_none_of_it_but_the_same_kinds()
    {
        const string Question = "{ policies { totalCount } policyKinds { totalCount } districts { nodes { policyFigure(key: \"m2_mentor_service_years\") } } }";
        var kinds = await demo.Database.Owner.ScalarAsync<long>("select count(*) from homeroom.policy_kind");
        Assert.Equal(
            $$$"""{"policies":{"totalCount":0},"policyKinds":{"totalCount":{{{kinds}}}},"districts":{"nodes":[{"policyFigure":5}]}}""",
            (await demo.DataAsync("analyst-371723", Question)).GetRawText());
    }

    [Fact]
    public async Task A_kind_says_what_can_be_decided()
    {
        var data = await demo.DataAsync("teacher", """
            { policyKindByKey(key: "a3_without_certificate") { id rule valueKind unit defaultChoice choices policies { totalCount } }
              m2: policyKindByKey(key: "m2_mentor_service_years") { unit leastFigure defaultFigure greatestFigure } }
            """);
        var kind = data.GetProperty("policyKindByKey");
        Assert.Equal("""["block", "allow_with_reason"]""", kind.GetProperty("choices").GetRawText());
        Assert.Equal(1, kind.GetProperty("policies").GetProperty("totalCount").GetInt32());
        Assert.Equal("""{"unit":"YEARS","leastFigure":0,"defaultFigure":5,"greatestFigure":30}""", data.GetProperty("m2").GetRawText());
        var again = await demo.DataAsync("analyst-371723", "query($id: ID!) { node(id: $id) { ... on PolicyKind { key } } }", new { id = kind.GetProperty("id").GetString() });
        Assert.Equal("""{"node":{"key":"a3_without_certificate"}}""", again.GetRawText());
    }
}
