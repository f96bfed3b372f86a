using System.Xml.Linq;

namespace HomeroomGraph.Breaks;

/// <summary>How the tests of some rules ended in one test project.</summary>
/// <param name="Ran">How many ran.</param>
/// <param name="Asserted">Those that failed because what they assert did not hold: the ones that bite.</param>
/// <param name="Stumbled">Those that failed otherwise, with the kind of failure: a fixture that did not start, an exception nobody expected.</param>
public sealed record RuleTestRun(int Ran, IReadOnlyList<string> Asserted, IReadOnlyList<string> Stumbled)
{
    /// <summary>The setting by which tests migrate from a folder, so that a break of a migration needs no build (<c>MigrationFolder</c> of the tests' fixtures).</summary>
    public const string MigrationSetting = "HOMEROOM_TEST_MIGRATIONS";

    private const string Assertions = "Xunit.Sdk.";
    private static readonly TimeSpan MostTime = TimeSpan.FromMinutes(10);

    // xunit's own kinds of failure that are no assertion.
    private static readonly string[] OfTheRunner = ["Xunit.Sdk.TestPipelineException", "Xunit.Sdk.TestTimeoutException"];

    /// <summary>Builds a test project in the copy, as it stands there.</summary>
    /// <exception cref="BreakException">It does not build.</exception>
    public static async Task BuildAsync(ScratchCopy copy, TestProject project, CancellationToken cancellation)
    {
        // Style is not what is tried here: a break may leave a variable unused.
        string[] build = ["build", project.File, "-v", "quiet", "-nologo", "-p:RunAnalyzers=false", "-p:TreatWarningsAsErrors=false", "-clp:ErrorsOnly"];
        (await Command.RunAsync("dotnet", build, copy.Root, MostTime, cancellation)).RequireSuccess();
    }

    /// <summary>Runs the tests that carry one of the rules.</summary>
    /// <param name="migrations">The folder of the migrations, a broken one or the copy's own.</param>
    /// <exception cref="BreakException">They did not run to their end.</exception>
    public static async Task<RuleTestRun> OfAsync(ScratchCopy copy, TestProject project, IEnumerable<string> rules, string? migrations, CancellationToken cancellation)
    {
        var results = Path.Combine(copy.Root, "TestResults", $"{Guid.NewGuid():n}.xml");
        Directory.CreateDirectory(Path.GetDirectoryName(results)!);
        var program = Path.Combine(copy.Root, "tests", project.Name, "bin", "Debug", "net10.0", $"HomeroomGraph.{project.Name}.dll");
        var run = await Command.RunAsync(
            "dotnet", [program, "-noLogo", "-xml", results, .. rules.SelectMany(rule => new[] { "-trait", $"Rule={rule}" })], copy.Root, MostTime, cancellation,
            (MigrationSetting, migrations ?? Path.Combine(copy.Root, RuleBreak.Migrations)));
        if (!File.Exists(results))
            throw new BreakException($"the tests of {project.Name} did not run:\n{run.Output}");
        var read = Read(XDocument.Load(results), project.Name);
        File.Delete(results);
        return read;
    }

    /// <summary>Reads what xunit wrote.</summary>
    public static RuleTestRun Read(XDocument results, string project)
    {
        var tests = results.Descendants("test").Where(test => (string?)test.Attribute("result") is "Pass" or "Fail").ToList();
        var failed = tests.Where(test => (string?)test.Attribute("result") == "Fail").ToLookup(IsAssertion);
        return new(
            tests.Count,
            [.. failed[true].Select(test => NameOf(test, project)).Distinct()],
            [.. failed[false].Select(test => $"{NameOf(test, project)} ({KindOf(test)})").Distinct()]);
    }

    private static bool IsAssertion(XElement test) =>
        KindOf(test) is { } kind && kind.StartsWith(Assertions, StringComparison.Ordinal) && !OfTheRunner.Contains(kind);

    private static string? KindOf(XElement test) => (string?)test.Element("failure")?.Attribute("exception-type");

    // Without namespace and arguments: Data.Tests: StepTests.No_step_is_skipped.
    private static string NameOf(XElement test, string project) =>
        $"{project}: {((string?)test.Attribute("type"))?.Split('.')[^1]}.{(string?)test.Attribute("method")}";
}
