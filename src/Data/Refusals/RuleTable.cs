using HomeroomGraph.Data.Archive;
using HomeroomGraph.Data.Awards;
using HomeroomGraph.Data.Papers;
using HomeroomGraph.Data.Research;
using Npgsql;

namespace HomeroomGraph.Data.Refusals;

/// <summary>The one table from names of constraints to refusals. What the database refuses by a name that is not here is a fault of ours.</summary>
public static class RuleTable
{
    /// <summary>All rules that can refuse, by area.</summary>
    public static IReadOnlyList<Rule> All { get; } = [.. ResearchRules.All, .. PaperRules.All, .. AwardRules.All, .. DocumentRules.All, .. SemesterReportRules.All];

    private static readonly Dictionary<string, Rule> ByConstraint = All.ToDictionary(rule => rule.Constraint, StringComparer.Ordinal);

    /// <summary>The rule of a constraint.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public static Rule Of(string constraint) => ByConstraint[constraint];

    /// <summary>The refusal that the database's error means; null where it is a fault. What is wrong in particular stands behind the colon of the
    /// messages of our own functions.</summary>
    public static Refusal? RefusalOf(PostgresException failure) =>
        failure.ConstraintName is { } constraint && ByConstraint.TryGetValue(constraint, out var rule) ? rule.Refuse(DetailOf(failure.MessageText)) : null;

    private static string DetailOf(string message) =>
        message.IndexOf(": ", StringComparison.Ordinal) is var colon and >= 0 ? message[(colon + 2)..] : "…";
}
