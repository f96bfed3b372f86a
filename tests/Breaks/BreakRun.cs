using System.Diagnostics;

namespace HomeroomGraph.Breaks;

/// <summary>What came of a break.</summary>
/// <param name="Broken">The break.</param>
/// <param name="BittenBy">The tests that saw it; none: nothing did.</param>
/// <param name="Remark">Where nothing did: why it may not have been a fair break.</param>
/// <param name="Time">How long building and testing took.</param>
public sealed record Bite(RuleBreak Broken, IReadOnlyList<string> BittenBy, string Remark, TimeSpan Time)
{
    public bool IsThere => BittenBy.Count > 0;
}

/// <summary>Breaks rules one after the other, each alone, and looks whether a test that carries the rule's id fails.</summary>
public sealed class BreakRun(ScratchCopy copy, IReadOnlyList<TestProject> projects, Action<string> say)
{
    // What is built of the project at hand is the program with nothing broken but migrations.
    private bool isBuilt;

    /// <summary>Makes the breaks. A test of the project nearest to the database is enough; what none of it sees is tried by the next project.</summary>
    /// <exception cref="BreakException">The rules' tests do not pass with nothing broken, so their failing would say nothing.</exception>
    public async Task<IReadOnlyList<Bite>> OfAsync(IReadOnlyList<RuleBreak> breaks, CancellationToken cancellation)
    {
        var bites = breaks.Select(broken => new Bite(broken, [], "no test project has the rule and what is broken", TimeSpan.Zero)).ToArray();
        foreach (var project in projects)
        {
            // What needs no build comes first, while what was built has nothing broken.
            int[] left =
            [
                .. Enumerable.Range(0, bites.Length).Where(place => !bites[place].IsThere && Concerns(project, bites[place].Broken)).OrderBy(place => breaks[place].NeedsBuild),
            ];
            if (left.Length == 0)
                continue;
            await RequirePassingAsync(project, [.. left.Select(place => breaks[place].Rule).Distinct()], cancellation);
            foreach (var place in left)
            {
                bites[place] = await MakeAsync(project, bites[place], cancellation);
                say($"{project.Name}: {breaks[place].Rule} {breaks[place].Sentence} {(bites[place].IsThere ? $"Bitten by {bites[place].BittenBy[0]}" : $"NOT BITTEN {bites[place].Remark}")}");
            }
        }

        return bites;
    }

    private static bool Concerns(TestProject project, RuleBreak broken) =>
        (broken.SeenBy ?? project.Name) == project.Name && project.Rules.Contains(broken.Rule) && broken.Edits.Any(edit => project.IsBuiltFrom(edit.File));

    private async Task RequirePassingAsync(TestProject project, string[] rules, CancellationToken cancellation)
    {
        await RuleTestRun.BuildAsync(copy, project, cancellation);
        isBuilt = true;
        var run = await RuleTestRun.OfAsync(copy, project, rules, cancellation);
        if (run.Ran == 0 || run.Asserted.Count + run.Stumbled.Count > 0)
            throw new BreakException($"{project.Name}: with nothing broken {run.Ran} tests ran, of which failed: {string.Join(", ", [.. run.Asserted, .. run.Stumbled])}");
        say($"{project.Name}: with nothing broken the {run.Ran} tests of {string.Join(", ", rules)} pass.");
    }

    private async Task<Bite> MakeAsync(TestProject project, Bite before, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        copy.Break(before.Broken);
        try
        {
            await BuildAsync(project, before.Broken, cancellation);
            var run = await RuleTestRun.OfAsync(copy, project, [before.Broken.Rule], cancellation);
            var remark = run.Stumbled.Count == 0 ? "" : $"failed, but not by what it asserts: {string.Join(", ", run.Stumbled)}";
            return new(before.Broken, run.Asserted, remark, before.Time + watch.Elapsed);
        }
        catch (BreakException failure)
        {
            return before with { Remark = $"broken by itself: {failure.Message}", Time = before.Time + watch.Elapsed };
        }
        finally
        {
            copy.Mend(before.Broken);
        }
    }

    private async Task BuildAsync(TestProject project, RuleBreak broken, CancellationToken cancellation)
    {
        if (isBuilt && !broken.NeedsBuild)
            return;
        isBuilt = false;
        await RuleTestRun.BuildAsync(copy, project, cancellation);
        isBuilt = !broken.NeedsBuild;
    }
}
