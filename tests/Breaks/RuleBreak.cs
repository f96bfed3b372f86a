namespace HomeroomGraph.Breaks;

/// <summary>One way to break a rule of the domain, which some test that carries the rule's id has to see.</summary>
/// <param name="Rule">The rule's id, e.g. <c>P2</c>.</param>
/// <param name="Sentence">What no longer holds, in plain words.</param>
/// <param name="Edits">What breaks it; several where more than one place keeps the rule.</param>
/// <param name="SeenBy">The one test project that can see it; null: the nearest to the database is tried first.</param>
public sealed record RuleBreak(string Rule, string Sentence, IReadOnlyList<BreakingEdit> Edits, string? SeenBy = null)
{
    /// <summary>Where the migrations are, which tests read as they stand there.</summary>
    public const string Migrations = "src/Data/Migrations";

    /// <summary>Something is to be built for it: more than migrations is broken.</summary>
    public bool NeedsBuild => Edits.Any(edit => !(edit.File.StartsWith(Migrations, StringComparison.Ordinal) && edit.File.EndsWith(".sql", StringComparison.Ordinal)));
}

/// <summary>A text of a file, found there exactly once, and what stands in its place while the rule is broken.</summary>
/// <param name="File">The file, from the root of the work tree.</param>
/// <param name="Text">The text, of one line or several.</param>
/// <param name="Replacement">What takes its place; empty where the text is only left out.</param>
public sealed record BreakingEdit(string File, string Text, string Replacement)
{
    /// <summary>How often the text is in a content: a break that can be made finds it once.</summary>
    public int CountIn(string content) => content.Split(Text).Length - 1;

    /// <summary>The content with the rule broken.</summary>
    /// <exception cref="BreakException">The text is not there, or not once: the sources have moved on.</exception>
    public string ApplyTo(string content) => CountIn(content) == 1
        ? content.Replace(Text, Replacement, StringComparison.Ordinal)
        : throw new BreakException($"{File} has this text {CountIn(content)} times, not once:\n{Text}");
}

/// <summary>A list of breaks, or a run of them, can't be used as it stands.</summary>
public sealed class BreakException(string message) : Exception(message);
