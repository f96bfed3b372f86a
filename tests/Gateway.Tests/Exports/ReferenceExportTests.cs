using System.Text;
using System.Text.Json;
using HomeroomGraph.Data.Papers.References;
using HomeroomGraph.GraphQL.Paging;
using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Gateway.Tests.Exports;

/// <summary>Papers are exported as references, and shown as one (rule R4): the papers of the query, in the forms of <c>ReferenceWriter</c>.</summary>
public sealed class ReferenceExportTests(FullGatewayFixture gateway) : IClassFixture<FullGatewayFixture>
{
    private const string Papers = "query($where: PaperFilterInput) { papers(where: $where, order: [{ title: DESC }]) { nodes { id } } }";

    private static readonly object Filter = new { publishedOn = new { gte = "2026-01-01" } };

    public static TheoryData<string, ReferenceForm> Forms { get; } = new()
    {
        { "gb2015-numeric", ReferenceForm.Gb2015Numeric }, { "gb2015-author-date", ReferenceForm.Gb2015AuthorDate }, { "gb2025-numeric", ReferenceForm.Gb2025Numeric },
        { "gb2025-author-date", ReferenceForm.Gb2025AuthorDate }, { "csl-json", ReferenceForm.CslJson }, { "bibtex", ReferenceForm.BibTex },
    };

    [Theory]
    [Trait("Rule", "R4")]
    [MemberData(nameof(Forms))]
    public async Task The_papers_of_the_query_come_as_references_in_its_order(string format, ReferenceForm form)
    {
        string token = await gateway.SignInAsync("analyst-370403");
        var expected = await WrittenAsync(await IdsAsync(token), form);
        Assert.InRange(expected.Length, 2_000, 5_000_000);

        using var answer = await gateway.SendExportAsync(token, format, Papers, new { where = Filter });
        string file = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(expected, file);
        Assert.Equal(ReferenceWriter.MediaTypeOf(form), answer.Content.Headers.ContentType!.ToString());
        Assert.EndsWith($"papers.{ReferenceWriter.ExtensionOf(form)}", answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "R4")]
    public async Task Each_viewer_s_file_has_the_papers_that_the_viewer_sees()
    {
        foreach (string user in new[] { "analyst-shandong", "principal", "teacher", "platform-admin" })
        {
            string token = await gateway.SignInAsync(user);
            int seen = (await IdsAsync(token)).Count;
            byte[] file = await gateway.ExportAsync(token, "csl-json", Papers, new { where = Filter });
            Assert.Equal(seen, JsonDocument.Parse(file).RootElement.GetArrayLength());
        }
    }

