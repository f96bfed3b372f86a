using System.Net;
using System.Text.Json.Nodes;
using HomeroomGraph.Admin.Tests.Hosting;

namespace HomeroomGraph.Admin.Tests.Pages.Access.People;

public sealed class AccountListTests : IClassFixture<AdminFixture>
{
    private readonly AdminFixture admin;

    public AccountListTests(AdminFixture admin)
    {
        this.admin = admin;
        admin.Api.Answer("AccountList", StubAnswer.ReadFile("AccountList"));
    }

    [Theory]
    [InlineData("zh-CN", "共 43 个账号", "待改密", "停用", "年级组长", "三年级", "从未登录")]
    [InlineData("en", "43 accounts", "First password", "Disabled", "Grade head", "Grade 3", "Never")]
    public async Task The_list_shows_accounts_with_state_and_roles(string language, params string[] texts)
    {
        var page = await OpenAsync("/people", language);
        Assert.All(texts, text => Assert.Contains(text, page, StringComparison.Ordinal));
        Assert.Contains("href=\"/people/QWNjb3VudDox\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lock_that_is_past_locks_no_more()
    {
        var page = await OpenAsync("/people", "en");
        // Twice for the narrow and the wide column, of the one account that is locked; once in the filter.
        Assert.Equal(3, page.Split(">Locked<").Length - 1);
    }

    [Fact]
    public async Task Without_a_filter_the_first_twenty_are_asked_for()
    {
        await OpenAsync("/people?q=&role=&school=&state=");
        AssertVariables("""{ "first": 20 }""");
    }

    [Fact]
    public async Task The_address_holds_filter_and_place()
    {
        await OpenAsync("/people?q=%E7%8E%8B&role=TEACHER&school=U2Nob29sOjE&state=FIRST_PASSWORD&after=ZW5k");
        AssertVariables("""
            { "first": 20, "after": "ZW5k", "where": {
                "or": [{ "username": { "contains": "王" } }, { "displayName": { "contains": "王" } }],
                "state": { "eq": "FIRST_PASSWORD" }, "school": { "id": { "eq": "U2Nob29sOjE" } },
                "roles": { "some": { "role": { "eq": "TEACHER" } } } } }
            """);
    }

    [Fact]
    public async Task Locked_accounts_are_those_locked_at_this_moment()
    {
        await OpenAsync("/people?state=LOCKED");
        var since = (DateTimeOffset)admin.Api.LastVariables("AccountList")["where"]!["lockedUntil"]!["gte"]!;
        Assert.InRange(since, DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow);
    }

    [Theory]
    [InlineData("role=INTEGRATOR")]
    [InlineData("state=GONE")]
    [InlineData("after=a&before=b")]
    public async Task An_address_that_makes_no_sense_is_refused(string query)
    {
        using var visitor = await admin.VisitSignedInAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.GetAsync("/people?" + query)).Status);
    }

    [Theory]
    [InlineData("/people", "暂无账号")]
    [InlineData("/people?q=x", "没有符合条件的账号")]
    public async Task An_empty_list_says_why(string address, string text)
    {
        var answer = StubAnswer.ReadFile("AccountList");
        answer["accounts"] = JsonNode.Parse("""{ "nodes": [], "totalCount": 0, "pageInfo": { "hasNextPage": false, "hasPreviousPage": false, "startCursor": null, "endCursor": null } }""");
        admin.Api.Answer("AccountList", answer);
        Assert.Contains(text, await OpenAsync(address), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/people", "AccountList")]
    [InlineData("/people/QWNjb3VudDox", "AccountDetails")]
    [InlineData("/people/QWNjb3VudDox/disable", "AccountDetails")]
    [InlineData("/people/QWNjb3VudDox/roles/give", "RoleChoice")]
    [InlineData("/people/QWNjb3VudDox/roles/QWNjb3VudFJvbGU6Mg/take", "AccountDetails")]
    [InlineData("/people/teachers", "ManagedSchools")]
    [InlineData("/people/teachers?school=U2Nob29sOjE", "TeacherAccounts")]
    public async Task Who_manages_nobody_is_told_so(string address, string operation)
    {
        var answer = StubAnswer.ReadFile(operation);
        answer["viewer"]!["roles"] = new JsonArray(new JsonObject { ["role"] = "TEACHER" });
        admin.Api.Answer(operation, answer);
        using var visitor = await admin.VisitSignedInAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync(address)).Status);
        admin.Api.Answer(operation, StubAnswer.ReadFile(operation));
    }

    private async Task<string> OpenAsync(string address, string language = "zh-CN")
    {
        using var visitor = await admin.VisitSignedInAsync(language);
        var page = await visitor.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return page.Html;
    }

    private void AssertVariables(string expected)
    {
        var asked = admin.Api.LastVariables("AccountList");
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), asked), asked.ToJsonString());
    }
}
