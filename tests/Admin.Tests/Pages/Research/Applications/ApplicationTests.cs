using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HomeroomGraph.Admin.Tests.Hosting;

namespace HomeroomGraph.Admin.Tests.Pages.Research.Applications;

public sealed class ApplicationTests : IClassFixture<AdminFixture>
{
    private const string Address = "/research/projects/UmVzZWFyY2hQcm9qZWN0Ojc/application";
    private readonly AdminFixture admin;

    public ApplicationTests(AdminFixture admin)
    {
        this.admin = admin;
        admin.Api.Answer("ProjectDraft", StubAnswer.ReadFile("ProjectDraft"));
        admin.Api.Answer("SaveWholeDraft", StubAnswer.ReadFile("SaveWholeDraft"));
        admin.Api.Answer("DraftChoice", StubAnswer.ReadFile("DraftChoice"));
        admin.Api.AnswerDone("SaveResearchApplication");
        admin.Api.AnswerDone("SubmitResearchProject");
    }

    [Fact]
    [Trait("Rule", "P4")]
    public async Task A_draft_is_saved_as_it_stands_and_what_is_empty_is_cleared()
    {
        using var visitor = await admin.VisitSignedInAsync();
        var page = await visitor.SubmitAsync(Address, Address + "?handler=Save", ("version", "3"), ("title", "新题目"), ("level", "SCHOOL"), ("themes", "LOVE"), ("themes", "SUCCESS"),
            ("background", "背景"), ("plan", " "), ("dueOn", "2027-06-30"), ("subject", ""));
        Assert.Equal(Address + "?done=saved", page.Location);
        var asked = admin.Api.LastVariables("SaveResearchApplication")["input"]!;
        Assert.Equal("""["LOVE","SUCCESS"]""", asked["themes"]!.ToJsonString());
        Assert.Equal((3, "背景", "2027-06-30"), ((int)asked["expectedVersion"]!, (string?)asked["background"], (string?)asked["dueOn"]));
        Assert.True(asked.AsObject().ContainsKey("plan"));
        Assert.Null(asked["plan"]);
        Assert.Null(asked["subjectId"]);
    }

    [Fact]
    public async Task While_one_types_only_a_word_and_the_new_version_come_back()
    {
        using var visitor = await admin.VisitSignedInAsync();
        var page = await visitor.PostHtmxAsync(Address, Address + "?handler=Save", ("version", "3"), ("title", "题目"));
        Assert.Contains("已保存", page.Html, StringComparison.Ordinal);
        Assert.Matches("name=\"version\" id=\"version\" value=\"8\"[^>]*hx-swap-oob", page.Html);
        Assert.DoesNotContain("<html", page.Html, StringComparison.Ordinal);

        admin.Api.AnswerDone("SaveResearchApplication", new JsonObject { ["message"] = "It was changed. 已被修改。", ["code"] = "VERSION_CONFLICT", ["path"] = new JsonArray("input") });
        page = await visitor.PostHtmxAsync(Address, Address + "?handler=Save", ("version", "3"), ("title", "题目"));
        Assert.Matches("(?s)role=\"alert\".*这份申报书在别处被修改了", page.Html);
        Assert.Contains("value=\"3\"", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "P4")]
    public async Task A_submission_says_every_missing_part_at_its_field_and_in_a_list_that_leads_there()
    {
        admin.Api.AnswerDone("SubmitResearchProject",
            Missing("Still to be written. 尚未填写。", "P4", "project", "necessity"), Missing("No theme. 请选择主题。", "P1", "project", "themes"), Missing("No task. 李建国尚未分配任务。", "P4", "project", "members"));
        using var visitor = await admin.VisitSignedInAsync();
        var before = admin.Api.Questions.Count;
        var page = await visitor.SubmitAsync(Address, Address + "?handler=Submit", ("version", "3"), ("key", "k"), ("title", "题目"));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("还有 3 处需要完善才能提交", page.Html, StringComparison.Ordinal);
        Assert.Matches("(?s)id=\"necessity-problem\".*?尚未填写。.*?规则 P4", page.Html);
        Assert.Contains("id=\"themes-problem\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("id=\"members-problem\"", page.Html, StringComparison.Ordinal);
        Assert.Matches("id=\"missing\"[^>]*role=\"alert\"", page.Html);
        Assert.All(new[] { "necessity", "themes", "members" }, part => Assert.Contains($"<a href=\"#{part}\">", page.Html, StringComparison.Ordinal));
        Assert.Equal(4, (int)admin.Api.LastVariables("SubmitResearchProject")["input"]!["expectedVersion"]!);
        // The form that brought the token, the save, the submission.
        Assert.Equal(3, admin.Api.Questions.Count - before);
    }

