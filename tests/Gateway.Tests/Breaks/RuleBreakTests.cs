using System.Xml.Linq;
using HomeroomGraph.Breaks;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Breaks;

/// <summary>The lists of breaks fit the sources as they are, and leave out no rule that is done; <c>tests/break-rules</c> makes the breaks.</summary>
public sealed class RuleBreakTests
{
    private static readonly IReadOnlyList<BreakList> Lists = BreakList.ReadAll(Repository.Root);
    private static readonly IReadOnlyList<TestProject> Projects = TestProject.ReadAll(Repository.Root);

    /// <summary>The rules of the areas that are done; the list of an area that comes next names its own.</summary>
    private static readonly string[] Done = ["O2", .. Enumerable.Range(1, 15).Select(number => $"P{number}"), "V2", "V3", "W1", "W2", "W3", "W4"];

    [Fact]
    public void Each_break_can_be_made()
    {
        foreach (var broken in Lists.SelectMany(list => list.Breaks))
        {
            Assert.True(broken.Edits.Count > 0, $"{broken.Rule} {broken.Sentence} breaks nothing.");
            foreach (var file in broken.Edits.GroupBy(edit => edit.File))
                Assert.NotEqual(Content(file.Key), file.Aggregate(Content(file.Key), (content, edit) => edit.ApplyTo(content)));
        }
    }

    [Fact]
    public void Each_rule_that_is_done_has_a_break_and_a_test()
    {
        Assert.Empty(Done.Except(Lists.SelectMany(list => list.Rules)));
        Assert.All(Lists, list => Assert.Equal(list.Rules.Order(), list.Breaks.Select(broken => broken.Rule).Distinct().Order()));
        Assert.All(Lists.SelectMany(list => list.Breaks), broken => Assert.True(
            Projects.Any(project => (broken.SeenBy ?? project.Name) == project.Name && project.Rules.Contains(broken.Rule) && broken.Edits.Any(edit => project.IsBuiltFrom(edit.File))), $"No test of {broken.Rule} is built from what breaks it: {broken.Sentence}"));
    }

    [Fact]
    public void Two_breaks_of_a_rule_are_two()
    {
        var breaks = Lists.SelectMany(list => list.Breaks).ToList();
        Assert.Equal(breaks.Count, breaks.Select(broken => $"{broken.Rule} {string.Join('\n', broken.Edits)}").Distinct().Count());
        Assert.Equal(breaks.Count, breaks.Select(broken => $"{broken.Rule} {broken.Sentence}").Distinct().Count());
    }

    [Fact]
    public void A_list_is_read_as_it_is_written()
    {
        var list = BreakList.Read("some.breaks", """
            # A remark.
            rules P1 P2

            P2 The one wall is gone, and the other.
            in src/a.sql
            -   where a
            -     and b
            +   where true
            - c
            in src/b.cs
            - if (d)
            + if (e)

            """);
        Assert.Equal(["P1", "P2"], list.Rules);
        var broken = Assert.Single(list.Breaks);
        Assert.Equal(("P2", "The one wall is gone, and the other."), (broken.Rule, broken.Sentence));
        Assert.Equal([new("src/a.sql", "  where a\n    and b", "  where true"), new("src/a.sql", "c", ""), new("src/b.cs", "if (d)", "if (e)")], broken.Edits);
        Assert.Throws<BreakException>(() => BreakList.Read("some.breaks", "P2 A sentence.\n+ without a text"));
        Assert.Throws<BreakException>(() => broken.Edits[1].ApplyTo("c and c again"));
    }

    /// <summary>A fixture that does not start, or an exception that nobody expected, shows that something is broken, but not that a test sees what.</summary>
    [Fact]
    public void A_bite_is_an_assertion_that_failed()
    {
        var run = RuleTestRun.Read(XDocument.Parse("""
            <assemblies><assembly><collection>
              <test type="A.B.Steps" method="Passes" result="Pass" />
              <test type="A.B.Steps" method="Asserts" result="Fail"><failure exception-type="Xunit.Sdk.EqualException" /></test>
              <test type="A.B.Steps" method="Asserts" result="Fail"><failure exception-type="Xunit.Sdk.ThrowsException" /></test>
              <test type="A.B.Steps" method="Stumbles" result="Fail"><failure exception-type="Npgsql.PostgresException" /></test>
              <test type="A.B.Steps" method="Never_starts" result="Fail"><failure exception-type="Xunit.Sdk.TestPipelineException" /></test>
              <test type="A.B.Steps" method="Is_skipped" result="Skip" />
            </collection></assembly></assemblies>
            """), "Some.Tests");
        Assert.Equal(5, run.Ran);
        Assert.Equal(["Some.Tests: Steps.Asserts"], run.Asserted);
        Assert.Equal(["Some.Tests: Steps.Stumbles (Npgsql.PostgresException)", "Some.Tests: Steps.Never_starts (Xunit.Sdk.TestPipelineException)"], run.Stumbled);
    }

    [Fact]
    public void A_break_of_a_migration_needs_no_build()
    {
        Assert.Equal(MigrationFolder.Setting, RuleTestRun.MigrationSetting);
        Assert.True(Directory.Exists(Path.Combine(Repository.Root, RuleBreak.Migrations)));
        Assert.False(new RuleBreak("P1", "S", [new(RuleBreak.Migrations + "/0001_a.sql", "a", "b")]).NeedsBuild);
        Assert.True(new RuleBreak("P1", "S", [new(RuleBreak.Migrations + "/0001_a.sql", "a", "b"), new("src/Data/A.cs", "a", "b")]).NeedsBuild);
    }

    private static string Content(string file) => File.ReadAllText(Path.Combine(Repository.Root, file));
}
