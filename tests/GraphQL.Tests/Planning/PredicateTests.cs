using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Sql;

namespace HomeroomGraph.GraphQL.Tests.Planning;

/// <summary>What a condition is seen to imply by its form: never what it does not, for a rule that is taken for granted is no rule.</summary>
public sealed class PredicateTests
{
    private static readonly SqlAlias Row = new();
    private static readonly Predicate A = Of("a"), B = Of("b"), C = Of("c");

    [Fact]
    public void What_is_implied()
    {
        Assert.True(A.Implies(Of("a")));
        Assert.True(Predicate.False.Implies(A));
        Assert.True(A.Implies(Predicate.True));
        Assert.True(Predicate.And(A, B).Implies(A));
        Assert.True(A.Implies(Predicate.Or(A, B)));
        Assert.True(Predicate.Or(A, B).Implies(Predicate.Or(C, B, A)));
        Assert.True(Predicate.And(A, Predicate.Or(B, C)).Implies(Predicate.And(Predicate.Or(C, B), Predicate.Or(A, Of("d")))));
        Assert.True(Some("x", "a").Implies(Some("x", "a")));
    }

    [Fact]
    public void What_is_not()
    {
        Assert.False(A.Implies(B));
        Assert.False(Predicate.True.Implies(A));
        Assert.False(A.Implies(Predicate.False));
        Assert.False(Predicate.Or(A, B).Implies(A));
        Assert.False(A.Implies(Predicate.And(A, B)));
        Assert.False(Predicate.Not(A).Implies(A));
        Assert.False(Predicate.Of($"{new SqlColumn(new SqlAlias(), "a")} = 1").Implies(A));
        Assert.False(Some("x", "a").Implies(Some("y", "a")));
        Assert.False(Some("x", "a").Implies(Some("x", "b")));
        // The inner row and the outer one are not each other's stand-ins.
        var inner = new SqlAlias();
        var own = Predicate.Of($"exists (select from {new SqlIdentifier("x")} {inner} where {new SqlColumn(inner, "a")} = {new SqlColumn(Row, "a")})");
        var swapped = Predicate.Of($"exists (select from {new SqlIdentifier("x")} {inner} where {new SqlColumn(Row, "a")} = {new SqlColumn(inner, "a")})");
        var itself = Predicate.Of($"exists (select from {new SqlIdentifier("x")} {inner} where {new SqlColumn(inner, "a")} = {new SqlColumn(inner, "a")})");
        Assert.False(own.Implies(swapped));
        Assert.False(itself.Implies(own));
        Assert.False(own.Implies(itself));
    }

    private static Predicate Of(string column) => Predicate.Of($"{new SqlColumn(Row, column)} = 1");

    /// <summary>A condition on a related row, each time under another alias.</summary>
    private static Predicate Some(string table, string column)
    {
        var related = new SqlAlias();
        return Predicate.Of($"exists (select from {new SqlIdentifier(table)} {related} where {new SqlColumn(related, column)} = {new SqlColumn(Row, "a")})");
    }
}
