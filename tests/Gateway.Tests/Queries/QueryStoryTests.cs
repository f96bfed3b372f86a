namespace HomeroomGraph.Gateway.Tests.Queries;

/// <summary>What a district analyst asks, and what others get from the same questions.</summary>
public sealed class QueryStoryTests(DemoEngine demo) : IClassFixture<DemoEngine>
{
    private const string Schools = "query($after: String) { schools(first: 2, after: $after) { totalCount nodes { code name classCount teacherCount } pageInfo { hasNextPage endCursor } } }";

    [Fact]
    public async Task Counts_of_schools_are_those_of_plain_SQL()
    {
        var schools = await demo.DataAsync("analyst-370403", "{ schools(first: 500) { totalCount nodes { code classCount teacherCount } } }");
        await using var count = demo.Database.Owner.CreateCommand("""
            select s.code,
                (select count(*) from homeroom.class c join homeroom.school_year y using (district_id, school_year_id)
                 where (c.district_id, c.school_id) = (s.district_id, s.school_id) and date '2026-11-16' >= y.starts_on and date '2026-11-16' < y.ends_on)::int,
                (select count(*) from homeroom.employment e where (e.district_id, e.school_id) = (s.district_id, s.school_id)
                 and e.starts_on <= '2026-11-16' and coalesce(e.ends_on, 'infinity') > '2026-11-16')::int
            from homeroom.school s join homeroom.district d using (district_id) where d.code = '370403'
            """);
        var expected = new Dictionary<string, (int, int)>();
        await using var rows = await count.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await rows.ReadAsync(TestContext.Current.CancellationToken)) expected[rows.GetString(0)] = (rows.GetInt32(1), rows.GetInt32(2));

        var nodes = schools.GetProperty("schools").GetProperty("nodes").EnumerateArray().ToList();
        Assert.Equal(expected.Count, nodes.Count);
        Assert.All(nodes, n => Assert.Equal(
            expected[n.GetProperty("code").GetString()!], (n.GetProperty("classCount").GetInt32(), n.GetProperty("teacherCount").GetInt32())));
        Assert.Contains(nodes, n => n.GetProperty("classCount").GetInt32() > 0);
    }

    [Fact]
    public async Task The_cursor_is_followed_to_the_end()
    {
        var codes = new List<string>();
        string? after = null;
        int total;
        do
        {
            var page = (await demo.DataAsync("analyst-370403", Schools, new { after })).GetProperty("schools");
            total = page.GetProperty("totalCount").GetInt32();
            codes.AddRange(page.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("code").GetString()!));
            after = page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean() ? page.GetProperty("pageInfo").GetProperty("endCursor").GetString() : null;
        }
        while (after is not null);
        Assert.Equal(total, codes.Distinct().Count());
        Assert.Equal(total, codes.Count);
    }

    [Theory]
    [InlineData("analyst-371723")]
    [InlineData("analyst-370829")]
    public async Task The_analyst_of_another_district_gets_none_of_its_rows(string other)
    {
        var ids = (await demo.DataAsync("analyst-370403", "{ schools { nodes { id code } } teachers { nodes { id staffNumber } } classes { nodes { id } } }"));
        var school = ids.GetProperty("schools").GetProperty("nodes")[0];
        string code = school.GetProperty("code").GetString()!, schoolId = school.GetProperty("id").GetString()!;
        string teacherId = ids.GetProperty("teachers").GetProperty("nodes")[0].GetProperty("id").GetString()!;
        var answer = await demo.DataAsync(other, """
            query($code: String!, $school: ID!, $teacher: ID!) {
              schoolByCode(code: $code) { name } school(id: $school) { name } teacher(id: $teacher) { name }
              nodes(ids: [$school, $teacher]) { id }
              schools(where: {code: {eq: $code}}) { totalCount } classes(where: {school: {code: {eq: $code}}}) { totalCount }
              appointments(where: {school: {code: {eq: $code}}}) { totalCount } employments(where: {school: {code: {eq: $code}}}) { totalCount }
              cohorts(where: {school: {code: {eq: $code}}}) { totalCount } teachers(where: {staffNumber: {startsWith: "370403"}}) { totalCount }
            }
            """, new { code, school = schoolId, teacher = teacherId });
        Assert.Equal(
            """{"schoolByCode":null,"school":null,"teacher":null,"nodes":[null,null],"schools":{"totalCount":0},"classes":{"totalCount":0},"appointments":{"totalCount":0},"employments":{"totalCount":0},"cohorts":{"totalCount":0},"teachers":{"totalCount":0}}""",
            answer.GetRawText());
        Assert.NotEqual(0, (await demo.DataAsync(other, "{ schools { totalCount } }")).GetProperty("schools").GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public async Task A_teacher_sees_the_own_rows_and_nothing_else()
    {
        var answer = await demo.DataAsync("teacher", """
            { viewer { roles { teacher { id } } } teachers { nodes { id } totalCount } appointments(first: 100) { nodes { teacher { id } } }
              classes(first: 100) { nodes { appointments(first: 50) { nodes { teacher { id } } } } } schools { totalCount } }
            """);
        string self = answer.GetProperty("viewer").GetProperty("roles")[0].GetProperty("teacher").GetProperty("id").GetString()!;
        Assert.Equal(1, answer.GetProperty("teachers").GetProperty("totalCount").GetInt32());
        Assert.Equal(1, answer.GetProperty("schools").GetProperty("totalCount").GetInt32());
        var seen = answer.GetProperty("appointments").GetProperty("nodes").EnumerateArray()
            .Concat(answer.GetProperty("classes").GetProperty("nodes").EnumerateArray().SelectMany(c => c.GetProperty("appointments").GetProperty("nodes").EnumerateArray()))
            .Select(a => a.GetProperty("teacher").GetProperty("id").GetString()).ToList();
        Assert.NotEmpty(seen);
        Assert.All(seen, id => Assert.Equal(self, id));
    }

    [Fact]
    [Trait("Rule", "A1")]
    public async Task On_every_day_a_class_has_the_teacher_of_its_appointment_then()
    {
        var data = await demo.DataAsync("analyst-370403", """
            { appointments(first: 500, where: {state: {eq: ACTIVE}, kind: {in: [HOMEROOM, ACTING]}}) { nodes { startsOn teacher { id } class { id } } } }
            """);
        foreach (var appointment in data.GetProperty("appointments").GetProperty("nodes").EnumerateArray().Take(40))
        {
            var found = await demo.DataAsync("analyst-370403",
                "query($id: ID!, $on: Date) { class(id: $id) { homeroomTeacher(on: $on) { id } } }",
                new { id = appointment.GetProperty("class").GetProperty("id").GetString(), on = appointment.GetProperty("startsOn").GetString() });
            Assert.Equal(
                appointment.GetProperty("teacher").GetProperty("id").GetString(),
                found.GetProperty("class").GetProperty("homeroomTeacher").GetProperty("id").GetString());
        }
    }
}
