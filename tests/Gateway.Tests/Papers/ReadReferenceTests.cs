using System.Text.Json;

namespace HomeroomGraph.Gateway.Tests.Papers;

/// <summary>A pasted reference is read into the fields of a paper (rules R1, R4).</summary>
public sealed class ReadReferenceTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    private const string Query = """
        query($text: String!) { readReference(text: $text) { form isRecorded recordedPaper { title }
          draft { title kind language venue issn cn volume issue pages doi publishedOn publishedPrecision cslType extra keywords abstract authors { name affiliation externalId } }
          findings { code field message } } }
        """;

    [Theory]
    [Trait("Rule", "R1")]
    [InlineData("GB_T_7714", "张伟, 李娜. 班级小讲师的实践[J]. 班主任之友, 2026, 12(10): 12-15. DOI: 10.1000/read.1.")]
    [InlineData("BIB_TEX", "@article{a, author = {张伟 and 李娜}, title = {班级小讲师的实践}, journal = {班主任之友}, year = 2026, volume = 12, number = 10, pages = {12--15}, doi = {10.1000/read.1}}")]
    [InlineData("CSL_JSON", """{"type":"article-journal","title":"班级小讲师的实践","container-title":"班主任之友","author":[{"literal":"张伟"},{"literal":"李娜"}],"issued":{"date-parts":[[2026]]},"volume":"12","issue":"10","page":"12-15","DOI":"10.1000/read.1"}""")]
    public async Task Each_form_gives_the_fields_of_a_paper(string form, string text)
    {
        var desk = await PaperDesk.OpenAsync(gateway);
        var reading = (await desk.AskAsync(PaperDesk.Teacher, Query, new { text })).GetProperty("readReference");
        var draft = reading.GetProperty("draft");
        Assert.Equal(
            (form, "班级小讲师的实践", "班主任之友", "12", "10", "12-15", "10.1000/read.1", "2026-01-01", "YEAR", "PAPER"),
            (reading.GetProperty("form").GetString(), Text("title"), Text("venue"), Text("volume"), Text("issue"), Text("pages"), Text("doi"), Text("publishedOn"), Text("publishedPrecision"), Text("kind")));
        Assert.Equal(["张伟", "李娜"], draft.GetProperty("authors").EnumerateArray().Select(author => author.GetProperty("name").GetString()));
        Assert.False(reading.GetProperty("isRecorded").GetBoolean());

        string? Text(string field) => draft.GetProperty(field).GetString();
    }

    [Fact]
    [Trait("Rule", "R1")]
    public async Task What_can_t_be_read_is_named()
    {
        var desk = await PaperDesk.OpenAsync(gateway);
        var reading = (await desk.AskAsync(PaperDesk.Teacher, Query, new { text = "10.1000/only" })).GetProperty("readReference");
        Assert.Contains("ONLY_A_DOI", reading.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("code").GetString()));
        Assert.Equal("10.1000/only", reading.GetProperty("draft").GetProperty("doi").GetString());
        Assert.Equal(JsonValueKind.Null, (await desk.AskAsync(PaperDesk.Teacher, Query, new { text = " " })).GetProperty("readReference").GetProperty("draft").ValueKind);
    }

    [Fact]
    [Trait("Rule", "R1")]
    public async Task A_paper_that_is_recorded_is_pointed_to_for_who_may_see_it()
    {
        var desk = await PaperDesk.OpenAsync(gateway);
        await desk.RecordAsync(PaperDesk.Office, desk.Paper("已登记的论文", ("doi", "10.1000/known"), ("authors", new[] { new { teacherId = desk.TeacherId(desk.Colleagues[0]) } })));
        const string text = "王五. 别的题目[J]. 刊, 2026. DOI: 10.1000/KNOWN.";
        Assert.Equal("True 已登记的论文", await PointedAsync(PaperDesk.Office));
        Assert.Equal("True ", await PointedAsync(PaperDesk.Teacher));
        // Who records no papers there is told nothing.
        Assert.Equal("False ", await PointedAsync("analyst-371723"));
        Assert.Equal("False ", await PointedAsync("platform-admin"));

        async Task<string> PointedAsync(string user)
        {
            var reading = (await desk.AskAsync(user, Query, new { text })).GetProperty("readReference");
            var paper = reading.GetProperty("recordedPaper");
            return $"{reading.GetProperty("isRecorded").GetBoolean()} {(paper.ValueKind == JsonValueKind.Null ? "" : paper.GetProperty("title").GetString())}";
        }
    }

    [Fact]
    public async Task Reading_is_paid_for_before_it_is_done()
    {
        var desk = await PaperDesk.OpenAsync(gateway);
        var token = await desk.TokenAsync(PaperDesk.Teacher);
        string Many(int times) => $"query($text: String!) {{ {string.Join(' ', Enumerable.Range(0, times).Select(n => $"r{n}: readReference(text: $text) {{ form }}"))} }}";
        Assert.True((await gateway.PostAsync(Many(20), new { text = "T" }, token)).TryGetProperty("data", out _));
        var refused = await gateway.PostAsync(Many(100), new { text = "T" }, token);
        Assert.Equal("LIMIT_EXCEEDED", refused.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }
}
