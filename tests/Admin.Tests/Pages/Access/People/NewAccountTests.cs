using System.Net;
using System.Text.Json.Nodes;
using HomeroomGraph.Admin.Tests.Hosting;

namespace HomeroomGraph.Admin.Tests.Pages.Access.People;

/// <summary>An account is made with its first role, in steps; the first password is shown once.</summary>
public sealed class NewAccountTests(AdminFixture admin) : IClassFixture<AdminFixture>
{
    private const string Address = "/people/new";

    [Theory]
    [InlineData("DISTRICT_ANALYST", "", "", """{"input":{"username":"new-officer","displayName":"新教研员","role":"DISTRICT_ANALYST","districtId":"RGlzdHJpY3Q6MQ"}}""")]
    [InlineData("GRADE_HEAD", "4", "", """{"input":{"username":"new-officer","displayName":"新教研员","role":"GRADE_HEAD","schoolId":"U2Nob29sOjI","grade":4}}""")]
    [InlineData("INSPECTOR", "", "SW5zcGVjdG9yUG9zdDoy", """{"input":{"username":"new-officer","displayName":"新教研员","role":"INSPECTOR","schoolId":"U2Nob29sOjI","inspectorPostId":"SW5zcGVjdG9yUG9zdDoy"}}""")]
    public async Task It_is_made_with_what_the_role_needs_and_its_password_shown_once(string role, string grade, string post, string expected)
    {
        admin.Api.Answer("CreateAccount", StubAnswer.ReadFile("CreateAccount"));
        using var visitor = await admin.VisitSignedInAsync();
        var last = $"{Address}?role={role}&school=U2Nob29sOjI";
        var made = await visitor.SubmitAsync(
            last, Address, ("role", role), ("school", "U2Nob29sOjI"), ("grade", grade), ("post", post), ("username", " new-officer "), ("name", "新教研员"));

        Assert.Equal(HttpStatusCode.OK, made.Status);
        Assert.Contains("abcd-efgh-2345", made.Html, StringComparison.Ordinal);
        Assert.Contains("有效期至 2026年11月30日", made.Html, StringComparison.Ordinal);
        Assert.Contains("no-store", made.Headers["Cache-Control"], StringComparison.Ordinal);
        var asked = admin.Api.LastVariables("CreateAccount");
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), asked), asked.ToJsonString());
    }

    [Fact]
    public async Task A_refusal_is_told_and_what_was_typed_stays()
    {
        admin.Api.Answer("CreateAccount", JsonNode.Parse("""{ "done": { "created": null, "errors": [{ "message": "The user name is taken. 用户名已被使用。", "code": "INVALID_INPUT" }] } }""")!);
        using var visitor = await admin.VisitSignedInAsync();
        var refused = await visitor.SubmitAsync(
            $"{Address}?role=RESEARCH_OFFICE&school=U2Nob29sOjI", Address, ("role", "RESEARCH_OFFICE"), ("school", "U2Nob29sOjI"), ("username", "taken"), ("name", "李建国"));

        Assert.Contains("用户名已被使用", refused.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"taken\"", refused.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"李建国\"", refused.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("role=TEACHER")]
    [InlineData("role=INTEGRATOR")]
    [InlineData("role=RESEARCH_OFFICE&school=elsewhere")]
    public async Task A_choice_that_was_not_offered_is_refused(string query)
    {
        using var visitor = await admin.VisitSignedInAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.GetAsync($"{Address}?{query}")).Status);
    }

    [Fact]
    public async Task Who_manages_nobody_makes_no_account()
    {
        var places = StubAnswer.ReadFile("AccountPlaces");
        places["viewer"]!["roles"]![0]!["role"] = "TEACHER";
        admin.Api.Answer("AccountPlaces", places);
        using var visitor = await admin.VisitSignedInAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync(Address)).Status);
        admin.Api.Answer("AccountPlaces", StubAnswer.ReadFile("AccountPlaces"));
    }
}
