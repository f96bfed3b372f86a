using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace HomeroomGraph.Breaks;

/// <summary>A test project: which rules its tests carry, and what it is built from.</summary>
public sealed partial class TestProject
{
    private readonly HashSet<string> sources;

    private TestProject(string name, IEnumerable<string> rules, HashSet<string> sources)
    {
        (Name, this.sources) = (name, sources);
        Rules = rules.ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Its name, e.g. <c>Data.Tests</c>.</summary>
    public string Name { get; }

    /// <summary>The ids that its tests carry as the trait <c>Rule</c>.</summary>
    public IReadOnlySet<string> Rules { get; }

    /// <summary>Its project file, from the root of the work tree.</summary>
    public string File => $"tests/{Name}/{Name}.csproj";

    /// <summary>The test projects, those nearest to the database first; of two that are as near, the one with tests of more rules.</summary>
    /// <param name="root">The root of the work tree.</param>
    public static IReadOnlyList<TestProject> ReadAll(string root) =>
    [
        .. Directory.EnumerateDirectories(Path.Combine(root, "tests"), "*.Tests").Select(folder => Read(root, Path.GetFileName(folder)))
            .OrderBy(project => project.sources.Count(source => source.StartsWith("src/", StringComparison.Ordinal))).ThenByDescending(project => project.Rules.Count),
    ];

    /// <summary>A change of that file may change how its tests end.</summary>
    public bool IsBuiltFrom(string file) => sources.Any(folder => file.StartsWith(folder + '/', StringComparison.Ordinal));

    private static TestProject Read(string root, string name)
    {
        var sources = new HashSet<string>(StringComparer.Ordinal);
        AddWithReferences(root, $"tests/{name}/{name}.csproj", sources);
        var rules = Directory.EnumerateFiles(Path.Combine(root, "tests", name), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Trait().Matches(System.IO.File.ReadAllText(file))).Select(trait => trait.Groups[1].Value);
        return new(name, rules, sources);
    }

    private static void AddWithReferences(string root, string project, HashSet<string> sources)
    {
        var folder = Path.GetDirectoryName(project)!;
        if (!sources.Add(folder))
            return;
        foreach (var reference in XDocument.Load(Path.Combine(root, project)).Descendants("ProjectReference"))
        {
            var target = Path.Combine(root, folder, (string)reference.Attribute("Include")!);
            AddWithReferences(root, Path.GetRelativePath(root, Path.GetFullPath(target)).Replace('\\', '/'), sources);
        }
    }

    [GeneratedRegex("""Trait\("Rule", "([A-Z][0-9]+)"\)""")]
    private static partial Regex Trait();
}
