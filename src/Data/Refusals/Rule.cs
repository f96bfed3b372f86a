namespace HomeroomGraph.Data.Refusals;

/// <summary>A rule of the domain as the database keeps it: by the name of its constraint, which begins with the rule's id.</summary>
/// <param name="Constraint">The constraint, index, trigger or condition, such as <c>p2_one_unfinished_project</c>.</param>
/// <param name="English">What it says; <c>{0}</c> stands for what is wrong in particular (a name, a figure).</param>
/// <param name="Chinese">The same in Chinese.</param>
public sealed record Rule(string Constraint, string English, string Chinese)
{
    /// <summary>The rule's id, such as P2.</summary>
    public string Id { get; } = Constraint[..Constraint.IndexOf('_', StringComparison.Ordinal)].ToUpperInvariant();

    /// <summary>The code in the contract.</summary>
    public string Code { get; } = Constraint.ToUpperInvariant();

    /// <summary>The refusal by this rule.</summary>
    /// <param name="detail">What is wrong in particular.</param>
    /// <param name="path">The part that is wrong.</param>
    public Refusal Refuse(string? detail = null, params IReadOnlyList<string> path) =>
        new(RefusalKind.RuleBroken, Code, $"{string.Format(null, English, detail)} {string.Format(null, Chinese, detail)}") { Path = path, Rule = Id };
}
