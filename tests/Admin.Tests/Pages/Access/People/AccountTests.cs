using System.Net;
using System.Text.Json.Nodes;
using HomeroomGraph.Admin.Tests.Hosting;

namespace HomeroomGraph.Admin.Tests.Pages.Access.People;

/// <summary>One account: what it is, and what its managers do to it, each asked about first.</summary>
public sealed class AccountTests : IClassFixture<AdminFixture>
{
    private const string Address = "/people/QWNjb3VudDox";
    private readonly AdminFixture admin;

    public AccountTests(AdminFixture admin)
    {
        this.admin = admin;
        foreach (var operation in new[] { "AccountDetails", "RoleChoice", "GrantRole", "RevokeRole", "DisableAccount" })
            admin.Api.Answer(operation, StubAnswer.ReadFile(operation));
    }

    [Fact]
    public async Task An_account_shows_its_roles_and_what_can_be_done()
    {
        using var visitor = await admin.VisitSignedInAsync("en");
        var page = await visitor.GetAsync(Address);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("100123@370403", page.Html, StringComparison.Ordinal);
        Assert.Contains("Grade 3", page.Html, StringComparison.Ordinal);
        foreach (var way in new[] { "reset-password", "unlock", "disable", "sign-out", "roles/give", "roles/QWNjb3VudFJvbGU6Mg/take" })
            Assert.Contains($"href=\"{Address}/{way}\"", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain($"{Address}/enable", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_own_account_is_not_managed_by_its_holder()
    {
        var answer = StubAnswer.ReadFile("AccountDetails");
        answer["viewer"]!["account"]!["id"] = "QWNjb3VudDox";
        admin.Api.Answer("AccountDetails", answer);
        using var visitor = await admin.VisitSignedInAsync();
        var page = await visitor.GetAsync(Address);
        Assert.DoesNotContain($"{Address}/", page.Html, StringComparison.Ordinal);
        Assert.Contains("href=\"/me\"", page.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("unlock", "UnlockAccount", "账号已解除锁定")]
    [InlineData("disable", "DisableAccount", "账号已停用")]
    [InlineData("enable", "EnableAccount", "账号已启用")]
    [InlineData("sign-out", "SignOutEverywhere", "该账号的所有登录均已退出")]
    public async Task A_change_is_asked_about_and_then_made(string slug, string operation, string told)
    {
        using var visitor = await admin.VisitSignedInAsync();
        var before = admin.Api.Questions.Count(question => question.Operation == operation);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync($"{Address}/{slug}")).Status);
        Assert.Equal(before, admin.Api.Questions.Count(question => question.Operation == operation));

        var done = await visitor.SubmitAsync($"{Address}/{slug}", $"{Address}/{slug}");
        Assert.Equal(HttpStatusCode.Redirect, done.Status);
        Assert.Equal("""{"input":{"accountId":"QWNjb3VudDox"}}""", admin.Api.LastVariables(operation).ToJsonString());
        Assert.Contains(told, (await visitor.GetAsync(done.Location!)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_first_password_is_shown_in_the_answer_and_kept_by_nobody()
    {
        using var visitor = await admin.VisitSignedInAsync("en");
        var done = await visitor.SubmitAsync($"{Address}/reset-password", $"{Address}/reset-password");
        Assert.Equal(HttpStatusCode.OK, done.Status);
        Assert.Contains("abcd-efgh-2345", done.Html, StringComparison.Ordinal);
        Assert.Contains("no-store", done.Headers["Cache-Control"], StringComparison.Ordinal);
        Assert.DoesNotContain("abcd-efgh-2345", (await visitor.GetAsync(Address)).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh-CN", "不能对自己的账号这样做。")]
    [InlineData("en", "Not to the own account.")]
    public async Task What_the_API_refuses_is_said_in_the_readers_half(string language, string text)
    {
        admin.Api.Answer("DisableAccount", JsonNode.Parse("""
            { "done": { "errors": [{ "message": "Not to the own account. 不能对自己的账号这样做。", "code": "NOT_ALLOWED" }] } }
            """)!);
        using var visitor = await admin.VisitSignedInAsync(language);
        var page = await visitor.SubmitAsync($"{Address}/disable", $"{Address}/disable");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains($"<span>{text}</span>", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_without_its_form_is_refused()
    {
        using var visitor = await admin.VisitSignedInAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.PostAsync($"{Address}/disable")).Status);
    }

    [Theory]
    [InlineData(Address + "/explode")]
    [InlineData(Address + "/roles/elsewhere/take")]
    public async Task What_is_not_there_is_not_found(string address)
    {
        using var visitor = await admin.VisitSignedInAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(address)).Status);
    }

    [Fact]
    public async Task An_account_out_of_reach_is_not_found()
    {
        var answer = StubAnswer.ReadFile("AccountDetails");
        answer["account"] = null;
        admin.Api.Answer("AccountDetails", answer);
        using var visitor = await admin.VisitSignedInAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(Address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(Address + "/disable")).Status);
    }

    [Fact]
    public async Task A_role_is_taken_after_a_question()
    {
        using var visitor = await admin.VisitSignedInAsync("en");
        const string take = Address + "/roles/QWNjb3VudFJvbGU6Mg/take";
        Assert.Contains("Grade head", (await visitor.GetAsync(take)).Html, StringComparison.Ordinal);
        var done = await visitor.SubmitAsync(take, take);
        Assert.Equal(Address + "?done=role-taken", done.Location);
        Assert.Equal("""{"input":{"roleId":"QWNjb3VudFJvbGU6Mg"}}""", admin.Api.LastVariables("RevokeRole").ToJsonString());
    }

    [Theory]
    [InlineData("DISTRICT_ANALYST", "", "", """{"input":{"accountId":"QWNjb3VudDox","role":"DISTRICT_ANALYST","districtId":"RGlzdHJpY3Q6MQ"}}""")]
    [InlineData("RESEARCH_OFFICE", "", "", """{"input":{"accountId":"QWNjb3VudDox","role":"RESEARCH_OFFICE","schoolId":"U2Nob29sOjI"}}""")]
    [InlineData("GRADE_HEAD", "3", "", """{"input":{"accountId":"QWNjb3VudDox","role":"GRADE_HEAD","schoolId":"U2Nob29sOjI","grade":3}}""")]
    [InlineData("TEACHER", "", "VGVhY2hlcjoy", """{"input":{"accountId":"QWNjb3VudDox","role":"TEACHER","schoolId":"U2Nob29sOjI","teacherId":"VGVhY2hlcjoy"}}""")]
    [InlineData("INSPECTOR", "", "", """{"input":{"accountId":"QWNjb3VudDox","role":"INSPECTOR","schoolId":"U2Nob29sOjI","inspectorPostId":"SW5zcGVjdG9yUG9zdDox"}}""")]
    public async Task A_role_is_given_with_what_it_needs_and_no_more(string role, string grade, string teacher, string expected)
    {
        // Who names a teacher sees the school's: the principal.
        var choice = StubAnswer.ReadFile("RoleChoice");
        if (role == "TEACHER")
            choice["viewer"]!["roles"]![0]!["role"] = "PRINCIPAL";
        admin.Api.Answer("RoleChoice", choice);
        using var visitor = await admin.VisitSignedInAsync();
        const string give = Address + "/roles/give";
        var last = $"{give}?role={role}&school=U2Nob29sOjI";
        var done = await visitor.SubmitAsync(last, give, ("role", role), ("school", "U2Nob29sOjI"), ("grade", grade), ("teacher", teacher), ("post", role == "INSPECTOR" ? "SW5zcGVjdG9yUG9zdDox" : ""));
        Assert.Equal(Address + "?done=role-given", done.Location);
        Assert.Equal(expected, admin.Api.LastVariables("GrantRole").ToJsonString());
    }

    [Fact]
    public async Task A_principal_is_offered_the_roles_of_the_own_school_below_the_own()
    {
        var answer = StubAnswer.ReadFile("RoleChoice");
        answer["viewer"]!["roles"]![0]!["role"] = "PRINCIPAL";
        admin.Api.Answer("RoleChoice", answer);
        using var visitor = await admin.VisitSignedInAsync();
        var page = await visitor.GetAsync(Address + "/roles/give");
        Assert.Contains("value=\"RESEARCH_OFFICE\"", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"PRINCIPAL\"", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"DISTRICT_ANALYST\"", page.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.GetAsync(Address + "/roles/give?role=AUDITOR")).Status);
    }

    [Fact]
    public async Task A_platform_admin_is_offered_all_but_the_teachers_role_which_names_whom_only_the_school_sees()
    {
        admin.Api.Answer("RoleChoice", StubAnswer.ReadFile("RoleChoice"));
        using var visitor = await admin.VisitSignedInAsync();
        var page = await visitor.GetAsync(Address + "/roles/give");
        foreach (var role in new[] { "PRINCIPAL", "RESEARCH_OFFICE", "INSPECTOR", "DISTRICT_ANALYST" })
            Assert.Contains($"value=\"{role}\"", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"TEACHER\"", page.Html, StringComparison.Ordinal);
        var posts = await visitor.GetAsync(Address + "/roles/give?role=INSPECTOR&school=U2Nob29sOjE");
        Assert.Contains("红领巾监督岗一 2026-2027 学年第一学期", posts.Html, StringComparison.Ordinal);
        Assert.Equal("U2Nob29sOjE", (string?)admin.Api.LastVariables("InspectorPosts")["school"]);
    }

    [Fact]
    public async Task An_identity_is_linked_and_the_link_taken_away()
    {
        using var visitor = await admin.VisitSignedInAsync();
        const string identity = Address + "/identity";
        Assert.Contains("尚未关联", (await visitor.GetAsync(identity)).Html, StringComparison.Ordinal);
        var linked = await visitor.SubmitAsync(identity, identity + "?handler=Link", ("subject", " wang-1 "));
        Assert.Equal(Address + "?done=identity-linked", linked.Location);
        Assert.Equal("""{"input":{"accountId":"QWNjb3VudDox","subject":"wang-1"}}""", admin.Api.LastVariables("LinkExternalIdentity").ToJsonString());
        Assert.Contains("身份已关联", (await visitor.GetAsync(linked.Location!)).Html, StringComparison.Ordinal);

        var unlinked = await visitor.SubmitAsync(identity, identity + "?handler=Unlink");
        Assert.Equal(Address + "?done=identity-unlinked", unlinked.Location);
        Assert.Equal("""{"input":{"accountId":"QWNjb3VudDox"}}""", admin.Api.LastVariables("UnlinkExternalIdentity").ToJsonString());
    }

    [Theory]
    [InlineData("role=INTEGRATOR")]
    [InlineData("role=RESEARCH_OFFICE&school=elsewhere")]
    public async Task A_choice_that_was_not_offered_is_refused(string query)
    {
        using var visitor = await admin.VisitSignedInAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.GetAsync($"{Address}/roles/give?{query}")).Status);
    }
}
