using System.Text.RegularExpressions;
using HomeroomGraph.Gateway.Tests.Docs;
using HomeroomGraph.Gateway.Tests.Queries;

namespace HomeroomGraph.Gateway.Tests.Figures;

/// <summary>What a figure is stands in one place; the guide says the same, and names the lists that there are.</summary>
public sealed partial class FigureDefinitionTests(FullDemoEngine demo) : IClassFixture<FullDemoEngine>
{
    [Fact]
    public async Task The_guide_has_each_definition_to_the_letter_and_lists_that_there_are()
    {
        var rows = DocSnippets.Of("for-dashboards.md").Text.Split('\n').Where(line => FigureRow().IsMatch(line)).ToList();
        var definitions = (await demo.DataAsync("analyst-370403", "{ figureDefinitions(first: 50) { nodes { key rules nameZh nameEn textZh textEn } } }"))
            .GetProperty("figureDefinitions").GetProperty("nodes").EnumerateArray().ToList();
        Assert.Equal(["D1", "D12", "D4", "D5", "D6", "D7", "D8", "D9"], definitions.Select(definition => definition.GetProperty("key").GetString()));
        Assert.Equal(definitions.Count, rows.Count);
        Assert.All(definitions, definition =>
        {
            string Of(string field) => definition.GetProperty(field).GetString()!;
            var row = Assert.Single(rows, row => row.StartsWith($"| {Of("key")} |", StringComparison.Ordinal));
            Assert.EndsWith($"| {Of("nameEn")} ({Of("nameZh")}). {Of("textEn")} |", row, StringComparison.Ordinal);
            Assert.NotEqual("", Of("textZh"));
            Assert.Contains(Of("key"), definition.GetProperty("rules").EnumerateArray().Select(rule => rule.GetString()));
        });

        var lists = rows.SelectMany(row => List().Matches(row.Split('|')[2])).Select(list => list.Groups[1].Value).ToList();
        var query = HomeroomSchema.Build().Schema.Query!;
        Assert.Equal(lists.Order(StringComparer.Ordinal), query.Fields.Keys.Where(name => name.EndsWith("Figures", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.All(lists, list => Assert.Equal(query.Fields[list].Arguments.ContainsKey("on"), rows.Any(row => row.Contains($"`{list}(on:)`", StringComparison.Ordinal))));
    }

    [GeneratedRegex("^\\| D[0-9]+ \\|")]
    private static partial Regex FigureRow();

    [GeneratedRegex("`([a-z]\\w+)(?:\\(on:\\))?`")]
    private static partial Regex List();
}
