using System.Text;
using static HomeroomGraph.Gateway.Tests.Attacks.Attack;

namespace HomeroomGraph.Gateway.Tests.Attacks;

/// <summary>Stacks: whatever nests, deeper than any thread's stack holds. Each of these ended a server elsewhere.</summary>
[Collection(Attacks.Name)]
public sealed class DeepNestingTests(AttackFixture gateway)
{
    private const int Deep = 40_000;

    /// <summary>Hot Chocolate CVE-2026-40324 (GHSA-qr3m-xw4c-jqw3): recursive descent without a bound, 40 KB of braces or brackets.</summary>
    public static TheoryData<string, string> Documents => new()
    {
        { "selections", Nest(Deep, "{a", "", "}") },
        { "inline fragments", "{" + Nest(Deep, "...{", "a", "}") + "}" },
        { "lists", "{a(b:" + Nest(Deep, "[", "", "]") + ")}" },
        { "lists that do not end", "{a(b:" + new string('[', Deep) },
        { "objects", "{a(b:" + Nest(Deep, "{c:", "1", "}") + ")}" },
        { "types", "query($a:" + Nest(Deep, "[", "Int", "]") + "){b}" },
        { "default values", "query($a:Int=" + Nest(Deep, "[", "", "]") + "){b}" },
        { "directives' arguments", "{a@d(b:" + Nest(Deep, "[", "", "]") + ")}" },
        { "a schema's types", "type T{a:" + Nest(Deep, "[", "Int", "]") + "}" },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task A_document(string what, string document)
    {
        var outcome = await gateway.AttackAsync(document, gateway.Analyst);
        Assert.True("LIMIT_EXCEEDED" == outcome.Code, what);
    }

    /// <summary>juniper CVE-2022-31173: the depth lies in fragments that lead on to each other, or in circles.</summary>
    [Theory]
    [InlineData(1_900)]
    [InlineData(70)]
    public async Task A_chain_of_fragments(int length)
    {
        string fragments = Repeat(length, i => $"fragment F{i} on Query {{ ...F{i + 1} }}");
        var outcome = await gateway.AttackAsync($"{{ ...F0 }} {fragments} fragment F{length} on Query {{ __typename }}", gateway.Analyst);
        Assert.Equal("LIMIT_EXCEEDED", outcome.Code);
    }

    [Theory]
    [InlineData("{ ...A } fragment A on Query { ...A }")]
    [InlineData("{ ...A } fragment A on Query { ...B } fragment B on Query { ...A __typename }")]
    [InlineData("{ schools { nodes { ...A } } } fragment A on School { id classes { nodes { school { ...A } } } }")]
    public async Task A_circle_of_fragments(string document) =>
        Assert.Equal("GRAPHQL_VALIDATION_FAILED", (await gateway.AttackAsync(document, gateway.Analyst)).Code);

    [Theory]
    [InlineData(Deep, 400)]
    [InlineData(100, 200)]
    public async Task Variables(int depth, int status)
    {
        string filter = Nest(depth, """{"and":[""", """{"name":{"eq":"x"}}""", "]}");
        string body = $$"""{"query":"query($w: SchoolFilterInput) { schools(where: $w) { totalCount } }","variables":{"w":{{filter}} } }""";
        var outcome = await gateway.AttackWithBodyAsync(Encoding.UTF8.GetBytes(body), gateway.Analyst);
        Assert.Equal(status, outcome.Status);
        Assert.Equal(status == 400 ? "BAD_REQUEST" : "LIMIT_EXCEEDED", outcome.Code);
    }

    /// <summary>A variable that is as deep as it may be, at the end of a literal that is: each is within its limit, together they are not.</summary>
    [Fact]
    public async Task A_variable_inside_of_a_literal()
    {
        string literal = Nest(25, "{and:[", "$w", "]}");
        string variable = Nest(25, """{"and":[""", """{"name":{"eq":"x"}}""", "]}");
        string body = $$"""{"query":"query($w: SchoolFilterInput!) { schools(where: {{literal}}) { totalCount } }","variables":{"w":{{variable}} } }""";
        Assert.Equal("LIMIT_EXCEEDED", (await gateway.AttackWithBodyAsync(Encoding.UTF8.GetBytes(body), gateway.Analyst)).Code);
    }

    [Fact]
    public async Task What_is_as_deep_as_it_may_be_is_answered()
    {
        string where = Nest(28, "{and:[", "{name:{neq:\"x\"}}", "]}");
        string relations = Nest(13, "classes: {some: {school: {", "name: {neq: \"x\"}", "}}}");
        string lists = Nest(6, "classes(first: 1) { nodes { school { ", "id", " } } }");
        var outcome = await gateway.AttackAsync(
            $"{{ a: schools(where: {where}) {{ totalCount }} b: schools(where: {{ {relations} }}) {{ totalCount }} c: schools(first: 1) {{ nodes {{ {lists} }} }} }}", gateway.Analyst);
        Assert.Null(outcome.Code);
    }

    /// <summary>Bodies that are no request, as deep as they get in a megabyte.</summary>
    [Theory]
    [InlineData("[", 1_000_000)]
    [InlineData("{\"a\":", 190_000)]
    [InlineData("{\"query\":\"{__typename}\",\"extensions\":{\"a\":", 20_000)]
    public async Task A_body(string open, int times)
    {
        var body = new StringBuilder(open);
        while (body.Length < 1_000_000 && times-- > 0) body.Append('[');
        Assert.Equal(400, (await gateway.AttackWithBodyAsync(Encoding.UTF8.GetBytes(body.ToString()))).Status);
    }
}
