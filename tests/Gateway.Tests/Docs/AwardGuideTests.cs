using HomeroomGraph.Data;
using HomeroomGraph.Data.Awards;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Docs;

/// <summary>docs/awards.md says of states, steps, conditions and rules what the program declares. <c>UPDATE_SNAPSHOTS=1</c> writes them anew.</summary>
public sealed class AwardGuideTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    private static readonly string Guide = Path.Combine(Repository.Root, "docs", "awards.md");

    [Theory]
    [Trait("Rule", "W2")]
    [Trait("Rule", "W3")]
    [InlineData("diagram")]
    [InlineData("steps")]
    [InlineData("conditions")]
    [InlineData("rules")]
    public async Task The_guide_is_what_is_declared(string part)
    {
        var declared = part switch { "diagram" => Diagram(), "steps" => Steps(), "conditions" => await ConditionsAsync(), _ => Rules() };
        var text = await File.ReadAllTextAsync(Guide, TestContext.Current.CancellationToken);
        var start = text.IndexOf('\n', text.IndexOf($"<!-- {part}:", StringComparison.Ordinal)) + 1;
        var end = text.IndexOf($"<!-- /{part} -->", StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
            await File.WriteAllTextAsync(Guide, text[..start] + declared + text[end..], TestContext.Current.CancellationToken);
        else
            Assert.Equal(declared, text[start..end]);
    }

    private static string Diagram()
    {
        var moves = AwardSteps.All.SelectMany(step => step.While.SelectMany(from => step.To.Select(to => (from, to, step.Chinese))))
            .GroupBy(move => (move.from, move.to)).Select(move => $"    {NameOf(move.Key.from)} --> {NameOf(move.Key.to)}: {string.Join("、", move.Select(m => m.Chinese).Distinct())}");
        return $"```mermaid\nstateDiagram-v2\n    [*] --> PLANNED: 发起评选\n{string.Join('\n', moves)}\n```\n";
    }

    private static string Steps()
    {
        var rows = AwardSteps.All.Select(step =>
            $"| {step.English} ({step.Chinese}) | {string.Join(", ", step.Mutations.Select(mutation => $"`{mutation}`"))} | {step.ByWhom} | {List(step.While)} | {List(step.Nomination)} | {Leads(step)} |");
        return $"| step | mutation | who | while the selection is | the nomination is | leads to |\n|---|---|---|---|---|---|\n{string.Join('\n', rows)}\n";
    }

    /// <summary>The conditions in their order, with the rules by which the database asks them.</summary>
    private async Task<string> ConditionsAsync()
    {
        var asked = await test.Database.Owner.ColumnAsync<string>(
            """
            select concat_ws(' ', m[2], m[1])
            from pg_proc p, regexp_matches(p.prosrc, 'select \d+(?: as place)?, ''([A-Z]\d+)''(?: as rule)?, ''([a-z_]+)''', 'g') m where p.proname = 'award_eligibility'
            """);
        var rows = asked.Select(row => row.Split(' ')).Select(row => $"| `{row[0]}` | {row[1]} | {EligibilityConditions.WordsOf(row[0])} |").ToList();
        Assert.Equal(EligibilityConditions.Codes.Count, rows.Count);
        return $"| condition | rule | says |\n|---|---|---|\n{string.Join('\n', rows)}\n";
    }

    private static string Rules() =>
        $"| code | says |\n|---|---|\n{string.Join('\n', AwardRules.All.Select(rule => $"| `{rule.Code}` | {rule.English.Replace("{0}", "…", StringComparison.Ordinal)} {rule.Chinese.Replace("{0}", "…", StringComparison.Ordinal)} |"))}\n";

    private static string Leads(AwardStep step) => string.Join("; ", new[] { List(step.To), step.NominationTo.Length > 0 ? "nomination " + List(step.NominationTo) : "" }.Where(part => part.Length > 0));

    private static string List<TState>(IEnumerable<TState> states) where TState : struct, Enum => string.Join(", ", states.Select(NameOf));

    private static string NameOf<TState>(TState state) where TState : struct, Enum => EnumText<TState>.Of(state).ToUpperInvariant();
}
