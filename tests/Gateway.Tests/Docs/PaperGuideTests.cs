using HomeroomGraph.Data.Papers;

namespace HomeroomGraph.Gateway.Tests.Docs;

/// <summary>docs/papers.md has the rules that refuse, in their words.</summary>
public sealed class PaperGuideTests
{
    [Fact]
    [Trait("Rule", "R1")]
    [Trait("Rule", "R3")]
    public async Task The_rules_stand_in_the_guide_as_they_refuse()
    {
        string guide = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "papers.md"), TestContext.Current.CancellationToken);
        string rules = $"| code | says |\n|---|---|\n{string.Join('\n', PaperRules.All.Select(rule => $"| `{rule.Code}` | {rule.English} {rule.Chinese} |"))}\n";
        Assert.EndsWith(rules, guide, StringComparison.Ordinal);
    }
}
