using System.Net;
using System.Text.Json.Nodes;
using HomeroomGraph.Admin.Tests.Hosting;

namespace HomeroomGraph.Admin.Tests.Pages.Awards;

/// <summary>The pages of selections: list, plan, a selection, a nomination with its conditions, and the forms of their steps (rules W2, W3).</summary>
public sealed class RoundPagesTests : IClassFixture<AdminFixture>
{
    private const string Round = "/award-rounds/QXdhcmRSb3VuZDox", Nomination = "Tm9taW5hdGlvbjox";

    private readonly AdminFixture admin;

    public RoundPagesTests(AdminFixture admin)
    {
        this.admin = admin;
        foreach (var operation in new[] { "RoundList", "RoundDetails", "NominationDetails", "RoundChoice", "CommitteeChoice", "NomineeChoice" })
            admin.Api.Answer(operation, StubAnswer.ReadFile(operation));
        foreach (var mutation in new[] { "PlanAwardRound", "SeatAwardCommittee", "CastAwardVote", "CloseAwardVote", "HandleAwardObjection", "GrantAward", "NominateForAward", "ChangeAwardRound" })
            admin.Api.AnswerDone(mutation);
    }

    [Fact]
    [Trait("Rule", "W3")]
    public async Task The_list_is_filtered_by_the_address_and_says_where_it_is_the_viewers_turn()
    {
        var page = await OpenAsync("/award-rounds?kind=EXCELLENT_HOMEROOM_TEACHER&level=SCHOOL&state=VOTING&year=2026-09-01");
        foreach (var text in new[] { "符合条件的共 22 项", "等待您投票。", "公示至 2026年11月25日。", "3／名额 2", "发起评选", $"href=\"{Round}\"", "&amp;after=ZW5k\"" })
            Assert.Contains(text, page, StringComparison.Ordinal);
        Assert.Equal(1, page.Split("2026—2027学年</option>").Length - 1);
        AssertVariables("RoundList", """
            { "first": 20, "where": { "kind": { "eq": "EXCELLENT_HOMEROOM_TEACHER" }, "level": { "eq": "SCHOOL" }, "state": { "eq": "VOTING" }, "schoolYear": { "startsOn": { "eq": "2026-09-01" } } } }
            """);
        Change("RoundList", answer => (answer["awardRounds"]!["nodes"], answer["awardRounds"]!["totalCount"], answer["waiting"]!["nodes"], answer["viewer"]!["roles"]) =
            (new JsonArray(), 0, new JsonArray(), new JsonArray()));
        page = await OpenAsync("/award-rounds");
        Assert.Contains("暂无评选", page, StringComparison.Ordinal);
        Assert.DoesNotContain("发起评选", page, StringComparison.Ordinal);
        Assert.Contains("没有符合条件的评选", await OpenAsync("/award-rounds?state=NOTICE"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/award-rounds?kind=BEST")]
    [InlineData("/award-rounds?level=WORLD")]
    [InlineData("/award-rounds?state=LOST")]
    [InlineData("/award-rounds?year=2026")]
    [InlineData("/award-rounds?after=a&before=b")]
    public Task What_does_not_exist_is_a_bad_request(string address) => OpenAsync(address, HttpStatusCode.BadRequest);

    [Theory]
    [InlineData("RoundDetails", "awardRound", Round)]
    [InlineData("RoundDetails", "awardRound", Round + "/close-vote")]
    [InlineData("RoundDetails", "awardRound", Round + "/nominate")]
    [InlineData("NominationDetails", "awardNomination", "/award-nominations/" + Nomination)]
    public async Task What_is_not_seen_is_not_found(string operation, string field, string address)
    {
        Change(operation, answer => answer[field] = null);
        await OpenAsync(address, HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(Round + "/dance")]
    [InlineData(Round + "/vote/bm9uZQ")]
    [InlineData(Round + "/release/bm9uZQ")]
    public Task A_step_or_row_that_is_not_there_is_not_found(string address) => OpenAsync(address, HttpStatusCode.NotFound);

    [Theory]
    [InlineData("/open")]
    [InlineData("/grant/" + Nomination)]
    [InlineData("/vote/bjM")]
    [InlineData("/nominate")]
    public Task A_step_that_is_not_the_viewers_now_is_forbidden(string step) => OpenAsync(Round + step, HttpStatusCode.Forbidden);

    [Fact]
    public async Task Who_runs_no_selections_plans_none()
    {
        Change("RoundChoice", answer => answer["viewer"]!["roles"] = new JsonArray(new JsonObject { ["role"] = "TEACHER" }));
        await OpenAsync("/award-rounds/new", HttpStatusCode.Forbidden);
    }

    [Fact]
    [Trait("Rule", "W3")]
    public async Task A_selection_shows_its_steps_and_of_the_votes_the_own_alone()
    {
        var page = await OpenAsync(Round + "?done=open-vote");
        foreach (var text in new[]
        {
            "评议已开始。", $"href=\"{Round}/close-vote\"", $"href=\"{Round}/cancel\"", $"href=\"{Round}/vote/{Nomination}\"", "您的投票：同意", "评议结束前投票保密", "评审甲", "主任委员",
            "不符合的条件：2 项", "王芳：资格不符", $"href=\"{Round}/release/bTE\"",
        })
            Assert.Contains(text, page, StringComparison.Ordinal);
        // Who is not eligible is not voted on; who does not run it closes nothing.
        Assert.DoesNotContain($"{Round}/vote/bjM", page, StringComparison.Ordinal);
        Change("RoundDetails", answer => answer["awardRound"]!["viewerIsOffice"] = false);
        page = await OpenAsync(Round);
        Assert.DoesNotContain($"{Round}/close-vote", page, StringComparison.Ordinal);
        Assert.Contains($"{Round}/vote/{Nomination}", page, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "W2")]
    public async Task A_nomination_shows_each_condition_of_its_last_check_with_value_and_rule()
    {
        var page = await OpenAsync("/award-nominations/" + Nomination);
        foreach (var text in new[] { "2026年11月17日 审核结果。", "无师德一票否决。", "评选期内的论文篇数。", "实际：1。", "要求：2。", "R2", "不符合", "班级日志缺少两周。", $"{Round}/answer/bzE?from={Nomination}", $"{Round}/grant/{Nomination}" })
            Assert.Contains(text, page, StringComparison.Ordinal);
        // The first check is kept and no longer counts; an objection that was handled stays handled.
        Assert.DoesNotContain("持有有效的班主任培训合格证", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/answer/bzI", page, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "W3")]
    public async Task A_vote_goes_without_the_version_and_a_refused_one_says_why()
    {
        using var visitor = await admin.VisitSignedInAsync();
        var address = $"{Round}/vote/{Nomination}";
        var done = await visitor.SubmitAsync(address, address, ("key", "k"), ("version", "7"), ("value", "REJECT"));
        Assert.Equal((HttpStatusCode.Redirect, Round + "?done=vote"), (done.Status, done.Location));
        AssertVariables("CastAwardVote", """{ "input": { "nominationId": "Tm9taW5hdGlvbjox", "value": "REJECT", "idempotencyKey": "k" } }""");

        var asked = admin.Api.Questions.Count(question => question.Operation == "CastAwardVote");
        Assert.Contains("请填写此项。", (await visitor.SubmitAsync(address, address, ("key", "k"))).Html, StringComparison.Ordinal);
        Assert.Equal(asked, admin.Api.Questions.Count(question => question.Operation == "CastAwardVote"));

        admin.Api.AnswerDone("CastAwardVote", new JsonObject
        {
            ["message"] = "Nobody votes on oneself. 不得对本人投票。", ["code"] = "RULE_BROKEN", ["rule"] = "W3", ["path"] = new JsonArray("input", "nominationId"),
        });
        var refused = await visitor.SubmitAsync(address, address, ("key", "k"), ("value", "APPROVE"));
        Assert.Contains("不得对本人投票。", refused.Html, StringComparison.Ordinal);
        Assert.Contains("W3", refused.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.SubmitAsync(address, address, ("value", "APPROVE"))).Status);
    }

    [Fact]
    [Trait("Rule", "W3")]
    public async Task A_tie_is_broken_by_who_is_named_once_it_is_told()
    {
        using var visitor = await admin.VisitSignedInAsync();
        var address = Round + "/close-vote";
        Assert.DoesNotContain("firstIds", (await visitor.GetAsync(address)).Html, StringComparison.Ordinal);
        admin.Api.AnswerDone("CloseAwardVote", new JsonObject
        {
            ["message"] = "Name who goes first. 请指定优先者。", ["code"] = "RULE_BROKEN", ["rule"] = "W3", ["path"] = new JsonArray("input", "firstIds"),
        });
        var told = await visitor.SubmitAsync(address, address, ("key", "k"), ("version", "7"), ("noticeStartsOn", "2026-11-20"));
        Assert.Contains("请指定优先者。", told.Html, StringComparison.Ordinal);
        Assert.Contains("name=\"firstIds\" value=\"bjI\"", told.Html, StringComparison.Ordinal);
        admin.Api.AnswerDone("CloseAwardVote");
        await visitor.SubmitAsync(address, address, ("key", "k2"), ("version", "7"), ("noticeStartsOn", "2026-11-20"), ("firstIds", "bjI"));
        AssertVariables("CloseAwardVote", """
            { "input": { "roundId": "QXdhcmRSb3VuZDox", "noticeStartsOn": "2026-11-20", "firstIds": ["bjI"], "expectedVersion": 7, "idempotencyKey": "k2" } }
            """);
    }

    [Fact]
    [Trait("Rule", "W3")]
    public async Task The_committee_is_looked_for_by_name_and_seated()
    {
        Change("RoundDetails", answer => answer["awardRound"]!["state"] = "CHECKING");
        using var visitor = await admin.VisitSignedInAsync();
        var page = await visitor.GetAsync(Round + "/committee?search=%E6%9D%8E");
        Assert.Contains("共 41 人，仅显示前 2 人", page.Html, StringComparison.Ordinal);
        AssertVariables("CommitteeChoice", """{ "where": { "name": { "contains": "李" } } }""");
        await visitor.GetAsync(Round + "/committee");
        AssertVariables("CommitteeChoice", """{ "where": { "school": { "id": { "eq": "U2Nob29sOjE" } } } }""");

        await visitor.SubmitAsync(Round + "/committee", Round + "/committee", ("key", "k"), ("version", "7"), ("teacherIds", "VGVhY2hlcjox"));
        AssertVariables("SeatAwardCommittee", """
            { "input": { "roundId": "QXdhcmRSb3VuZDox", "teacherIds": ["VGVhY2hlcjox"], "expectedVersion": 7, "idempotencyKey": "k" } }
            """);
    }

    [Fact]
    [Trait("Rule", "W3")]
    public async Task An_objection_is_answered_and_leads_back_to_its_nomination()
    {
        Change("RoundDetails", answer =>
        {
            answer["awardRound"]!["state"] = "NOTICE";
            answer["awardRound"]!["nominations"]!["nodes"]![0]!["objections"]!["nodes"] = new JsonArray(new JsonObject { ["id"] = "bzE", ["content"] = "班级日志缺少两周。" });
        });
        using var visitor = await admin.VisitSignedInAsync();
        var done = await visitor.SubmitAsync(
            Round + "/answer/bzE", Round + "/answer/bzE", ("key", "k"), ("version", "7"), ("from", Nomination), ("isUpheld", "DISMISSED"), ("finding", "记录齐全。"));
        Assert.Equal((HttpStatusCode.Redirect, $"/award-nominations/{Nomination}?done=answer"), (done.Status, done.Location));
        AssertVariables("HandleAwardObjection", """
            { "input": { "objectionId": "bzE", "isUpheld": false, "finding": "记录齐全。", "expectedVersion": 7, "idempotencyKey": "k" } }
            """);
    }

    [Fact]
    [Trait("Rule", "W2")]
    public async Task Before_somebody_is_nominated_each_condition_is_shown()
    {
        Change("RoundDetails", answer => answer["awardRound"]!["state"] = "NOMINATING");
        using var visitor = await admin.VisitSignedInAsync();
        var choice = await visitor.GetAsync(Round + "/nominate");
        Assert.Contains("查看资格条件", choice.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("资格条件</h2>", choice.Html, StringComparison.Ordinal);
        var address = Round + "/nominate?teacher=VGVhY2hlcjox";
        var page = await visitor.GetAsync(address);
        foreach (var text in new[] { "有条件不符合", "无师德一票否决。", "要求：2。", "name=\"statement\"" })
            Assert.Contains(text, page.Html, StringComparison.Ordinal);
        Assert.Contains("请填写此项。", (await visitor.SubmitAsync(address, Round + "/nominate", ("key", "k"), ("teacher", "VGVhY2hlcjox"), ("statement", " "))).Html, StringComparison.Ordinal);
        var done = await visitor.SubmitAsync(address, Round + "/nominate", ("key", "k"), ("teacher", "VGVhY2hlcjox"), ("grade", "FIRST"), ("statement", "班风优良。"));
        Assert.Equal((HttpStatusCode.Redirect, $"/award-nominations/{Nomination}?done=nominate"), (done.Status, done.Location));
        AssertVariables("NominateForAward", """
            { "input": { "roundId": "QXdhcmRSb3VuZDox", "teacherId": "VGVhY2hlcjox", "grade": "FIRST", "statement": "班风优良。", "idempotencyKey": "k" } }
            """);
    }

    [Fact]
    [Trait("Rule", "W3")]
    public async Task A_selection_is_planned_for_a_school_and_a_semester()
    {
        using var visitor = await admin.VisitSignedInAsync();
        var done = await visitor.SubmitAsync(
            "/award-rounds/new", "/award-rounds/new", ("key", "k"), ("place", "U2Nob29sOjE"), ("kind", "EXCELLENT_HOMEROOM_TEACHER"), ("level", "SCHOOL"), ("period", "WTox/UzE"), ("name", "优秀班主任评选"),
            ("places", "2"));
        Assert.Equal((HttpStatusCode.Redirect, Round + "?done=plan"), (done.Status, done.Location));
        AssertVariables("PlanAwardRound", """
            { "input": { "schoolId": "U2Nob29sOjE", "kind": "EXCELLENT_HOMEROOM_TEACHER", "level": "SCHOOL", "schoolYearId": "WTox", "semesterId": "UzE", "name": "优秀班主任评选", "places": 2,
                "idempotencyKey": "k" } }
            """);
        var missing = await visitor.SubmitAsync("/award-rounds/new", "/award-rounds/new", ("key", "k"), ("place", "U2Nob29sOjE"), ("places", "two"));
        Assert.Contains("请填写此项。", missing.Html, StringComparison.Ordinal);
        Assert.Contains("请填写整数。", missing.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Places_that_are_left_empty_are_not_limited()
    {
        Change("RoundDetails", answer => answer["awardRound"]!["state"] = "PLANNED");
        using var visitor = await admin.VisitSignedInAsync();
        await visitor.SubmitAsync(Round + "/change", Round + "/change", ("key", "k"), ("version", "7"), ("name", "新名称"), ("places", ""));
        AssertVariables("ChangeAwardRound", """
            { "input": { "roundId": "QXdhcmRSb3VuZDox", "name": "新名称", "places": null, "expectedVersion": 7, "idempotencyKey": "k" } }
            """);
    }

    private void Change(string operation, Action<JsonNode> change)
    {
        var answer = StubAnswer.ReadFile(operation);
        change(answer);
        admin.Api.Answer(operation, answer);
    }

    private async Task<string> OpenAsync(string address, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var visitor = await admin.VisitSignedInAsync();
        var page = await visitor.GetAsync(address);
        Assert.Equal(expected, page.Status);
        return page.Html;
    }

    private void AssertVariables(string operation, string expected) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), admin.Api.LastVariables(operation)), admin.Api.LastVariables(operation).ToJsonString());
}