    [Fact]
    public async Task A_submission_leads_to_the_project()
    {
        using var visitor = await admin.VisitSignedInAsync();
        var page = await visitor.SubmitAsync(Address, Address + "?handler=Submit", ("version", "3"), ("key", "k"), ("title", "题目"));
        Assert.Equal("/research/projects/UmVzZWFyY2hQcm9qZWN0Ojc?done=submit", page.Location);
    }

    [Theory]
    [InlineData("add-member", "AddResearchMember", "members", "teacherId=T3&duty=课例&task=", """{"projectId":"UmVzZWFyY2hQcm9qZWN0Ojc","teacherId":"T3","duty":"课例","task":"","expectedVersion":3}""")]
    [InlineData("change-member", "ChangeResearchMember", "members", "memberId=m2&duty=数据&task=问卷", """{"memberId":"m2","duty":"数据","task":"问卷","expectedVersion":3}""")]
    [InlineData("remove-member", "RemoveResearchMember", "members", "memberId=m2&duty=数据", """{"memberId":"m2","expectedVersion":3}""")]
    [InlineData("add-stage", "AddResearchStage", "stages", "goal=总结&startsOn=2027-03-01&dueOn=2027-05-01", """{"projectId":"UmVzZWFyY2hQcm9qZWN0Ojc","goal":"总结","startsOn":"2027-03-01","dueOn":"2027-05-01","expectedVersion":3}""")]
    [InlineData("change-stage", "ChangeResearchStage", "stages", "stageId=s1&goal=前测&startsOn=2026-12-01&dueOn=2027-01-15", """{"stageId":"s1","goal":"前测","startsOn":"2026-12-01","dueOn":"2027-01-15","expectedVersion":3}""")]
    [InlineData("remove-stage", "RemoveResearchStage", "stages", "stageId=s1", """{"stageId":"s1","expectedVersion":3}""")]
    [InlineData("add-task", "AddResearchTask", "stages", "stageId=s1&memberId=m2&description=访谈&dueOn=2027-01-10", """{"stageId":"s1","memberId":"m2","description":"访谈","dueOn":"2027-01-10","expectedVersion":3}""")]
    [InlineData("change-task", "ChangeResearchTask", "stages", "taskId=t1&memberId=m2&description=访谈&dueOn=2027-01-10", """{"taskId":"t1","memberId":"m2","description":"访谈","dueOn":"2027-01-10","expectedVersion":3}""")]
    [InlineData("remove-task", "RemoveResearchTask", "stages", "taskId=t1", """{"taskId":"t1","expectedVersion":3}""")]
    [InlineData("answer", "AnswerResearchOpinion", "opinions", "opinionId=o1&answer=已限定", """{"opinionId":"o1","answer":"已限定","expectedVersion":3}""")]
    public async Task Members_stages_tasks_and_answers_are_changed_in_place(string part, string operation, string section, string fields, string input)
    {
        admin.Api.AnswerDone(operation);
        using var visitor = await admin.VisitSignedInAsync();
        var page = await visitor.SubmitAsync(Address, Address + "?handler=Part", [("part", part), ("version", "3"), .. Fields(fields)]);
        Assert.Equal($"{Address}?done=changed#{section}", page.Location);
        var asked = admin.Api.LastVariables(operation)["input"];
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(input), asked), asked!.ToJsonString());

        admin.Api.AnswerDone(operation, Missing("No. 不可以。", "P3", "input", "duty"));
        page = await visitor.SubmitAsync(Address, Address + "?handler=Part", [("part", part), ("version", "3"), .. Fields(fields)]);
        Assert.Matches($"(?s)id=\"{section}-problem\".*不可以。", page.Html);
    }

    [Fact]
    [Trait("Rule", "P3")]
    public async Task Whoever_the_schools_research_groups_name_can_be_a_member()
    {
        using var visitor = await admin.VisitSignedInAsync();
        var page = (await visitor.GetAsync(Address)).Html;
        Assert.Single(Regex.Matches(page, "<option value=\"T3\">孙慧"));
        Assert.Contains("<option value=\"T9\">周文静", page, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "P3")]
    public async Task A_duty_that_is_missing_is_asked_for_before_anything_is_sent()
    {
        using var visitor = await admin.VisitSignedInAsync();
        var before = admin.Api.Questions.Count(question => question.Operation == "AddResearchMember");
        var page = await visitor.SubmitAsync(Address, Address + "?handler=Part", ("part", "add-member"), ("teacherId", "T3"), ("duty", " "));
        Assert.Contains("members-problem", page.Html, StringComparison.Ordinal);
        Assert.Equal(before, admin.Api.Questions.Count(question => question.Operation == "AddResearchMember"));
    }

    [Fact]
    [Trait("Rule", "P14")]
    public async Task Of_a_running_project_only_the_tasks_are_edited()
    {
        var answer = StubAnswer.ReadFile("ProjectDraft");
        answer["researchProject"]!["state"] = "RUNNING";
        admin.Api.Answer("ProjectDraft", answer);
        using var visitor = await admin.VisitSignedInAsync();
        var page = (await visitor.GetAsync(Address)).Html;
        Assert.Contains("add-task", page, StringComparison.Ordinal);
        Assert.DoesNotContain("add-stage", page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"written\"", page, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "O2")]
    public async Task Who_does_not_write_it_is_refused_and_what_is_not_seen_is_not_there()
    {
        using var visitor = await admin.VisitSignedInAsync();
        var answer = StubAnswer.ReadFile("ProjectDraft");
        answer["researchProject"]!["state"] = "SUBMITTED";
        admin.Api.Answer("ProjectDraft", answer);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync(Address)).Status);
        answer["researchProject"] = null;
        admin.Api.Answer("ProjectDraft", answer);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(Address)).Status);
    }

    [Fact]
    public async Task What_is_no_part_of_the_form_is_refused()
    {
        using var visitor = await admin.VisitSignedInAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.SubmitAsync(Address, Address + "?handler=Part", ("part", "dance"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.SubmitAsync(Address, Address + "?handler=Submit", ("version", "3"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.SubmitAsync(Address, Address + "?handler=Save", ("version", "three"))).Status);
    }

    [Fact]
    [Trait("Rule", "P1")]
    public async Task A_teacher_begins_a_project_and_comes_to_its_form()
    {
        admin.Api.AnswerDone("DraftResearchProject");
        using var visitor = await admin.VisitSignedInAsync();
        var page = await visitor.SubmitAsync("/research/projects/new", "/research/projects/new",
            ("key", "k"), ("school", "U2Nob29sOjE"), ("title", " 题目 "), ("level", "COUNTY"), ("subject", ""), ("themes", "LOVE"));
        Assert.Equal(Address, page.Location);
        var asked = admin.Api.LastVariables("DraftResearchProject")["input"]!;
        Assert.Equal(("题目", "COUNTY", "k"), ((string?)asked["title"], (string?)asked["level"], (string?)asked["idempotencyKey"]));
        Assert.False(asked.AsObject().ContainsKey("subjectId"));
    }

    [Fact]
    public async Task Who_is_no_teacher_begins_none_and_a_title_is_asked_for()
    {
        using var visitor = await admin.VisitSignedInAsync();
        var page = await visitor.SubmitAsync("/research/projects/new", "/research/projects/new", ("key", "k"), ("school", "s"), ("title", ""), ("level", "COUNTY"));
        Assert.Single(Regex.Matches(page.Html, "id=\"title-problem\""));
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.SubmitAsync("/research/projects/new", "/research/projects/new", ("title", "x"))).Status);
        var answer = StubAnswer.ReadFile("DraftChoice");
        answer["viewer"]!["roles"]![0]!["teacher"] = null;
        admin.Api.Answer("DraftChoice", answer);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync("/research/projects/new")).Status);
    }

    private static (string, string)[] Fields(string text) => [.. text.Split('&').Select(field => field.Split('=')).Select(field => (field[0], field[1]))];

    private static JsonObject Missing(string message, string rule, params string[] path) => new()
    {
        ["message"] = message, ["code"] = rule, ["rule"] = rule, ["path"] = new JsonArray([.. path.Select(part => JsonValue.Create(part))]),
    };
}
