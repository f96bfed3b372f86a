using System.Text;
using static HomeroomGraph.Gateway.Tests.Attacks.Attack;

namespace HomeroomGraph.Gateway.Tests.Attacks;

/// <summary>OWASP: valid questions that ask for too much, by pages inside pages, circles of relations, conditions, orders and lists without number.</summary>
[Collection(Attacks.Name)]
public sealed class LargeQuestionTests(AttackFixture gateway)
{
    public static TheoryData<string, string> Questions => new()
    {
        { "pages inside pages", "{ schools(first: 500) { nodes { classes(first: 500) { nodes { appointments(first: 500) { nodes { id } } } } } } }" },
        { "a page larger than pages are", "{ schools(first: 501) { nodes { id } } }" },
        { "a page as large as an Int", "{ schools(first: 2147483647) { nodes { id } } }" },
        { "fewer rows than none", "{ schools(last: -1) { nodes { id } } }" },
        { "conditions side by side", $"{{ schools(where: {{or: [{Repeat(900, i => $"{{name: {{contains: \"{i}\"}}}}")}]}}) {{ totalCount }} }}" },
        { "conditions on relations", $"{{ schools(where: {{and: [{Repeat(450, _ => "{classes: {some: {school: {name: {contains: \"a\"}}}}}")}]}}) {{ totalCount }} }}" },
        { "a list of ids", $"{{ nodes(ids: [{Repeat(1_200, i => $"\"{i}\"")}]) {{ id }} }}" },
        { "a list of values", $"{{ schools(where: {{code: {{in: [{Repeat(5_000, i => $"\"{i}\"")}]}}}}) {{ totalCount }} }}" },
        { "terms of an order", $"{{ schools(order: [{Repeat(400, i => i % 2 == 0 ? "{name: ASC}" : "{code: DESC}")}]) {{ nodes {{ id }} }} }}" },
        { "all kinds of rows by their ids", $"{{ nodes(ids: [{Repeat(700, i => $"\"{Id("School", i + 1)}\"")}]) {{ {Repeat(95, i => $"... on School {{ a{i}: classes(first: 100) {{ totalCount }} }}")} }} }}" },
        { "tables", $"{{ {Repeat(60, i => $"s{i}: schools(first: 1) {{ nodes {{ classes {{ totalCount }} teachers {{ totalCount }} cohorts {{ totalCount }} papers {{ totalCount }} researchProjects {{ totalCount }} awards {{ totalCount }} mentorships {{ totalCount }} }} }}")} }}" },
    };

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Is_refused_before_it_runs(string what, string document)
    {
        var outcome = await gateway.AttackAsync(document, gateway.Analyst);
        Assert.True(outcome.Code is "LIMIT_EXCEEDED" or "BAD_USER_INPUT", $"{what}: {outcome.Body[..Math.Min(200, outcome.Body.Length)]}");
    }

    /// <summary>The same by variables: the document is small and was seen before, the values are not.</summary>
    [Theory]
    [InlineData("""{"id":[]}""", 100_000)]
    [InlineData("{}", 200_000)]
    [InlineData("""{"name":{"contains":"a"}}""", 1_500)]
    [InlineData("""{"classes":{"some":{"school":{"classes":{"any":true}}}}}""", 990)]
    public async Task Variables_as_large_as_the_body(string item, int times)
    {
        var body = new StringBuilder("""{"query":"query($w: [SchoolFilterInput!]) { schools(where: {or: $w}) { totalCount } }","variables":{"w":[""").Append(item);
        while (--times > 0 && body.Length < 1_000_000) body.Append(',').Append(item);
        Assert.Contains((await gateway.AttackWithBodyAsync(Encoding.UTF8.GetBytes(body.Append("]}}").ToString()), gateway.Analyst)).Code, new[] { "LIMIT_EXCEEDED", "BAD_USER_INPUT" });
    }

    /// <summary>A large variable that is used in as many places as there may be.</summary>
    [Fact]
    public async Task One_variable_in_many_places()
    {
        string places = Repeat(95, i => $"a{i}: schools(where: {{code: {{in: $codes}}}}) {{ totalCount }}");
        var codes = Enumerable.Range(0, 900).Select(i => $"{i}").ToArray();
        Assert.Equal("LIMIT_EXCEEDED", (await gateway.AttackAsync($"query($codes: [String]) {{ {places} }}", gateway.Analyst, new { codes })).Code);
    }

    /// <summary>Around a circle of relations as often as the depth allows: one row at each step, so it is answered.</summary>
    [Fact]
    public async Task A_circle_of_relations_is_bounded_by_its_rows()
    {
        string circle = Nest(18, "classes(first: 1) { nodes { school { ", "id", " } } }");
        Assert.Null((await gateway.AttackAsync($"{{ schools(first: 1) {{ nodes {{ {circle} }} }} }}", gateway.Analyst)).Code);
        Assert.Equal("LIMIT_EXCEEDED", (await gateway.AttackAsync($"{{ schools(first: 1) {{ nodes {{ {circle.Replace("first: 1", "first: 2", StringComparison.Ordinal)} }} }} }}", gateway.Analyst)).Code);
    }

    /// <summary>More values of a row than a call of PostgreSQL's functions takes arguments, at the root and inside a row.</summary>
    [Fact]
    public async Task As_many_values_of_a_row_as_may_be_asked_for()
    {
        string fields = string.Join(' ', Enumerable.Range(0, 98).Select(i => $"a{i}: {new[] { "id", "name", "status" }[i % 3]}"));
        string answer = (await gateway.AttackAsync($"{{ schools(first: 2) {{ nodes {{ {fields} }} }} }}", gateway.Analyst)).Body;
        Assert.DoesNotContain("errors", answer, StringComparison.Ordinal);
        var nested = await gateway.AttackAsync($"{{ districts(first: 1) {{ nodes {{ schools(first: 2) {{ nodes {{ {fields} id name code pinyin stage status __typename }} }} }} }} }}", gateway.Analyst);
        var school = nested.Json.GetProperty("data").GetProperty("districts").GetProperty("nodes")[0].GetProperty("schools").GetProperty("nodes")[0];
        Assert.Equal(105, school.EnumerateObject().Count());
    }

    private static string Id(string type, long id) => new GraphQL.Paging.GlobalId(type, new GraphQL.Paging.RowKey(1, id)).ToString();
}
