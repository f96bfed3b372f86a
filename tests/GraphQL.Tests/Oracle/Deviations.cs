using HomeroomGraph.GraphQL.Validation.TypeSystemRules;

namespace HomeroomGraph.GraphQL.Tests.Oracle;

/// <summary>Where we differ from the reference on purpose. README.md says why, one by one; nothing else may differ.</summary>
internal static class Deviations
{
    private const int LongToken = 200, LongValue = 1000;

    /// <summary>An error that only we report: a text with U+0000, a literal of Float beyond what is finite.</summary>
    public static bool IsOurs(GraphQLError error) =>
        error.Message.EndsWith(" cannot represent the character U+0000.", StringComparison.Ordinal)
        || error.Message.StartsWith("Float cannot represent", StringComparison.Ordinal) && error.Message.EndsWith(" (value is too large)", StringComparison.Ordinal);

    /// <summary>Whether two verdicts are the same but for long tokens and values, which our errors repeat only in part.</summary>
    public static bool AreTheSame(string ours, string theirs)
    {
        if (ours == theirs) return true;
        // The reference itself fails, at a default of what is no input type and at a wrong value of @defer or @stream; we say what is wrong.
        if (theirs.StartsWith("failure: ", StringComparison.Ordinal)) return ours != "valid";
        string[] our = ours.Split(Verdict.Separator), their = theirs.Split(Verdict.Separator);
        // The reference throws the first of these, and none for a type of its own that is defined again; we report all.
        if (their is [var thrown] && thrown.StartsWith(nameof(BuiltInDirectiveValuesRule), StringComparison.Ordinal)) return our.Contains(thrown);
        if (our.All(error => error.StartsWith(nameof(BuiltInDirectiveValuesRule), StringComparison.Ordinal))) return theirs != "valid";
        return our.Length == their.Length && our.Zip(their).All(pair => IsTheSame(pair.First, pair.Second) || IsCut(pair.First, pair.Second));
    }

    /// <summary>The reference may show half of a character beyond the first plane, of which nothing is left in UTF-8.</summary>
    private static bool IsTheSame(string ours, string theirs) => ours == theirs.Replace("\uFFFD", "", StringComparison.Ordinal);

    private static bool IsCut(string ours, string theirs) => IsCut(ours, theirs, "…", LongToken) || IsCut(ours, theirs, "...", LongValue);

    /// <summary>Whether ours is theirs with a mark instead of what is beyond the length that is shown.</summary>
    private static bool IsCut(string ours, string theirs, string mark, int shown)
    {
        for (int at = ours.IndexOf(mark, Math.Min(shown, ours.Length), StringComparison.Ordinal); at >= 0; at = ours.IndexOf(mark, at + 1, StringComparison.Ordinal))
            if (theirs.StartsWith(ours[..at], StringComparison.Ordinal) && theirs[at..].EndsWith(ours[(at + mark.Length)..], StringComparison.Ordinal)) return true;
        return false;
    }
}
