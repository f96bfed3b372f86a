using System.Text.Json;
using HomeroomGraph.Gateway.Tests.Queries;

namespace HomeroomGraph.Gateway.Tests.Search;

/// <summary>The lists that can be searched, and all their rows with the texts that they are found by, as the API shows them.</summary>
internal static class SearchedLists
{
    /// <summary>A list, what of its rows is searched, and its own order beyond the rank (none where that is by the newest).</summary>
    public static readonly Dictionary<string, (string Fields, Func<Readings, JsonElement, IEnumerable<SearchedText>> Texts)> Lists = new()
    {
        ["teachers"] = ("name pinyin staffNumber", (readings, row) =>
        [
            new(readings, Text(row, "name")!, 0, isName: true, Text(row, "pinyin")), new(readings, Text(row, "staffNumber")!, 0),
        ]),
        ["researchProjects"] = ("title number approvalNumber members(first: 20) { nodes { name } }", (readings, row) =>
        [
            .. new[] { "title", "number", "approvalNumber" }.Select(field => Text(row, field)).OfType<string>().Select(text => new SearchedText(readings, text, 0)),
            .. Texts(row, "members", "name").Select(name => new SearchedText(readings, name, 1, isName: true)),
        ]),
        ["papers"] = ("title doi keywords(first: 20) { nodes { keyword } } authors(first: 20) { nodes { name } }", (readings, row) =>
        [
            .. new[] { "title", "doi" }.Select(field => Text(row, field)).OfType<string>().Select(text => new SearchedText(readings, text, 0)),
            .. Texts(row, "keywords", "keyword").Select(keyword => new SearchedText(readings, keyword, 1)),
            .. Texts(row, "authors", "name").Select(name => new SearchedText(readings, name, 1, isName: true)),
        ]),
    };

    public static IEnumerable<string> Names => Lists.Keys;

    /// <summary>What a viewer sees of a list, by id.</summary>
    public static async Task<Dictionary<string, SearchedRow>> RowsAsync(DemoEngineOver demo, string user, string list, Readings readings)
    {
        var rows = new Dictionary<string, SearchedRow>();
        string? after = null;
        do
        {
            string query = $"query($after: String) {{ {list}(first: 500, after: $after) {{ nodes {{ id {Lists[list].Fields} }} pageInfo {{ hasNextPage endCursor }} }} }}";
            var page = (await demo.DataAsync(user, query, new { after })).GetProperty(list);
            foreach (var row in page.GetProperty("nodes").EnumerateArray())
                rows.Add(Text(row, "id")!, new SearchedRow([.. Lists[list].Texts(readings, row)]));
            after = page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean() ? Text(page.GetProperty("pageInfo"), "endCursor") : null;
        }
        while (after is not null);
        return rows;
    }

    public static string? Text(JsonElement row, string field) => row.GetProperty(field).GetString();

    public static IEnumerable<string> Texts(JsonElement row, string list, string field) =>
        row.GetProperty(list).GetProperty("nodes").EnumerateArray().Select(node => Text(node, field)!);
}

/// <summary>A row with the texts that it is found by.</summary>
internal sealed record SearchedRow(IReadOnlyList<SearchedText> Texts)
{
    public IEnumerable<string> Words => Texts.Select(text => text.Plain);

    /// <summary>The sum over the words of the best place of each; null where one is nowhere.</summary>
    public int? Rank(string[][] words)
    {
        int sum = 0;
        foreach (string[] word in words)
        {
            if (Texts.Min(text => text.Rank(word)) is not { } best) return null;
            sum += best;
        }
        return sum;
    }
}
