using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HomeroomGraph.Admin.Tests.Hosting;

namespace HomeroomGraph.Admin.Tests.Pages.Access.People;

public sealed class TeacherAccountsTests : IClassFixture<AdminFixture>
{
    private const string Address = "/people/teachers?school=U2Nob29sOjE";
    private readonly AdminFixture admin;

    public TeacherAccountsTests(AdminFixture admin)
    {
        this.admin = admin;
        foreach (var operation in new[] { "ManagedSchools", "TeacherAccounts", "CreateTeacherAccounts" })
            admin.Api.Answer(operation, StubAnswer.ReadFile(operation));
    }

    [Fact]
    public async Task A_school_is_chosen_and_its_missing_accounts_counted_before_any_is_made()
    {
        var before = Made();
        using var visitor = await admin.VisitSignedInAsync();
        Assert.Contains("value=\"U2Nob29sOjI\"", (await visitor.GetAsync("/people/teachers")).Html, StringComparison.Ordinal);
        var page = await visitor.GetAsync(Address);
        Assert.Contains("<strong>2</strong>", page.Html, StringComparison.Ordinal);
        Assert.Equal(before, Made());
    }

    [Fact]
    public async Task A_principal_with_one_school_has_nothing_to_choose()
    {
        var answer = StubAnswer.ReadFile("ManagedSchools");
        answer["schools"]!["nodes"]!.AsArray().RemoveAt(1);
        admin.Api.Answer("ManagedSchools", answer);
        using var visitor = await admin.VisitSignedInAsync();
        Assert.Contains("<strong>2</strong>", (await visitor.GetAsync("/people/teachers")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_passwords_are_in_the_answer_as_slips_and_as_a_file_that_no_spreadsheet_runs()
    {
        using var visitor = await admin.VisitSignedInAsync("en");
        var made = await visitor.SubmitAsync(Address, Address);
        Assert.Equal(HttpStatusCode.OK, made.Status);
        Assert.Contains("2 accounts were made.", made.Html, StringComparison.Ordinal);
        Assert.Contains("kmnp-qrst-6789", made.Html, StringComparison.Ordinal);
        Assert.Contains("no-store", made.Headers["Cache-Control"], StringComparison.Ordinal);

        var file = Uri.UnescapeDataString(Regex.Match(made.Html, "href=\"data:text/csv;charset=utf-8,([^\"]+)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value);
        Assert.Equal(
            "\uFEFF\"Staff number\",\"Name\",\"Username\",\"First password\"\r\n"
            + "\"100124\",\"李建国\",\"100124@370403\",\"kmnp-qrst-6789\"\r\n"
            + "\"\",\"'=张\"\"三\",\"100125@370403\",\"uvwx-yz23-4567\"\r\n", file);
    }

    [Fact]
    public async Task Where_nobody_was_without_an_account_it_says_so()
    {
        admin.Api.Answer("CreateTeacherAccounts", JsonNode.Parse("""{ "done": { "accounts": [], "errors": [] } }""")!);
        using var visitor = await admin.VisitSignedInAsync();
        Assert.Contains("没有需要开通的账号", (await visitor.SubmitAsync(Address, Address)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_API_refuses_is_said_and_nothing_is_shown()
    {
        admin.Api.Answer("CreateTeacherAccounts", JsonNode.Parse("""
            { "done": { "accounts": null, "errors": [{ "message": "There is no such school among those you manage. 您管理的学校中没有这所学校。", "code": "NOT_FOUND" }] } }
            """)!);
        using var visitor = await admin.VisitSignedInAsync();
        var page = await visitor.SubmitAsync(Address, Address);
        Assert.Contains("<span>您管理的学校中没有这所学校。</span>", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_school_out_of_reach_is_not_found()
    {
        var answer = StubAnswer.ReadFile("TeacherAccounts");
        answer["school"] = null;
        admin.Api.Answer("TeacherAccounts", answer);
        using var visitor = await admin.VisitSignedInAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(Address)).Status);
    }

    private int Made() => admin.Api.Questions.Count(question => question.Operation == "CreateTeacherAccounts");
}
