using System.Net;
using System.Text.Json.Nodes;
using HomeroomGraph.Admin.Pages.Research.Steps;
using HomeroomGraph.Admin.Tests.Hosting;

namespace HomeroomGraph.Admin.Tests.Pages.Research.Steps;

public sealed class StepTests : IClassFixture<AdminFixture>
{
    private const string Project = "/research/projects/UmVzZWFyY2hQcm9qZWN0Ojc";
    private readonly AdminFixture admin;

    public StepTests(AdminFixture admin)
    {
        this.admin = admin;
        admin.Api.Answer("ProjectStep", StubAnswer.ReadFile("ProjectStep"));
    }

    public static TheoryData<string> Slugs => [.. StepForms.All.Select(form => form.Slug)];

    [Theory, MemberData(nameof(Slugs))]
    public async Task Every_step_has_a_form_with_all_its_fields_in_both_languages(string slug)
    {
        var form = StepForms.Find(slug)!;
        foreach (var language in new[] { "zh-CN", "en" })
        {
            using var visitor = await admin.VisitSignedInAsync(language);
            var page = await visitor.GetAsync(Address(form));
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.DoesNotContain("StepTitle.", page.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("StepField.", page.Html, StringComparison.Ordinal);
            Assert.All(form.Fields, field => Assert.Contains($"name=\"{(field.Kind == FieldKind.Team ? "members[0].teacherId" : field.Name)}\"", page.Html, StringComparison.Ordinal));
        }
    }

    [Fact]
    [Trait("Rule", "P8")]
    public async Task A_step_is_sent_with_the_version_as_read_and_a_key_of_its_own()
    {
        admin.Api.AnswerDone("InspectResearchProject");
        using var visitor = await admin.VisitSignedInAsync();
        var form = (await visitor.GetAsync(Project + "/inspect")).Html;
        var key = Visitor.Hidden(form, "key");
        var page = await visitor.SubmitAsync(Project + "/inspect", Project + "/inspect",
            ("version", "7"), ("key", key), ("inspectedOn", "2026-11-16"), ("finding", " 缺少记录 "), ("mendBy", ""));
        Assert.Equal(Project + "?done=inspect", page.Location);
        var asked = admin.Api.LastVariables("InspectResearchProject")["input"]!;
        Assert.True(JsonNode.DeepEquals(asked, new JsonObject
        {
            ["projectId"] = "UmVzZWFyY2hQcm9qZWN0Ojc", ["inspectedOn"] = "2026-11-16", ["finding"] = "缺少记录", ["expectedVersion"] = 7, ["idempotencyKey"] = key,
        }), asked.ToJsonString());
        Assert.NotEqual(key, Visitor.Hidden((await visitor.GetAsync(Project + "/inspect")).Html, "key"));
    }

    [Fact]
    [Trait("Rule", "P10")]
    public async Task A_refusal_stands_at_its_field_in_the_readers_words_with_the_rule_and_what_was_written_stays()
    {
        admin.Api.AnswerDone("DecideResearchExtension", Error("Longer than allowed. 超出最长期限。", "P10_AN_EXTENSION_HAS_ITS_LENGTH", "P10", "input", "grantedUntil"));
        using var visitor = await admin.VisitSignedInAsync();
        var page = await visitor.SubmitAsync(Project + "/decide-extension/e1", Project + "/decide-extension/e1",
            ("version", "7"), ("key", "k"), ("decision", "GRANTED"), ("grantedUntil", "2029-01-01"), ("remark", "同意"));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Matches("(?s)id=\"grantedUntil-problem\".*超出最长期限。.*规则 P10", page.Html);
        Assert.DoesNotContain("Longer than allowed", page.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"2029-01-01\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("同意", page.Html, StringComparison.Ordinal);
        Assert.Equal("e1", (string?)admin.Api.LastVariables("DecideResearchExtension")["input"]!["requestId"]);
    }

    [Fact]
    [Trait("Rule", "P11")]
    public async Task Who_comes_second_is_told_who_was_first()
    {
        var taken = Error("The project is no longer where this step begins. 课题状态已改变。", "P11", "P11", "project");
        (taken["state"], taken["takenBy"], taken["takenAt"]) = ("CLOSED", "孙慧", "2026-11-16T01:02:03Z");
        admin.Api.AnswerDone("RecommendResearchProject", taken);
        var answer = StubAnswer.ReadFile("ProjectStep");
        answer["researchProject"]!["state"] = "CLOSED";
        using var visitor = await admin.VisitSignedInAsync();
        var token = await visitor.GetAsync(Project + "/recommend");
        Assert.Equal(HttpStatusCode.OK, token.Status);
        admin.Api.Answer("RecommendResearchProject", _ =>
        {
            admin.Api.Answer("ProjectStep", answer);
            return StubAnswer.Data(new JsonObject { ["done"] = new JsonObject { ["researchProject"] = null, ["errors"] = new JsonArray(taken.DeepClone()) } });
        });
        var page = await visitor.SubmitAsync(Project + "/recommend", Project + "/recommend", ("version", "6"), ("key", "k"));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("课题状态已改变", page.Html, StringComparison.Ordinal);
        Assert.Contains("上一步由孙慧于2026年11月16日 09:02:03完成。", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_to_be_filled_in_is_asked_for_before_anything_is_sent()
    {
        using var visitor = await admin.VisitSignedInAsync();
        var page = await visitor.SubmitAsync(Project + "/reject", Project + "/reject", ("version", "7"), ("key", "k"), ("reason", "  "));
        Assert.Contains("reason-problem", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(admin.Api.Questions, question => question.Operation == "RejectResearchProject");
    }

    [Fact]
    [Trait("Rule", "V2")]
    public async Task A_file_goes_up_in_one_request_with_the_users_token_and_its_id_goes_into_the_step()
    {
        admin.Api.AnswerDone("RequestResearchMilestone");
        using var visitor = await admin.VisitSignedInAsync();
        var page = await visitor.UploadAsync(Project + "/closing", "documentId", "结题报告.pdf", "%PDF-1.7",
            [("version", "7"), ("key", "k"), ("school", "U2Nob29sOjE"), ("results", "报告一份")]);
        Assert.Equal(Project + "?done=closing", page.Location);
        var sent = admin.Api.Documents.Last();
        var digest = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("%PDF-1.7"u8));
        Assert.Equal($"/documents?schoolId=U2Nob29sOjE&category=REPORT&fileName={Uri.EscapeDataString("结题报告.pdf")}&sha256={digest}", sent.Address);
        Assert.Equal("%PDF-1.7", sent.Body);
        Assert.StartsWith("Bearer ", sent.Authorization, StringComparison.Ordinal);
        var asked = admin.Api.LastVariables("RequestResearchMilestone")["input"]!;
        Assert.Equal(("CLOSING", "RG9jdW1lbnQ6OQ"), ((string?)asked["kind"], (string?)asked["documentId"]));
    }

    [Fact]
    [Trait("Rule", "V2")]
    public async Task A_file_that_went_up_is_kept_when_the_step_is_refused_and_one_that_is_not_taken_says_why()
    {
        admin.Api.AnswerDone("RequestResearchExtension", Error("Too late. 已逾期。", "P10_LATE", "P10", "input", "requestedUntil"));
        using var visitor = await admin.VisitSignedInAsync();
        (string, string)[] fields = [("version", "7"), ("key", "k"), ("school", "U2Nob29sOjE"), ("project", "批注策略"), ("requestedUntil", "2027-06-30"), ("reason", "样本不足")];
        var refused = await visitor.UploadAsync(Project + "/extension", "documentId", "阶段总结.pdf", "%PDF-1.7", fields);
        Assert.Equal(("7", "U2Nob29sOjE", "批注策略"), (Visitor.Hidden(refused.Html, "version"), Visitor.Hidden(refused.Html, "school"), WebUtility.HtmlDecode(Visitor.Hidden(refused.Html, "project"))));
        Assert.Contains("样本不足", WebUtility.HtmlDecode(refused.Html), StringComparison.Ordinal);
        Assert.Contains("<input type=\"hidden\" name=\"documentId\" value=\"RG9jdW1lbnQ6OQ\">", refused.Html, StringComparison.Ordinal);

        admin.Api.DocumentAnswer = StubAnswer.Error(415, "UNSUPPORTED");
        var notTaken = await visitor.UploadAsync(Project + "/extension", "documentId", "阶段总结.pdf", "MZ", fields);
        admin.Api.DocumentAnswer = new(201, new JsonObject { ["id"] = "RG9jdW1lbnQ6OQ" });
        Assert.Matches("(?s)documentId-problem.*UNSUPPORTED", notTaken.Html);
    }

    [Fact]
    public async Task A_form_with_a_file_that_was_overtaken_goes_on_with_the_projects_version_and_the_way_to_what_changed()
    {
        var conflict = Error("It has changed. 课题已被更改。", "VERSION_CONFLICT", "", "input", "expectedVersion");
        conflict["rule"] = null;
        conflict["actualVersion"] = 9;
        admin.Api.AnswerDone("RequestResearchExtension", conflict);
        using var visitor = await admin.VisitSignedInAsync();
        var refused = await visitor.UploadAsync(Project + "/extension", "documentId", "阶段总结.pdf", "%PDF-1.7",
            [("version", "7"), ("key", "k"), ("school", "U2Nob29sOjE"), ("project", "批注策略"), ("requestedUntil", "2027-06-30"), ("reason", "样本不足")]);
        Assert.Equal("9", Visitor.Hidden(refused.Html, "version"));
        Assert.Contains($"href=\"{Project}#timeline\"", refused.Html, StringComparison.Ordinal);
        Assert.Contains("<input type=\"hidden\" name=\"documentId\" value=\"RG9jdW1lbnQ6OQ\">", refused.Html, StringComparison.Ordinal);
    }

    /// <summary>What lets a form with a file be shown again without a third question.</summary>
    [Fact]
    public void A_form_with_a_file_is_about_no_row_and_nobody() =>
        Assert.All(StepForms.All.Where(form => form.HasFile), form => Assert.True(form is { Row: StepRow.None, NamesPeople: false }, form.Slug));

    [Fact]
    [Trait("Rule", "P5")]
    public async Task Reviewers_of_other_schools_are_found_by_name_and_who_is_ticked_stays()
    {
        admin.Api.Answer("ProjectStep", Candidates(
            """{ "id": "X1", "name": "瞿晓棠", "school": "奚仲中学", "title": "SENIOR", "why": [] }""",
            """{ "id": "X2", "name": "綦毋潜", "school": "奚仲中学", "title": null, "why": ["P5_A_REVIEWER_IS_NO_MEMBER"] }"""));
        admin.Api.AnswerDone("AssignResearchReviewers");
        using var visitor = await admin.VisitSignedInAsync();
        var page = await visitor.SubmitAsync(Project + "/reviewers", Project + "/reviewers?handler=Search",
            ("search", " 晓棠 "), ("reviewerIds", "T3"), ("reviewerIds", "X9"), ("named:X9", "周文静 · 舜耕中学"));
        Assert.Equal("晓棠", (string?)admin.Api.LastVariables("ProjectStep")["search"]);
        var html = WebUtility.HtmlDecode(page.Html);
        Assert.Matches("(?s)value=\"X1\">.*?瞿晓棠.*?奚仲中学 · 高级教师", html);
        Assert.Matches("(?s)value=\"X2\" disabled.*?綦毋潜.*?是或曾是课题组成员", html);
        Assert.Matches("value=\"T3\" checked", html);
        Assert.Matches("(?s)value=\"X9\" checked.*?周文静 · 舜耕中学", html);

        page = await visitor.SubmitAsync(Project + "/reviewers", Project + "/reviewers", ("version", "7"), ("key", "k"), ("search", ""), ("reviewerIds", "T3"), ("reviewerIds", "X1"));
        Assert.Equal(Project + "?done=reviewers", page.Location);
        Assert.Equal("""["T3","X1"]""", admin.Api.LastVariables("AssignResearchReviewers")["input"]!["reviewerIds"]!.ToJsonString());
    }

    [Fact]
    [Trait("Rule", "P5")]
    public async Task A_search_that_finds_nobody_or_too_many_says_so_and_forms_of_other_steps_have_none()
    {
        using var visitor = await admin.VisitSignedInAsync();
        admin.Api.Answer("ProjectStep", Candidates());
        var page = await visitor.SubmitAsync(Project + "/reviewers", Project + "/reviewers?handler=Search", ("search", "某某"));
        Assert.Contains("没有找到姓名含“某某”的外校教师。", WebUtility.HtmlDecode(page.Html), StringComparison.Ordinal);
        admin.Api.Answer("ProjectStep", Candidates([.. Enumerable.Range(0, 20).Select(number => $$"""{ "id": "X{{number}}", "name": "王", "school": "奚仲中学", "title": null, "why": [] }""")]));
        page = await visitor.SubmitAsync(Project + "/reviewers", Project + "/reviewers?handler=Search", ("search", "王"));
        Assert.Contains("只列出前 20 人", WebUtility.HtmlDecode(page.Html), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.SubmitAsync(Project + "/reject", Project + "/reject?handler=Search", ("search", "王"))).Status);
    }

    [Fact]
    [Trait("Rule", "P14")]
    public async Task Members_whom_the_leader_knows_from_the_project_alone_stay_where_nothing_is_changed()
    {
        var answer = StubAnswer.ReadFile("ProjectStep");
        answer["researchProject"]!["school"]!["teachers"] = null;
        answer["researchProject"]!["school"]!["researchGroups"]!["nodes"] = new JsonArray();
        admin.Api.Answer("ProjectStep", answer);
        using var visitor = await admin.VisitSignedInAsync();
        var page = WebUtility.HtmlDecode((await visitor.GetAsync(Project + "/change-members")).Html);
        Assert.Matches("<option value=\"T1\" selected=\"selected\">李建国</option>", page);
    }

    [Fact]
    [Trait("Rule", "P14")]
    public async Task A_change_of_members_names_all_of_them_and_rows_without_a_name_are_left_out()
    {
        admin.Api.AnswerDone("RequestResearchChange");
        using var visitor = await admin.VisitSignedInAsync();
        await visitor.SubmitAsync(Project + "/change-members", Project + "/change-members", ("version", "7"), ("key", "k"), ("reason", "调整"),
            ("members[0].there", "true"), ("members[0].teacherId", ""), ("members[0].duty", "x"),
            ("members[1].there", "true"), ("members[1].teacherId", "T3"), ("members[1].duty", "课例"), ("members[1].task", ""));
        var asked = admin.Api.LastVariables("RequestResearchChange")["input"]!;
        Assert.Equal("""[{"teacherId":"T3","duty":"\u8BFE\u4F8B"}]""", asked["members"]!.ToJsonString());
        Assert.Equal("MEMBERS", (string?)asked["kind"]);
    }

    [Theory]
    [InlineData("/dance", HttpStatusCode.NotFound)]
    [InlineData("/mended/none", HttpStatusCode.NotFound)]
    [InlineData("/decide-closing", HttpStatusCode.NotFound)]
    public async Task A_step_that_is_none_is_not_there(string path, HttpStatusCode status)
    {
        using var visitor = await admin.VisitSignedInAsync();
        Assert.Equal(status, (await visitor.GetAsync(Project + path)).Status);
    }

    [Fact]
    [Trait("Rule", "O2")]
    public async Task A_step_that_is_not_the_viewers_is_refused()
    {
        var answer = StubAnswer.ReadFile("ProjectStep");
        // The office's steps are none of the leader's.
        foreach (var flag in answer["researchProject"]!.AsObject().Where(field => field.Key.StartsWith("viewerIs", StringComparison.Ordinal)).Select(field => field.Key).ToList())
            answer["researchProject"]![flag] = flag == "viewerIsLeader";
        admin.Api.Answer("ProjectStep", answer);
        using var visitor = await admin.VisitSignedInAsync();
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(Project + "/withdraw")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync(Project + "/reject")).Status);
        answer["researchProject"] = null;
        admin.Api.Answer("ProjectStep", answer);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(Project + "/withdraw")).Status);
    }

    [Fact]
    public async Task A_form_without_its_key_or_token_is_refused()
    {
        using var visitor = await admin.VisitSignedInAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.SubmitAsync(Project + "/reject", Project + "/reject", ("version", "7"), ("reason", "x"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.PostAsync(Project + "/reject", ("version", "7"), ("key", "k"), ("reason", "x"))).Status);
    }

    private static string Address(StepForm form) => $"{Project}/{form.Slug}" + form.Row switch
    {
        StepRow.None => "",
        StepRow.MilestoneRequest => "/mr1",
        StepRow.ExtensionRequest => "/e1",
        StepRow.ChangeRequest => "/c1",
        StepRow.Inspection => "/i1",
        StepRow.Review => "/r1",
        _ => "/p1",
    };

    private static JsonObject Candidates(params IEnumerable<string> candidates)
    {
        var answer = StubAnswer.ReadFile("ProjectStep");
        answer["researchProject"]!["reviewerCandidates"] = new JsonArray([.. candidates.Select(candidate => JsonNode.Parse(candidate))]);
        return answer;
    }

    private static JsonObject Error(string message, string code, string rule, params string[] path) => new()
    {
        ["message"] = message, ["code"] = code, ["rule"] = rule, ["path"] = new JsonArray([.. path.Select(part => JsonValue.Create(part))]),
    };
}
