using System.Net;
using System.Text.Json.Nodes;
using HomeroomGraph.Admin.Tests.Hosting;

namespace HomeroomGraph.Admin.Tests.Pages.Access.Clients;

/// <summary>Machine clients, for platform admins: the secret is told once, in the answer.</summary>
public sealed class ClientTests : IClassFixture<AdminFixture>
{
    private const string Client = "/clients/Q2xpZW50OjE";
    private readonly AdminFixture admin;

    public ClientTests(AdminFixture admin)
    {
        this.admin = admin;
        foreach (var operation in new[] { "ClientList", "ClientDetails", "ClientChoice", "CreateClient", "RotateClientSecret", "RestrictClient", "RevokeClient" })
            admin.Api.Answer(operation, StubAnswer.ReadFile(operation));
    }

    [Theory]
    [InlineData("zh-CN", "读取论文", "全区县学校", "已撤销", "future:read")]
    [InlineData("en", "Read papers", "All schools of the district", "Revoked", "future:read")]
    public async Task The_list_shows_clients_with_scopes_and_reach(string language, params string[] texts)
    {
        using var visitor = await admin.VisitSignedInAsync(language);
        var page = await visitor.GetAsync("/clients");
        Assert.All(texts, text => Assert.Contains(text, page.Html, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_client_is_made_with_scopes_and_schools_and_its_secret_is_shown_once()
    {
        using var visitor = await admin.VisitSignedInAsync();
        var made = await visitor.SubmitAsync(
            "/clients/new", "/clients/new",
            ("name", " 教师发展平台 "), ("district", "RGlzdHJpY3Q6MQ"), ("scopes", "papers:read"), ("scopes", "awards:read"), ("schools", "U2Nob29sOjE"), ("restricted", "true"));
        Assert.Contains("secret-told-once", made.Html, StringComparison.Ordinal);
        Assert.Contains("no-store", made.Headers["Cache-Control"], StringComparison.Ordinal);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""{ "input": { "name": "教师发展平台", "districtId": "RGlzdHJpY3Q6MQ", "schoolIds": ["U2Nob29sOjE"], "scopes": ["papers:read", "awards:read"], "trustedDocumentsOnly": true } }"""),
            admin.Api.LastVariables("CreateClient")));
        Assert.DoesNotContain("secret-told-once", (await visitor.GetAsync(Client)).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name", "")]
    [InlineData("scopes", "")]
    public async Task A_client_without_purpose_or_scope_is_not_asked_for(string missing, string value)
    {
        using var visitor = await admin.VisitSignedInAsync("en");
        var fields = new List<(string, string)> { ("name", "A"), ("district", "RGlzdHJpY3Q6MQ"), ("scopes", "papers:read") };
        fields.RemoveAll(field => field.Item1 == missing);
        if (missing == "name")
            fields.Add((missing, value));
        var before = admin.Api.Questions.Count(question => question.Operation == "CreateClient");
        var page = await visitor.SubmitAsync("/clients/new", "/clients/new", [.. fields]);
        Assert.Contains("choose at least one scope", page.Html, StringComparison.Ordinal);
        Assert.Equal(before, admin.Api.Questions.Count(question => question.Operation == "CreateClient"));
    }

    [Fact]
    public async Task A_scope_that_was_not_offered_is_refused()
    {
        using var visitor = await admin.VisitSignedInAsync();
        var page = await visitor.SubmitAsync("/clients/new", "/clients/new", ("name", "A"), ("district", "RGlzdHJpY3Q6MQ"), ("scopes", "everything"));
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
    }

    [Fact]
    public async Task A_new_secret_is_asked_about_and_shown_once()
    {
        using var visitor = await admin.VisitSignedInAsync();
        Assert.DoesNotContain("another-secret", (await visitor.GetAsync(Client + "/rotate-secret")).Html, StringComparison.Ordinal);
        var made = await visitor.SubmitAsync(Client + "/rotate-secret", Client + "/rotate-secret");
        Assert.Contains("another-secret", made.Html, StringComparison.Ordinal);
        Assert.Contains("no-store", made.Headers["Cache-Control"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_is_revoked_after_a_question()
    {
        using var visitor = await admin.VisitSignedInAsync();
        Assert.Contains("立即且永久失效", (await visitor.GetAsync(Client + "/revoke")).Html, StringComparison.Ordinal);
        Assert.Equal(Client, (await visitor.SubmitAsync(Client + "/revoke", Client + "/revoke")).Location);
        Assert.Equal("""{"input":{"clientId":"Q2xpZW50OjE"}}""", admin.Api.LastVariables("RevokeClient").ToJsonString());
    }

    [Theory]
    [InlineData(false, "restrict", "可发送任意文档", "其他文档一律拒绝")]
    [InlineData(true, "unrestrict", "仅可发送已注册的文档", "可在授权范围内发送任意文档")]
    public async Task A_client_is_kept_to_registered_documents_or_let_free_after_a_question(bool isRestricted, string change, string state, string question)
    {
        var answer = StubAnswer.ReadFile("ClientDetails");
        answer["client"]!["trustedDocumentsOnly"] = isRestricted;
        admin.Api.Answer("ClientDetails", answer);
        using var visitor = await admin.VisitSignedInAsync();

        var page = await visitor.GetAsync(Client);
        Assert.Contains(state, page.Html, StringComparison.Ordinal);
        Assert.Contains($"{Client}/{change}", page.Html, StringComparison.Ordinal);
        Assert.Contains(question, (await visitor.GetAsync($"{Client}/{change}")).Html, StringComparison.Ordinal);
        Assert.Equal(Client, (await visitor.SubmitAsync($"{Client}/{change}", $"{Client}/{change}")).Location);
        Assert.Equal(
            $$$"""{"input":{"clientId":"Q2xpZW50OjE","trustedDocumentsOnly":{{{(isRestricted ? "false" : "true")}}}}}""",
            admin.Api.LastVariables("RestrictClient").ToJsonString());
    }

    [Theory]
    [InlineData("/clients", "ClientList")]
    [InlineData(Client, "ClientDetails")]
    [InlineData(Client + "/revoke", "ClientDetails")]
    [InlineData("/clients/new", "ClientChoice")]
    public async Task Who_is_no_platform_admin_is_told_so(string address, string operation)
    {
        var answer = StubAnswer.ReadFile(operation);
        answer["viewer"]!["roles"] = JsonNode.Parse("""[{ "role": "PRINCIPAL" }]""");
        admin.Api.Answer(operation, answer);
        using var visitor = await admin.VisitSignedInAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync(address)).Status);
    }

    [Fact]
    public async Task A_client_out_of_reach_is_not_found()
    {
        var answer = StubAnswer.ReadFile("ClientDetails");
        answer["client"] = null;
        admin.Api.Answer("ClientDetails", answer);
        using var visitor = await admin.VisitSignedInAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(Client)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(Client + "/explode")).Status);
    }

    [Fact]
    public async Task An_address_that_makes_no_sense_is_refused()
    {
        using var visitor = await admin.VisitSignedInAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.GetAsync("/clients?after=a&before=b")).Status);
    }
}
