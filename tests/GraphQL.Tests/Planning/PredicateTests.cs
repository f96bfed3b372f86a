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

    [Fact]
    public void What_says_no_more_than_another_is_left_out_of_an_alternative()
    {
        Assert.Same(A, Predicate.Or(A, Predicate.And(A, B)));
        Assert.Same(A, Predicate.Or(Predicate.And(A, B), A));
        Assert.Same(A, Predicate.Or(A, Of("a")));
        Assert.Equal(Predicate.False, Predicate.Or());
        Assert.Equal(Predicate.False, Predicate.Or(Predicate.False));
        Assert.Equal(Predicate.True, Predicate.Or(A, Predicate.True));
        Assert.Same(A, Predicate.Or(Predicate.False, A));
        Assert.True(Predicate.Or(Predicate.And(A, B), Predicate.And(A, C)).Implies(A));
        Assert.False(Predicate.Or(Predicate.And(A, B), Predicate.And(A, C)).Implies(B));
    }

    [Fact]
    public void A_column_is_fixed_by_what_holds_for_every_row_and_by_nothing_else()
    {
        var column = new SqlColumn(Row, "district_id");
        var value = SqlFragment.Of($"{column}");
        var equal = Predicate.Equal(column, SqlFragment.Of($"1"));
        Assert.True(equal.Fixes(value));
        Assert.True(Predicate.And(A, Predicate.And(B, equal)).Fixes(value));
        Assert.False(Predicate.Or(A, equal).Fixes(value));
        Assert.False(Predicate.Not(equal).Fixes(value));
        Assert.False(A.Fixes(value));
        Assert.False(equal.Fixes(SqlFragment.Of($"{new SqlColumn(Row, "other")}")));
        Assert.False(equal.Fixes(SqlFragment.Of($"{new SqlColumn(new SqlAlias(), "district_id")}")));
        Assert.False(equal.Fixes(SqlFragment.Of($"{column} + 1")));
    }

    private static Predicate Of(string column) => Predicate.Of($"{new SqlColumn(Row, column)} = 1");

    /// <summary>A condition on a related row, each time under another alias.</summary>
    private static Predicate Some(string table, string column)
    {
        var related = new SqlAlias();
        return Predicate.Of($"exists (select from {new SqlIdentifier(table)} {related} where {new SqlColumn(related, column)} = {new SqlColumn(Row, "a")})");
    }
}
