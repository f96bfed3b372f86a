using System.Net;
using System.Text.Json.Nodes;
using HomeroomGraph.Admin.Tests.Hosting;

namespace HomeroomGraph.Admin.Tests.Pages.Research.Reviews;

[Trait("Rule", "P5")]
public sealed class ReviewTests : IClassFixture<AdminFixture>
{
    private const string Address = "/research/reviews/UmV2aWV3OjE";
    private readonly AdminFixture admin;

    public ReviewTests(AdminFixture admin)
    {
        this.admin = admin;
        admin.Api.Answer("ReviewDesk", StubAnswer.ReadFile("ReviewDesk"));
        admin.Api.Answer("ReviewToGive", StubAnswer.ReadFile("ReviewToGive"));
        admin.Api.AnswerDone("SubmitResearchReview");
    }

    [Fact]
    [Trait("Rule", "P5")]
    public async Task A_review_of_a_project_that_left_the_review_waits_no_longer()
    {
        var answer = StubAnswer.ReadFile("ReviewDesk");
        var review = answer["viewer"]!["roles"]![0]!["teacher"]!["researchReviews"]!["nodes"]![0]!;
        using var visitor = await admin.VisitSignedInAsync();
        admin.Api.Answer("ReviewDesk", answer);
        Assert.Contains("href=\"/research/reviews/UmV2aWV3OjE\"", (await visitor.GetAsync("/research/reviews")).Html, StringComparison.Ordinal);
        review["project"]!["state"] = "WITHDRAWN";
        admin.Api.Answer("ReviewDesk", answer);
        Assert.DoesNotContain("href=\"/research/reviews/UmV2aWV3OjE\"", (await visitor.GetAsync("/research/reviews")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_desk_has_what_is_to_be_given_and_what_was()
    {
        using var visitor = await admin.VisitSignedInAsync();
        var page = (await visitor.GetAsync("/research/reviews?done=given")).Html;
        Assert.Contains("评审已提交，谢谢。", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("小学高年级整本书阅读", StringComparison.Ordinal) < page.IndexOf("小学生挫折教育", StringComparison.Ordinal));
        Assert.Contains("href=\"/research/reviews/UmV2aWV3OjE\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_desk_says_so_and_who_reviews_nothing_has_none()
    {
        var answer = StubAnswer.ReadFile("ReviewDesk");
        answer["viewer"]!["roles"]![0]!["teacher"]!["researchReviews"]!["nodes"] = new JsonArray();
        admin.Api.Answer("ReviewDesk", answer);
        using var visitor = await admin.VisitSignedInAsync();
        Assert.Contains("没有待评审的申报书", (await visitor.GetAsync("/research/reviews")).Html, StringComparison.Ordinal);
        answer["viewer"]!["roles"] = new JsonArray();
        admin.Api.Answer("ReviewDesk", answer);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync("/research/reviews")).Status);
    }

    [Fact]
    public async Task A_review_has_three_scores_a_comment_and_an_opinion_a_line()
    {
        using var visitor = await admin.VisitSignedInAsync();
        var page = await visitor.SubmitAsync(Address, Address, ("key", "k"), ("scientific", "85"), ("advancement", "0"), ("feasibility", "100"),
            ("comment", " 可行 "), ("opinions", "限定年级\r\n\r\n 补充工具 "));
        Assert.Equal("/research/reviews?done=given", page.Location);
        var asked = admin.Api.LastVariables("SubmitResearchReview")["input"];
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""
            { "reviewId": "UmV2aWV3OjE", "idempotencyKey": "k", "scientific": 85, "advancement": 0, "feasibility": 100, "comment": "可行", "opinions": ["限定年级", "补充工具"] }
            """), asked), asked!.ToJsonString());
    }

    [Fact]
    public async Task Scores_beyond_their_range_and_a_missing_comment_are_said_at_their_fields()
    {
        using var visitor = await admin.VisitSignedInAsync();
        var page = await visitor.SubmitAsync(Address, Address, ("key", "k"), ("scientific", "101"), ("advancement", ""), ("feasibility", "80"), ("comment", ""));
        Assert.All(new[] { "scientific", "advancement", "comment" }, field => Assert.Contains($"{field}-problem", page.Html, StringComparison.Ordinal));
        Assert.DoesNotContain("feasibility-problem", page.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"101\"", page.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.SubmitAsync(Address, Address, ("scientific", "80"))).Status);
    }

    [Fact]
    public async Task A_review_that_was_given_is_read_only()
    {
        var answer = StubAnswer.ReadFile("ReviewToGive");
        var review = answer["researchReview"]!;
        (review["state"], review["scientific"], review["comment"]) = ("SUBMITTED", 85, "同意立项");
        admin.Api.Answer("ReviewToGive", answer);
        using var visitor = await admin.VisitSignedInAsync();
        var page = (await visitor.GetAsync(Address)).Html;
        Assert.Contains("同意立项", page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"comment\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_review_of_somebody_else_is_refused_and_one_that_is_not_seen_is_not_there()
    {
        var answer = StubAnswer.ReadFile("ReviewToGive");
        answer["researchReview"]!["project"]!["viewerIsReviewer"] = false;
        admin.Api.Answer("ReviewToGive", answer);
        using var visitor = await admin.VisitSignedInAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync(Address)).Status);
        answer["researchReview"] = null;
        admin.Api.Answer("ReviewToGive", answer);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(Address)).Status);
    }
}