    [Fact]
    [Trait("Rule", "R4")]
    public async Task Who_accepts_plain_text_has_the_edition_in_force_and_other_lists_are_refused()
    {
        string token = await gateway.SignInAsync("analyst-370403");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/exports?query=" + Uri.EscapeDataString("{ papers(where: { title: { eq: \"没有\" } }) { nodes { title } } }"));
        request.Headers.Authorization = new("Bearer", token);
        request.Headers.Accept.ParseAdd("text/plain");
        using var answer = await gateway.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal((200, 0), ((int)answer.StatusCode, (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length));

        using var refused = await gateway.SendExportAsync(token, "bibtex", "{ schools { nodes { name } } }");
        Assert.Equal(400, (int)refused.StatusCode);
        Assert.Contains("for lists of Paper rows", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Rule", "R4")]
    [MemberData(nameof(Forms))]
    public async Task A_paper_shows_its_reference_in_every_form(string format, ReferenceForm form)
    {
        string token = await gateway.SignInAsync("analyst-370403");
        var papers = await gateway.PostAsync(
            "query($where: PaperFilterInput, $form: ReferenceForm!) { papers(first: 20, where: $where, order: [{ title: DESC }]) { nodes { id reference(form: $form) } } }",
            new { where = Filter, form = form.ToString() switch { "CslJson" => "CSL_JSON", "BibTex" => "BIB_TEX", var gb => gb.Replace("Numeric", "_NUMERIC", StringComparison.Ordinal).Replace("AuthorDate", "_AUTHOR_DATE", StringComparison.Ordinal).ToUpperInvariant() } }, token);
        var nodes = papers.GetProperty("data").GetProperty("papers").GetProperty("nodes").EnumerateArray().ToList();
        Assert.Equal(20, nodes.Count);
        foreach (var node in nodes)
        {
            string whole = await WrittenAsync([node.GetProperty("id").GetString()!], form);
            string one = node.GetProperty("reference").GetString()!;
            Assert.Equal(whole.TrimEnd(), format.EndsWith("numeric", StringComparison.Ordinal) ? $"[1] {one}" : one);
        }
    }

    [Fact]
    [Trait("Rule", "R4")]
    public async Task A_reference_comes_with_related_rows_and_exports_and_is_refused_in_a_list_inside_a_row()
    {
        string token = await gateway.SignInAsync("analyst-370403");
        const string reference = "reference(form: GB2025_NUMERIC)";
        var related = await gateway.PostAsync($"{{ papers(first: 1) {{ nodes {{ authors {{ nodes {{ name }} }} title {reference} }} }} awards(first: 3, where: {{ paper: {{ title: {{ startsWith: \"\" }} }} }}) {{ nodes {{ paper {{ title {reference} }} }} }} }}", token: token);
        var data = related.GetProperty("data");
        foreach (var paper in data.GetProperty("papers").GetProperty("nodes").EnumerateArray().Concat(data.GetProperty("awards").GetProperty("nodes").EnumerateArray().Select(award => award.GetProperty("paper"))))
            Assert.Contains(paper.GetProperty("title").GetString()!, paper.GetProperty("reference").GetString()!, StringComparison.Ordinal);

        string csv = Encoding.UTF8.GetString(await gateway.ExportAsync(token, "csv-verbatim", $"{{ papers(where: {{ publishedOn: {{ gte: \"2026-11-01\" }} }}) {{ nodes {{ {reference} }} }} }}"));
        Assert.StartsWith("reference\r\n", csv, StringComparison.Ordinal);
        Assert.InRange(csv.Split("\r\n").Length, 3, 10_000);

        var inside = await gateway.PostAsync($"{{ schools {{ nodes {{ papers(first: 2) {{ nodes {{ {reference} }} }} }} }} }}", token: token);
        Assert.Equal("BAD_USER_INPUT", inside.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    private async Task<List<string>> IdsAsync(string token)
    {
        const string query = "query($after: String, $where: PaperFilterInput) { papers(first: 500, after: $after, where: $where, order: [{ title: DESC }]) { nodes { id } pageInfo { hasNextPage endCursor } } }";
        return (await gateway.PagesAsync(token, "papers", query, Filter)).ConvertAll(row => JsonDocument.Parse(row).RootElement.GetProperty("id").GetString()!);
    }

    /// <summary>What the writer makes of the rows as EF Core reads them.</summary>
    private async Task<string> WrittenAsync(IReadOnlyList<string> ids, ReferenceForm form)
    {
        long[] keys = [.. ids.Select(id => GlobalId.TryParse(id, out var parsed) ? parsed.Key.Id!.Value : 0)];
        await using var work = await gateway.Database.BeginWriteAsync(Data.Tenancy.Actor.Seed, TestContext.Current.CancellationToken);
        var papers = await work.Context.Papers.AsNoTracking().Include(p => p.Authors).Include(p => p.Keywords).Where(p => keys.Contains(p.PaperId)).ToDictionaryAsync(p => p.PaperId, TestContext.Current.CancellationToken);
        var output = new System.Buffers.ArrayBufferWriter<byte>();
        using var writer = new ReferenceWriter(output, form);
        foreach (long key in keys) writer.Add(PaperReference.Of(PaperRecord.Of(papers[key])));
        writer.Complete();
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
