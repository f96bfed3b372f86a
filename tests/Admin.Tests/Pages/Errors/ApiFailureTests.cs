using System.Net;
using HomeroomGraph.Admin.Tests.Hosting;

namespace HomeroomGraph.Admin.Tests.Pages.Errors;

/// <summary>Every page against every way the API can fail.</summary>
public sealed class ApiFailureTests(AdminFixture admin) : IClassFixture<AdminFixture>
{
    public static TheoryData<string, string> Pages => new()
    {
        { "/", "Home" },
        { "/schools?order=code", "SchoolList" },
        { "/schools/U2Nob29sOjE?on=2026-11-16", "SchoolDetails" },
        { "/teachers/VGVhY2hlcjox", "TeacherDetails" },
        { "/audit?actor=import", "AuditTrail" },
        { "/clients", "ClientList" },
        { "/clients/Q2xpZW50OjE", "ClientDetails" },
        { "/clients/new", "ClientChoice" },
        { "/imports", "ImportRunList" },
        { "/imports/SW1wb3J0UnVuOjI", "ImportRunDetails" },
        { "/imports/new", "ImportChoice" },
        { "/people?q=a", "AccountList" },
        { "/people/QWNjb3VudDox", "AccountDetails" },
        { "/people/QWNjb3VudDox/roles/give", "RoleChoice" },
        { "/people/teachers?school=U2Nob29sOjE", "TeacherAccounts" },
    };

    [Theory, MemberData(nameof(Pages))]
    public async Task A_token_the_API_refuses_leads_to_sign_in_and_back(string address, string operation)
    {
        using var visitor = await admin.VisitSignedInAsync();
        foreach (var answer in new[] { StubAnswer.Error(401, "UNAUTHENTICATED"), StubAnswer.Error(200, "UNAUTHENTICATED") })
        {
            await visitor.SignInAsync();
            admin.Api.Answer(operation, _ => answer);
            var page = await visitor.GetAsync(address);
            Assert.Equal(HttpStatusCode.Redirect, page.Status);
            Assert.Equal($"/sign-in?returnUrl={Uri.EscapeDataString(address)}&expired=true", page.Location);
            Assert.Contains("登录已失效", (await visitor.GetAsync(page.Location!)).Html, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task What_the_viewer_may_not_see_says_so(string address, string operation) =>
        await AssertPageAsync(address, operation, StubAnswer.Error(200, "FORBIDDEN"), HttpStatusCode.Forbidden, "You may not see this");

    [Theory, MemberData(nameof(Pages))]
    public async Task What_the_API_calls_a_bad_request_says_so(string address, string operation) =>
        await AssertPageAsync(address, operation, StubAnswer.Error(200, "INVALID_CURSOR"), HttpStatusCode.BadRequest, "makes no sense here");

    [Theory, MemberData(nameof(Pages))]
    public async Task An_id_that_is_none_is_not_found(string address, string operation) =>
        await AssertPageAsync(address, operation, StubAnswer.Error(200, "INVALID_ID"), HttpStatusCode.NotFound, "lies outside what you can see");

    [Theory, MemberData(nameof(Pages))]
    public async Task A_fault_of_the_API_says_so(string address, string operation) =>
        await AssertPageAsync(address, operation, StubAnswer.Error(200, "INTERNAL_SERVER_ERROR"), HttpStatusCode.BadGateway, "an answer we could not use");

    [Theory, MemberData(nameof(Pages))]
    public async Task An_API_that_is_not_ready_says_so(string address, string operation) =>
        await AssertPageAsync(address, operation, StubAnswer.Error(503, "SERVICE_UNAVAILABLE"), HttpStatusCode.ServiceUnavailable, "does not answer");

    [Fact]
    public async Task An_answer_that_lacks_a_field_is_a_fault_and_not_an_empty_cell()
    {
        var answer = StubAnswer.ReadFile("Home");
        answer["viewer"]!.AsObject().Remove("today");
        admin.Api.Answer("Home", answer);
        using var visitor = await admin.VisitSignedInAsync();
        Assert.Equal(HttpStatusCode.BadGateway, (await visitor.GetAsync("/")).Status);
    }

    [Fact]
    public async Task Htmx_is_sent_to_the_page_that_explains()
    {
        using var visitor = await admin.VisitSignedInAsync();
        admin.Api.Answer("SchoolList", _ => StubAnswer.Error(503, "SERVICE_UNAVAILABLE"));
        var down = await visitor.GetAsync("/schools?q=a", htmx: true);
        Assert.Equal("/schools?q=a", down.Headers["HX-Redirect"]);

        admin.Api.Answer("SchoolList", _ => StubAnswer.Error(401, "UNAUTHENTICATED"));
        var expired = await visitor.GetAsync("/schools?q=a", htmx: true);
        Assert.Equal("/sign-in?returnUrl=%2Fschools%3Fq%3Da&expired=true", expired.Headers["HX-Redirect"]);
    }

    private async Task AssertPageAsync(string address, string operation, StubAnswer answer, HttpStatusCode status, string text)
    {
        using var visitor = await admin.VisitSignedInAsync("en");
        admin.Api.Answer(operation, _ => answer);
        var page = await visitor.GetAsync(address);
        Assert.Equal(status, page.Status);
        Assert.Contains(text, page.Html, StringComparison.Ordinal);
        if ((int)status >= 500)
            Assert.Contains($"href=\"{address.Replace("&", "&amp;", StringComparison.Ordinal)}\"", page.Html, StringComparison.Ordinal);
    }
}
