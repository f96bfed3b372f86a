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

/// <summary>Breaks rules, each alone, and looks whether a test that carries the rule's id fails.</summary>
public sealed class BreakRun(ScratchCopy copy, IReadOnlyList<TestProject> projects, Action<string> say)
{
    /// <summary>Makes the breaks. A test of the project nearest to the database is enough; what none of it sees is tried by the next project.</summary>
    /// <exception cref="BreakException">The rules' tests do not pass with nothing broken, so their failing would say nothing.</exception>
    public async Task<IReadOnlyList<Bite>> OfAsync(IReadOnlyList<RuleBreak> breaks, CancellationToken cancellation)
    {
        var bites = breaks.Select(broken => new Bite(broken, [], "no test project has the rule and what is broken", TimeSpan.Zero)).ToArray();
        foreach (var project in projects)
        {
            int[] left = [.. Enumerable.Range(0, bites.Length).Where(place => !bites[place].IsThere && Concerns(project, breaks[place]))];
            if (left.Length == 0)
                continue;
            await RequirePassingAsync(project, [.. left.Select(place => breaks[place].Rule).Distinct()], cancellation);

            // What was built is good for all breaks of migrations, so as many are made at once as there are processors.
            var at = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation };
            await Parallel.ForEachAsync(left.Where(place => !breaks[place].NeedsBuild), at, async (place, stop) =>
                bites[place] = await MakeAsync(project, bites[place], InMigrationsAsync, stop));
            foreach (var place in left.Where(place => breaks[place].NeedsBuild))
                bites[place] = await MakeAsync(project, bites[place], InSourcesAsync, cancellation);
        }

        return bites;
    }

    private static bool Concerns(TestProject project, RuleBreak broken) =>
        (broken.SeenBy ?? project.Name) == project.Name && project.Rules.Contains(broken.Rule) && broken.Edits.Any(edit => project.IsBuiltFrom(edit.File));

    private async Task RequirePassingAsync(TestProject project, string[] rules, CancellationToken cancellation)
    {
        await RuleTestRun.BuildAsync(copy, project, cancellation);
        var run = await RuleTestRun.OfAsync(copy, project, rules, migrations: null, cancellation);
        if (run.Ran == 0 || run.Asserted.Count + run.Stumbled.Count > 0)
            throw new BreakException($"{project.Name}: with nothing broken {run.Ran} tests ran, of which failed: {string.Join(", ", [.. run.Asserted, .. run.Stumbled])}");
        say($"{project.Name}: with nothing broken the {run.Ran} tests of {string.Join(", ", rules)} pass.");
    }

    private async Task<Bite> MakeAsync(TestProject project, Bite before, Func<TestProject, RuleBreak, CancellationToken, Task<RuleTestRun>> make, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        Bite bite;
        try
        {
            var run = await make(project, before.Broken, cancellation);
            bite = new(before.Broken, run.Asserted, run.Stumbled.Count == 0 ? "" : $"failed, but not by what it asserts: {string.Join(", ", run.Stumbled)}", before.Time + watch.Elapsed);
        }
        catch (BreakException failure)
        {
            bite = before with { Remark = $"broken by itself: {failure.Message}", Time = before.Time + watch.Elapsed };
        }

        say($"{project.Name}: {bite.Broken.Rule} {bite.Broken.Sentence} {(bite.IsThere ? $"Bitten by {string.Join(", ", bite.BittenBy)}" : $"NOT BITTEN {bite.Remark}")} ({watch.Elapsed.TotalSeconds:0} s)");
        return bite;
    }

    private async Task<RuleTestRun> InMigrationsAsync(TestProject project, RuleBreak broken, CancellationToken cancellation)
    {
        var folder = copy.BrokenMigrations(broken);
        try
        {
            return await RuleTestRun.OfAsync(copy, project, [broken.Rule], folder, cancellation);
        }
        finally
        {
            ScratchCopy.Forget(folder);
        }
    }

    private async Task<RuleTestRun> InSourcesAsync(TestProject project, RuleBreak broken, CancellationToken cancellation)
    {
        copy.Break(broken);
        try
        {
            await RuleTestRun.BuildAsync(copy, project, cancellation);
            return await RuleTestRun.OfAsync(copy, project, [broken.Rule], migrations: null, cancellation);
        }
        finally
        {
            copy.Mend(broken);
        }
    }
}
