using System.Text.RegularExpressions;

namespace HomeroomGraph.Breaks;

/// <summary>The breaks of one area, as its file <c>tests/Breaks/AREA.breaks</c> lists them.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Rules">The rules of the area that are kept, each of which has a break.</param>
/// <param name="Breaks">The breaks, in the file's order.</param>
/// <remarks>
/// <para>Lines of such a file: <c># a remark</c>; <c>rules P1 P2</c>, the rules of the area; <c>P2 A sentence.</c>, which begins a break; <c>in FILE</c>,
/// the file of the edits below it; <c>- a line of the text</c> and below those <c>+ a line in its place</c>, as a diff has them. <c>seen by PROJECT</c> below the
/// sentence spares the time of trying the projects before that one: for what use cases do, which no test of the database asks.</para>
/// <para>The text is found as it is after the first two characters of the line, indentation included, but it need not be a whole line of the file.</para>
/// </remarks>
public sealed partial record BreakList(string Name, IReadOnlyList<string> Rules, IReadOnlyList<RuleBreak> Breaks)
{
    /// <summary>The lists of all areas.</summary>
    /// <param name="root">The root of the work tree.</param>
    public static IReadOnlyList<BreakList> ReadAll(string root) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(root, "tests", "Breaks"), "*.breaks").Order(StringComparer.Ordinal)
            .Select(file => Read(Path.GetFileName(file), File.ReadAllText(file))),
    ];

    /// <summary>Reads a list.</summary>
    /// <exception cref="BreakException">A line is none of those that there can be, or not at its place.</exception>
    public static BreakList Read(string name, string text)
    {
        var reading = new Reading(name);
        foreach (var (line, number) in text.ReplaceLineEndings("\n").Split('\n').Select((line, place) => (line, place + 1)))
            reading.Take(line, number);
        return reading.End();
    }

    [GeneratedRegex("^(?<rule>[A-Z][0-9]+) (?<sentence>.+)$")]
    private static partial Regex Title();

    private sealed class Reading(string name)
    {
        private readonly List<string> rules = [];
        private readonly List<RuleBreak> breaks = [];
        private readonly List<BreakingEdit> edits = [];
        private readonly List<string> text = [], replacement = [];
        private Match? title;
        private string? file, seenBy;

        public void Take(string line, int number)
        {
            if (line.StartsWith('-') && file is not null)
                Text(line);
            else if (line.StartsWith('+') && text.Count > 0)
                replacement.Add(Content(line));
            else if (line.StartsWith("in ", StringComparison.Ordinal) && title is not null)
                File(line[3..]);
            else if (line.StartsWith("seen by ", StringComparison.Ordinal) && title is not null)
                seenBy = line[8..];
            else if (line.StartsWith("rules ", StringComparison.Ordinal))
                rules.AddRange(line[6..].Split(' '));
            else if (Title().Match(line) is { Success: true } next)
                Begin(next);
            else if (line.Length > 0 && !line.StartsWith('#'))
                throw new BreakException($"{name}, line {number}: this is no line of a list of breaks: {line}");
        }

        public BreakList End()
        {
            EndBreak();
            return new(name, rules, breaks);
        }

        private static string Content(string line) => line.Length > 2 ? line[2..] : "";

        // A text after a replacement is another edit of the same file.
        private void Text(string line)
        {
            if (replacement.Count > 0)
                EndEdit();
            text.Add(Content(line));
        }

        private void File(string next)
        {
            EndEdit();
            file = next;
        }

        private void Begin(Match next)
        {
            EndBreak();
            title = next;
        }

        private void EndEdit()
        {
            if (text.Count > 0)
                edits.Add(new(file!, string.Join('\n', text), string.Join('\n', replacement)));
            text.Clear();
            replacement.Clear();
        }

        private void EndBreak()
        {
            EndEdit();
            if (title is not null)
                breaks.Add(new(title.Groups["rule"].Value, title.Groups["sentence"].Value, [.. edits], seenBy));
            edits.Clear();
            (title, file, seenBy) = (null, null, null);
        }
    }
}
