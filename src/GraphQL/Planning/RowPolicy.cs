using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Sql;

namespace HomeroomGraph.GraphQL.Planning;

/// <summary>Which claims a viewer holds: what a policy is compiled for.</summary>
public sealed class PolicyScope
{
    private readonly IViewer _viewer;
    private readonly ViewerProfile _profile;

    /// <param name="claims">Those of which the same values are one parameter.</param>
    internal PolicyScope(IViewer viewer, IReadOnlyList<Claim> claims, OperationBudget budget) =>
        (_viewer, _profile, Budget) = (viewer, ViewerProfile.Of(viewer, claims), budget);

    /// <summary>What the operation that is planned has used of its limits.</summary>
    internal OperationBudget Budget { get; }

    public bool Holds(Claim claim) => _viewer.ValueOf(claim) is { Length: > 0 };

    /// <summary>True where the column's value is among the claim's. A single value is compared by equality, so that an index
    /// that goes on with the order's columns gives the rows in order.</summary>
    internal Predicate Compare(SqlColumn column, Claim claim) => _viewer.ValueOf(claim) switch
    {
        { Length: 1 } => Predicate.Equal(column, SqlFragment.Of($"{new SingleClaimSlot(_profile.Bound(claim))}")),
        { Length: > 1 } => Predicate.Of($"{column} = any({new ClaimSlot(_profile.Bound(claim))})"),
        _ => Predicate.False,
    };
}

/// <summary>Which rows of a table a viewer may see: wall one. It is part of every statement that reads the table, and it
/// holds inside filters, orders, counts and related rows alike.</summary>
public abstract class RowPolicy
{
    /// <summary>The condition for rows of the source, for viewers of the source's profile.</summary>
    internal abstract Predicate For(TableSource row);

    /// <summary>Every signed-in viewer sees every row.</summary>
    /// <param name="reason">Why that is right, for the reader of the code.</param>
    public static RowPolicy Public(string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return new Condition(_ => Predicate.True);
    }

    /// <summary>A row is visible when one of the policies says so.</summary>
    public static RowPolicy AnyOf(params RowPolicy[] policies) => new Condition(row => Predicate.Or(policies.Select(p => p.For(row))));

    /// <summary>A row is visible when all of the policies say so.</summary>
    public static RowPolicy AllOf(params RowPolicy[] policies) => new Condition(row => Predicate.And(policies.Select(p => p.For(row))));

    /// <summary>Every row, for viewers who hold the claim; none for others.</summary>
    public static RowPolicy OfHolders(Claim claim) => new Condition(row => row.Scope.Holds(claim) ? Predicate.True : Predicate.False);

    /// <summary>A row is visible when the condition holds.</summary>
    internal static RowPolicy Where(Func<TableSource, Predicate> condition) => new Condition(condition);

    private sealed class Condition(Func<TableSource, Predicate> condition) : RowPolicy
    {
        internal override Predicate For(TableSource row) => condition(row);
    }
}
