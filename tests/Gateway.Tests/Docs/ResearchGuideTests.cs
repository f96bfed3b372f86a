using HomeroomGraph.Data;
using HomeroomGraph.Data.Research;

namespace HomeroomGraph.Gateway.Tests.Docs;

/// <summary>docs/research.md says of states, steps and rules what the program declares. <c>UPDATE_SNAPSHOTS=1</c> writes them anew.</summary>
public sealed class ResearchGuideTests
{
    private static readonly string Guide = Path.Combine(Repository.Root, "docs", "research.md");

    [Theory]
    [Trait("Rule", "P11")]
    [InlineData("diagram")]
    [InlineData("steps")]
    [InlineData("rules")]
    public void The_guide_is_what_is_declared(string part)
    {
        var declared = part switch { "diagram" => Diagram(), "steps" => Steps(), _ => Rules() };
        var text = File.ReadAllText(Guide);
        var start = text.IndexOf('\n', text.IndexOf($"<!-- {part}:", StringComparison.Ordinal)) + 1;
        var end = text.IndexOf($"<!-- /{part} -->", StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
            File.WriteAllText(Guide, text[..start] + declared + text[end..]);
        else
            Assert.Equal(declared, text[start..end]);
    }

    private static string Diagram()
    {
        var moves = ProjectSteps.All.SelectMany(step => step.From.SelectMany(from => step.To.Where(to => to != from).Select(to => (from, to, step.Chinese))))
            .GroupBy(move => (move.from, move.to)).Select(move => $"    {NameOf(move.Key.from)} --> {NameOf(move.Key.to)}: {string.Join("、", move.Select(m => m.Chinese).Distinct())}");
        return $"```mermaid\nstateDiagram-v2\n    [*] --> DRAFT: 起草\n{string.Join('\n', moves)}\n```\n";
    }

    private static string Steps()
    {
        var rows = ProjectSteps.All.Select(step =>
            $"| {step.English} ({step.Chinese}) | {string.Join(", ", step.Mutations.Select(mutation => $"`{mutation}`"))} | {step.ByWhom} | {List(step.From)} | {List(step.To)}{LevelOf(step)} |");
        return $"| step | mutation | who | while | leads to |\n|---|---|---|---|---|\n{string.Join('\n', rows)}\n";
    }

    private static string Rules() =>
        $"| code | says |\n|---|---|\n{string.Join('\n', ResearchRules.All.Select(rule => $"| `{rule.Code}` | {rule.English.Replace("{0}", "…", StringComparison.Ordinal)} {rule.Chinese.Replace("{0}", "…", StringComparison.Ordinal)} |"))}\n";

    private static string LevelOf(ProjectStep step) => step.OfSchoolLevel switch { null => "", true => " (school level)", false => " (above school level)" };

    private static string List(IEnumerable<ProjectState> states) => string.Join(", ", states.Select(NameOf));

    private static string NameOf(ProjectState state) => EnumText<ProjectState>.Of(state).ToUpperInvariant();
}
