using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HomeroomGraph.Admin.Tests.Hosting;

namespace HomeroomGraph.Admin.Tests.Pages.Research.Projects;

public sealed class ProjectDetailsTests : IClassFixture<AdminFixture>
{
    private const string Address = "/research/projects/UmVzZWFyY2hQcm9qZWN0Ojc";
    private readonly AdminFixture admin;

    public ProjectDetailsTests(AdminFixture admin)
    {
        this.admin = admin;
        admin.Api.Answer("ProjectDetails", StubAnswer.ReadFile("ProjectDetails"));
        admin.Api.Answer("ProjectVersions", StubAnswer.ReadFile("ProjectVersions"));
    }

    [Fact]
    [Trait("Rule", "P11")]
    public async Task The_phases_say_what_is_done_and_what_comes()
    {
        var page = await OpenAsync(Address);
        Assert.Equal(6, Regex.Count(page, "phase phase-done"));
        Assert.Matches("phase phase-current\" aria-current=\"step\"", page);
        Assert.DoesNotContain("phase-ahead", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DRAFT", "draft", 0)]
    [InlineData("SUBMITTED", "current", 2)]
    [InlineData("REJECTED", "stopped", 2)]
    [Trait("Rule", "P11")]
    public async Task A_phase_is_never_done_before_its_time(string state, string standing, int done)
    {
        var answer = Changed(project =>
        {
            project["state"] = state;
            project["approvedOn"] = null;
            project["milestones"]!["nodes"] = new JsonArray();
            project["stateChanges"]!["nodes"] = new JsonArray([.. project["stateChanges"]!["nodes"]!.AsArray().Take(state == "DRAFT" ? 0 : 1).Select(node => node!.DeepClone())]);
        });
        admin.Api.Answer("ProjectDetails", answer);
        var page = await OpenAsync(Address);
        Assert.Equal(done, Regex.Count(page, "phase phase-done"));
        Assert.Contains(standing == "draft" ? "phase phase-current" : $"phase phase-{standing}", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_timeline_tells_the_story_newest_first_and_what_is_due()
    {
        var page = WebUtility.HtmlDecode(await OpenAsync(Address));
        var timeline = page[page.IndexOf("timeline-list", StringComparison.Ordinal)..];
        string[] story = ["完成期限", "申请延期至2027年6月30日", "过程检查", "中期检查", "批准变更成员", "申请变更成员", "开题", "立项", "推荐至上级", "修改后重新提交", "退回修改", "提交申报", "起草"];
        var places = story.Select(title => timeline.IndexOf($"timeline-what\">{title}<", StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    [Trait("Rule", "P4")]
    public async Task The_leader_sees_what_a_submission_still_lacks_with_the_way_to_each_field()
    {
        var answer = Changed(project =>
        {
            project["state"] = "DRAFT";
            project["viewerIsLeader"] = true;
            project["missingParts"] = StubAnswer.ReadFile("ProjectDraft")["researchProject"]!["missingParts"]!.DeepClone();
        });
        admin.Api.Answer("ProjectDetails", answer);
        var page = WebUtility.HtmlDecode(await OpenAsync(Address));
        Assert.Matches($"(?s)id=\"missing\".*还有 4 处.*<a href=\"{Address}/application#necessity\">.*尚未填写。.*规则 P4", page);
        Assert.Contains($"<a href=\"{Address}/application#members-1\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"missing\" tabindex=\"-1\" role", page, StringComparison.Ordinal);

        answer["researchProject"]!["viewerIsLeader"] = false;
        admin.Api.Answer("ProjectDetails", answer);
        Assert.DoesNotContain("id=\"missing\"", await OpenAsync(Address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_happened_on_one_day_stands_in_the_order_in_which_it_happened()
    {
        // 13 November by the clock of the schools: from a revision to the opening, with a report that was sent back between, and an inspection.
        admin.Api.Answer("ProjectDetails", Changed(project =>
        {
            project["createdOn"] = "2026-11-13";
            project["stateChanges"]!["nodes"] = JsonNode.Parse("""
                [{ "number": 2, "fromState": "REVISION_REQUESTED", "toState": "SUBMITTED", "changedBy": "王", "changedAt": "2026-11-13T02:00:00Z", "remark": null, "document": null },
                 { "number": 1, "fromState": "IN_REVIEW", "toState": "REVISION_REQUESTED", "changedBy": "陈", "changedAt": "2026-11-12T23:00:00Z", "remark": null, "document": null },
                 { "number": 3, "fromState": "RECOMMENDED", "toState": "APPROVED", "changedBy": "陈", "changedAt": "2026-11-13T03:00:00Z", "remark": null, "document": null }]
                """);
            project["milestones"]!["nodes"] = JsonNode.Parse("""
                [{ "kind": "CLOSING", "heldOn": "2026-11-13", "heldBy": "陈", "recordedAt": "2026-11-13T08:00:00Z", "conclusion": null, "results": "报告", "grade": "GOOD", "reason": null, "document": null },
                 { "kind": "OPENING", "heldOn": "2026-11-13", "heldBy": "陈", "recordedAt": "2026-11-13T05:00:00Z", "conclusion": null, "results": null, "grade": null, "reason": null, "document": null }]
                """);
            project["milestoneRequests"]!["nodes"] = JsonNode.Parse("""
                [{ "id": "q", "kind": "OPENING", "requestedOn": "2026-11-13", "requestedBy": "王", "results": null, "reason": null, "decision": "REFUSED", "decidedOn": "2026-11-13", "decidedBy": "陈", "remark": null, "document": null }]
                """);
            project["extensionRequests"]!["nodes"] = new JsonArray();
            project["changeRequests"]!["nodes"] = new JsonArray();
            foreach (var inspection in project["inspections"]!["nodes"]!.AsArray())
                inspection!["inspectedOn"] = "2026-11-13";
        }));
        var page = WebUtility.HtmlDecode(await OpenAsync(Address));
        var titles = Regex.Matches(page, "timeline-what\">([^<]*)<").Select(match => match.Groups[1].Value).Reverse().ToList();
        string[] story = ["起草", "退回修改", "修改后重新提交", "立项", "提交开题材料", "退回开题材料", "开题", "过程检查", "结题：良好"];
        Assert.Equal(story, titles.Where(story.Contains).Distinct());
    }

    [Fact]
    [Trait("Rule", "P9")]
    public async Task The_portfolio_names_what_is_missing()
    {
        var page = await OpenAsync(Address);
        Assert.Contains("完整度 57%", page, StringComparison.Ordinal);
        Assert.Contains("阶段总结", page, StringComparison.Ordinal);
        Assert.Contains("前测数据.xlsx", page, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "P8")]
    public async Task Stages_hold_their_tasks_and_late_ones_are_said_to_be()
    {
        var page = await OpenAsync(Address);
        var second = page[page.IndexOf("形成批注策略并在六个班实施", StringComparison.Ordinal)..page.IndexOf("总结成果，撰写研究报告", StringComparison.Ordinal)];
        Assert.Contains("批注课例六节", second, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(second, "tag-alarm"));
    }

    [Fact]
    [Trait("Rule", "P6")]
    public async Task Opinions_stand_with_their_answers()
    {
        var page = await OpenAsync(Address);
        Assert.Contains("研究对象过宽", page, StringComparison.Ordinal);
        Assert.Contains("已限定为五、六年级", page, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "P6")]
    public async Task Versions_stand_side_by_side_with_what_changed()
    {
        var page = await OpenAsync(Address + "/versions");
        Assert.Contains("<ins>、行动研究</ins>", page, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(page, "tag-notice\">有改动"));
        Assert.Contains("赵敏", page[page.IndexOf("part-members", StringComparison.Ordinal)..], StringComparison.Ordinal);
        var same = await OpenAsync(Address + "/versions?left=1&right=1");
        Assert.DoesNotContain("<ins>", same, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "P4")]
    public async Task The_application_is_printed_as_it_was_submitted()
    {
        var page = await OpenAsync(Address + "/print?version=1");
        Assert.Contains("课题申报书", page, StringComparison.Ordinal);
        Assert.DoesNotContain("行动研究", page, StringComparison.Ordinal);
        Assert.DoesNotContain("赵敏", page, StringComparison.Ordinal);
        Assert.Contains("行动研究", await OpenAsync(Address + "/print"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/versions?left=9", HttpStatusCode.BadRequest)]
    [InlineData("/versions?right=x", HttpStatusCode.BadRequest)]
    [InlineData("/print?version=x", HttpStatusCode.BadRequest)]
    [InlineData("/print?version=9", HttpStatusCode.NotFound)]
    public async Task A_version_that_is_none_is_said_to_be(string path, HttpStatusCode status)
    {
        using var visitor = await admin.VisitSignedInAsync();
        Assert.Equal(status, (await visitor.GetAsync(Address + path)).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/versions")]
    [InlineData("/print")]
    public async Task A_project_that_is_not_seen_is_not_there(string path)
    {
        admin.Api.Answer("ProjectDetails", JsonNode.Parse("""{ "researchSteps": [], "viewer": { "today": "2026-11-16" }, "researchProject": null }""")!);
        admin.Api.Answer("ProjectVersions", JsonNode.Parse("""{ "researchProject": null }""")!);
        using var visitor = await admin.VisitSignedInAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(Address + path)).Status);
    }

    [Theory]
    [InlineData("ProjectDetails", "")]
    [InlineData("ProjectVersions", "/versions")]
    [InlineData("ProjectVersions", "/print")]
    public async Task Who_may_not_is_told_so(string operation, string path)
    {
        admin.Api.Answer(operation, _ => StubAnswer.Error(403, "FORBIDDEN"));
        using var visitor = await admin.VisitSignedInAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync(Address + path)).Status);
    }

    private static JsonObject Changed(Action<JsonObject> change)
    {
        var answer = StubAnswer.ReadFile("ProjectDetails");
        change(answer["researchProject"]!.AsObject());
        return answer;
    }

    private async Task<string> OpenAsync(string address)
    {
        using var visitor = await admin.VisitSignedInAsync();
        var page = await visitor.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return page.Html;
    }
}
