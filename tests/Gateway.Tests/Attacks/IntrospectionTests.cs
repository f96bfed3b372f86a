using static HomeroomGraph.Gateway.Tests.Attacks.Attack;

namespace HomeroomGraph.Gateway.Tests.Attacks;

/// <summary>The schema told to callers who may not read it, and asked for in more depth than it has.</summary>
[Collection(Attacks.Name)]
public sealed class IntrospectionTests(AttackFixture gateway)
{
    /// <summary>graphql-java CVE-2024-40094: introspection that goes round from types to fields to types was not bounded as queries are.</summary>
    [Theory]
    [InlineData("{ __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }")]
    [InlineData("{ __type(name: \"Query\") { fields { type { fields { type { fields { type { name } } } } } } } }")]
    [InlineData("{ __schema { types { interfaces { possibleTypes { interfaces { possibleTypes { name } } } } } } }")]
    [InlineData("{ __schema { queryType { ...T } } } fragment T on __Type { fields { type { ...U } } } fragment U on __Type { fields { type { ...V } } } fragment V on __Type { fields { name } }")]
    [InlineData("{ __schema { types { inputFields { type { inputFields { type { inputFields { name } } } } } } } }")]
    public async Task A_circle(string document) =>
        Assert.Equal("GRAPHQL_VALIDATION_FAILED", (await gateway.AttackAsync(document, gateway.Analyst)).Code);

    /// <summary>Within the depth, but asked for so often that the answer would have millions of values.</summary>
    [Fact]
    public async Task The_same_list_under_many_names()
    {
        string fields = Repeat(95, i => $"a{i}: fields {{ name type {{ name fields {{ name }} }} }}");
        Assert.Equal("LIMIT_EXCEEDED", (await gateway.AttackAsync($"{{ __schema {{ types {{ {fields} }} }} }}", gateway.Analyst)).Code);
    }

    /// <summary>Whatever way round: the caller is not signed in.</summary>
    [Theory]
    [InlineData("{ __schema { queryType { name } } }")]
    [InlineData("{ __type(name: \"School\") { name } }")]
    [InlineData("{ a: __schema { types { name } } }")]
    [InlineData("{ ... on Query { ...F } } fragment F on Query { __schema { types { name } } }")]
    [InlineData("query __schema { ...__schema } fragment __schema on Query { __type(name: \"Query\") { name } }")]
    [InlineData("{ __typename @include(if: false) __schema @skip(if: false) { types { name } } }")]
    public async Task Without_a_sign_in(string document)
    {
        var outcome = await gateway.AttackAsync(document);
        Assert.Equal((401, "UNAUTHENTICATED"), (outcome.Status, outcome.Code));
    }

    /// <summary>OWASP: names that are nearly right tell by their suggestions, and wrong ones by being wrong. A caller without a sign-in gets the
    /// same answer whether what is asked for exists or not.</summary>
    [Theory]
    [InlineData("{ schools { nodes { id } } }")]
    [InlineData("{ schoolss { nodes { id } } }")]
    [InlineData("{ schools }")]
    [InlineData("{ schools { nodes { nam } } }")]
    [InlineData("{ schools(where: { nmae: { eq: 1 } }) { totalCount } }")]
    [InlineData("{ school(id: 1) { id } }")]
    [InlineData("{ viewer { id } schools { __typename } }")]
    [InlineData("{ ...F } fragment F on Query { nothing }")]
    [InlineData("mutation { changePassword(input: {}) { accessToken } }")]
    [InlineData("mutation { changePasword(input: {}) { accessToken } }")]
    [InlineData("mutation($a: NoSuchInput!) { grantRole(input: $a) { x } }")]
    [InlineData("subscription { anything }")]
    public async Task What_exists_looks_like_what_does_not(string document)
    {
        var outcome = await gateway.AttackAsync(document);
        Assert.Equal(
            """{"errors":[{"message":"Sign in first: send the access token of signIn as 'Authorization: Bearer …'.","extensions":{"code":"UNAUTHENTICATED"}}]}""", outcome.Body);
        Assert.Equal(401, outcome.Status);
    }

    /// <summary>In what is open to everybody an error has its place and no name of the schema.</summary>
    [Theory]
    [InlineData("mutation { signIn(input: { username: \"a\" }) { accessToken } }")]
    [InlineData("mutation { signIn(input: { username: \"a\", password: \"b\", otp: 1 }) { accessToken } }")]
    [InlineData("mutation { signIn(input: { username: \"a\", password: \"b\" }) { accesToken } }")]
    [InlineData("mutation { signIn { accessToken } }")]
    [InlineData("{ viewer { usernam } }")]
    [InlineData("query($a: Strin) { viewer { id @include(if: $a) } }")]
    [InlineData("{ ... on Queri { __typename } }")]
    public async Task An_error_tells_its_place_and_nothing_of_the_schema(string document)
    {
        var outcome = await gateway.AttackAsync(document);
        Assert.Equal("GRAPHQL_VALIDATION_FAILED", outcome.Code);
        Assert.All(outcome.Json.GetProperty("errors").EnumerateArray(), error =>
        {
            Assert.Equal("The document is not valid here. Sign in to be told why.", error.GetProperty("message").GetString());
            Assert.NotEqual(0, error.GetProperty("locations").GetArrayLength());
        });
    }

    [Fact]
    public async Task Variables_tell_as_little()
    {
        var outcome = await gateway.AttackAsync(
            "mutation($input: SignInInput!) { signIn(input: $input) { accessToken } }", token: null, new { input = new { usernam = "a", password = "b" } });
        Assert.Equal("BAD_USER_INPUT", outcome.Code);
        Assert.DoesNotContain("SignInInput", outcome.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("username", outcome.Body.Replace("usernam\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_signed_in_is_helped()
    {
        var outcome = await gateway.AttackAsync("{ schols { totalCount } }", gateway.Analyst);
        Assert.Contains("Did you mean", outcome.Json.GetProperty("errors")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_thousand_errors_are_told_as_five()
    {
        var outcome = await gateway.AttackAsync($"{{ {Repeat(1_900, i => $"clases{i}")} }}", gateway.Analyst);
        Assert.Equal(5, outcome.Json.GetProperty("errors").GetArrayLength());
        Assert.True(outcome.Body.Length < 20_000);
    }
}
