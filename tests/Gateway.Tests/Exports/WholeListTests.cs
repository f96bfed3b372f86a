using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using HomeroomGraph.Gateway.Tests.Walls;
using Microsoft.VisualBasic.FileIO;

namespace HomeroomGraph.Gateway.Tests.Exports;

/// <summary>An export has the rows of the query, whole: the same as page by page, in the same order, under the same policies and column rules (rule R4).</summary>
public sealed class WholeListTests(FullGatewayFixture gateway) : IClassFixture<FullGatewayFixture>
{
    private const string Papers = """
        query($after: String, $where: PaperFilterInput) {
          papers(first: 300, after: $after, where: $where, order: [{ school: { name: ASC } }, { title: DESC }]) {
            nodes { id title doi publishedOn school { code } project { number } authors { nodes { position name teacher { staffNumber } } } keywords { nodes { keyword } } }
            pageInfo { hasNextPage endCursor }
          }
        }
        """;

    private static readonly SchemaWalk Walk = new(HomeroomSchema.Build().Schema);

    private static readonly object Filter = new { publishedOn = new { gte = "2026-01-01" } };

    [Theory]
    [Trait("Rule", "R4")]
    [InlineData("analyst-370403")]
    [InlineData("research-office")]
    [InlineData("teacher")]
    public async Task Every_list_of_the_schema_is_what_its_pages_are(string user)
    {
        string token = await gateway.SignInAsync(user);
        foreach (var list in Walk.Lists)
        {
            string leaves = string.Join(' ', SchemaWalk.Leaves(list.Row).Select(leaf => leaf.Name));
            string query = $"query($after: String) {{ {list.Name}(first: 500, after: $after) {{ nodes {{ __typename {leaves} }} pageInfo {{ hasNextPage endCursor }} }} }}";
            var counted = await gateway.PostAsync($"{{ {list.Name} {{ totalCount }} }}", token: token);
            if (counted.GetProperty("data").GetProperty(list.Name).GetProperty("totalCount").GetInt32() > 5_000) continue;

            Assert.Equal(await gateway.PagesAsync(token, list.Name, query), Lines(await gateway.ExportAsync(token, "jsonl", query)));
        }
    }

    [Theory]
    [Trait("Rule", "R4")]
    [InlineData("analyst-shandong")]
    [InlineData("research-office")]
    public async Task Filter_order_and_lists_inside_hold_in_every_format(string user)
    {
        string token = await gateway.SignInAsync(user);
        var rows = await gateway.PagesAsync(token, "papers", Papers, Filter);
        Assert.InRange(rows.Count, 3, 5_000);

        Assert.Equal(rows, Lines(await gateway.ExportAsync(token, "jsonl", Papers, new { where = Filter })));
        var table = rows.ConvertAll(row => CellsOf(JsonDocument.Parse(row).RootElement));
        Assert.Equal(table, CsvRows(await gateway.ExportAsync(token, "csv", Papers, new { where = Filter })));
        Assert.Equal(table, CsvRows(await gateway.ExportAsync(token, "csv-verbatim", Papers, new { where = Filter })));
        Assert.Equal(table, XlsxRows(await gateway.ExportAsync(token, "xlsx", Papers, new { where = Filter })));
    }

    [Fact]
    [Trait("Rule", "R4")]
    public async Task Columns_are_named_by_the_keys_of_the_answer_and_nothing_is_there_for_an_empty_list()
    {
        string token = await gateway.SignInAsync("analyst-370403");
        byte[] csv = await gateway.ExportAsync(token, "csv", """
            { papers(where: { title: { eq: "没有这篇" } }) { totalCount edges { cursor node { paper: title school { schoolName: name } authors { totalCount nodes { name } } } } } }
            """);
        Assert.Equal("\uFEFFpaper,school.schoolName,authors.totalCount,authors.name\r\n", Encoding.UTF8.GetString(csv));
    }

    /// <summary>Computed here, and not by what makes the export.</summary>
    private static string[] CellsOf(JsonElement row) =>
    [
        Text(row, "id"), Text(row, "title"), Text(row, "doi"), Text(row, "publishedOn"), Text(row.GetProperty("school"), "code"), Text(row.GetProperty("project"), "number"),
        Joined(row, "authors", author => author.GetProperty("position").GetRawText()), Joined(row, "authors", author => Text(author, "name")),
        Joined(row, "authors", author => Text(author.GetProperty("teacher"), "staffNumber")), Joined(row, "keywords", keyword => Text(keyword, "keyword")),
    ];

    private static string Text(JsonElement row, string field) =>
        row.ValueKind == JsonValueKind.Null || row.GetProperty(field).ValueKind == JsonValueKind.Null ? "" : row.GetProperty(field).GetString()!;

    private static string Joined(JsonElement row, string list, Func<JsonElement, string> value)
    {
        var values = row.GetProperty(list).GetProperty("nodes").EnumerateArray().Select(value).ToList();
        return values.TrueForAll(one => one.Length == 0) ? "" : string.Join("; ", values);
    }

    private static List<string> Lines(byte[] file) => [.. Encoding.UTF8.GetString(file).Split('\n')[..^1]];

    private static List<string[]> CsvRows(byte[] file)
    {
        using var reader = new TextFieldParser(new MemoryStream(file), Encoding.UTF8) { Delimiters = [","], HasFieldsEnclosedInQuotes = true, TrimWhiteSpace = false };
        var rows = new List<string[]>();
        while (reader.ReadFields() is { } row) rows.Add(row);
        return rows[1..];
    }

    private static List<string[]> XlsxRows(byte[] file)
    {
        XNamespace sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        using var zip = new ZipArchive(new MemoryStream(file));
        using var stream = zip.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        return [.. XDocument.Load(stream).Descendants(sheet + "row").Skip(1).Select(row => row.Elements(sheet + "c").Select(CellText).ToArray())];

        // A day is a number of days, and the only number here.
        string CellText(XElement cell) => cell.Element(sheet + "v") is { } number
            ? DateTime.FromOADate(double.Parse(number.Value, CultureInfo.InvariantCulture)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : cell.Value;
    }
}
