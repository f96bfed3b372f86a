using System.Text.Json.Nodes;
using HomeroomGraph.Admin.Tests.Hosting;

namespace HomeroomGraph.Admin.Tests.Pages;

/// <summary>The frame around every page says how much is unread, without a question of its own.</summary>
public sealed class FrameTests(AdminFixture admin) : IClassFixture<AdminFixture>
{
    [Theory]
    [InlineData(1, "zh-CN", ">1</span>", "1 条未读")]
    [InlineData(1, "en", ">1</span>", ">1 unread<")]
    [InlineData(99, "en", ">99</span>", "99 unread")]
    [InlineData(1234, "en", ">99&#x2B;</span>", "1,234 unread")]
    public async Task How_much_is_unread_stands_beside_the_way_to_it(int count, string language, string shown, string read)
    {
        Answer(new JsonObject { ["mailbox"] = new JsonObject { ["unreadCount"] = count } });
        using var visitor = await admin.VisitSignedInAsync(language);
        admin.Api.Questions.Clear();
        var page = (await visitor.GetAsync("/schools")).Html;
        Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.Contains(read, page, StringComparison.Ordinal);
        Assert.Equal("SchoolList", Assert.Single(admin.Api.Questions).Operation);
    }

    [Theory]
    [InlineData("""{ "mailbox": { "unreadCount": 0 } }""")]
    [InlineData("""{ "mailbox": null }""")]
    [InlineData("null")]
    public async Task Where_nothing_is_unread_or_nothing_is_told_there_is_no_number(string frame)
    {
        Answer(JsonNode.Parse(frame));
        using var visitor = await admin.VisitSignedInAsync("en");
        var page = (await visitor.GetAsync("/schools")).Html;
        Assert.Contains("href=\"/inbox\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("unread-count", page, StringComparison.Ordinal);
    }

    private void Answer(JsonNode? frame)
    {
        var answer = StubAnswer.ReadFile("SchoolList");
        answer["frame"] = frame;
        admin.Api.Answer("SchoolList", answer);
    }
}
