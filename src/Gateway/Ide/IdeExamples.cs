using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace HomeroomGraph.Gateway.Ide;

/// <summary>The kinds of users for whom there are examples: folders of <c>schema/operations/Examples</c>.</summary>
internal enum IdeAudience
{
    District,
    School,
    Integrator,
}

/// <summary>An operation that the IDE opens.</summary>
/// <param name="Name">The operation's name.</param>
/// <param name="Document">Its text.</param>
/// <param name="Variables">Variables, as JSON, with which it finds something in the demo.</param>
internal sealed record IdeExample(string Name, string Document, string Variables);

/// <summary>The example operations of <c>schema/operations/Examples</c>, in the order in which <c>example-variables.json</c> names them.</summary>
internal static partial class IdeExamples
{
    private const string Folder = "schema/operations/Examples/", Ending = ".graphql";

    private static readonly Assembly Program = typeof(IdeExamples).Assembly;
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, IndentSize = 2 };

    public static IReadOnlyDictionary<IdeAudience, IReadOnlyList<IdeExample>> All { get; } = Read();

    private static Dictionary<IdeAudience, IReadOnlyList<IdeExample>> Read()
    {
        using var stored = JsonDocument.Parse(TextOf("ide/example-variables.json"));
        var variables = stored.RootElement.EnumerateObject().ToList();
        return Enum.GetValues<IdeAudience>().ToDictionary(audience => audience, audience => OfAudience(audience, variables));
    }

    private static IReadOnlyList<IdeExample> OfAudience(IdeAudience audience, List<JsonProperty> variables)
    {
        var place = $"{Folder}{audience}/";
        var names = Program.GetManifestResourceNames().Where(name => name.StartsWith(place, StringComparison.Ordinal))
            .Select(name => name[place.Length..^Ending.Length]).ToHashSet();
        var known = variables.Where(example => names.Remove(example.Name))
            .Select(example => new IdeExample(example.Name, DocumentOf(place + example.Name + Ending), JsonSerializer.Serialize(example.Value, Indented)));
        return [.. known, .. names.Order().Select(name => new IdeExample(name, DocumentOf(place + name + Ending), "{}"))];
    }

    /// <summary>With comments where the document has descriptions: Altair's parser is of an edition of the specification in which operations have none.</summary>
    private static string DocumentOf(string name) => Description().Replace(TextOf(name), found =>
        string.Join('\n', found.Groups["text"].Value.Split('\n').Select(line => $"{found.Groups["indent"].Value}# {line.Trim()}")));

    [GeneratedRegex("^(?<indent>[ \\t]*)\"\"\"\\s*(?<text>[^\"]*?)\\s*\"\"\"", RegexOptions.Multiline)]
    private static partial Regex Description();

    private static string TextOf(string name)
    {
        using var reader = new StreamReader(Program.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
