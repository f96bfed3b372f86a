using System.Linq.Expressions;
using HomeroomGraph.GraphQL.Sql;

namespace HomeroomGraph.GraphQL.Planning;

/// <summary>States row policies of a table in terms of its entity's properties.</summary>
public sealed class RowPolicyBuilder<T>(ITableModel model, Func<Type, RowPolicy> policyOf)
{
    /// <summary>The column is one of the claim's values; never, for a viewer without the claim.</summary>
    public RowPolicy In(Claim claim, Expression<Func<T, object?>> column)
    {
        var compared = model.ColumnOf(typeof(T), Member.Of(column));
        return RowPolicy.Where(row => row.Scope.Compare(row[compared], claim));
    }

    /// <summary>The two columns are a pair of the claims, whose arrays run in parallel.</summary>
    public RowPolicy InPairs(
        (Claim First, Claim Second) claims, Expression<Func<T, object?>> first, Expression<Func<T, object?>> second)
    {
        var (left, right) = (model.ColumnOf(typeof(T), Member.Of(first)), model.ColumnOf(typeof(T), Member.Of(second)));
        return RowPolicy.Where(row => row.Scope.Holds(claims.First)
            ? Predicate.Of($"({row[left]}, {row[right]}) in (select * from unnest({new ClaimSlot(claims.First)}, {new ClaimSlot(claims.Second)}))")
            : Predicate.False);
    }

    /// <summary>The column is null.</summary>
    public RowPolicy IsNull(Expression<Func<T, object?>> column)
    {
        var tested = model.ColumnOf(typeof(T), Member.Of(column));
        return RowPolicy.Where(row => Predicate.Of($"{row[tested]} is null"));
    }

    /// <summary>The column's closed state or kind is one of these; never, where it is null.</summary>
    public RowPolicy Is<TEnum>(Expression<Func<T, object?>> column, params TEnum[] values) where TEnum : struct, Enum =>
        OneOf(column, values, isNegated: false);

    /// <summary>The column's closed state or kind is none of these; never, where it is null.</summary>
    public RowPolicy IsNot<TEnum>(Expression<Func<T, object?>> column, params TEnum[] values) where TEnum : struct, Enum =>
        OneOf(column, values, isNegated: true);

    /// <summary>The period of the row contains today: it started, and ends later or not at all.</summary>
    public RowPolicy HoldsToday(Expression<Func<T, object?>> startsOn, Expression<Func<T, object?>> endsOn)
    {
        var (start, end) = (model.ColumnOf(typeof(T), Member.Of(startsOn)), model.ColumnOf(typeof(T), Member.Of(endsOn)));
        return RowPolicy.Where(row => Predicate.Of(
            $"({row[start]} <= {new TodaySlot()} and ({row[end]} is null or {new TodaySlot()} < {row[end]}))"));
    }

    /// <summary>The day is today or was before; never, where there is none.</summary>
    public RowPolicy HasBegun(Expression<Func<T, object?>> day)
    {
        var start = model.ColumnOf(typeof(T), Member.Of(day));
        return RowPolicy.Where(row => Predicate.Of($"{row[start]} <= {new TodaySlot()}"));
    }

    /// <summary>A related row fulfils a condition of its own. The relation is read without the related table's policy, for it
    /// decides about this row only, and nothing of it is shown.</summary>
    public RowPolicy Some<TRelated>(
        Expression<Func<T, object?>> relation, Func<RowPolicyBuilder<TRelated>, RowPolicy> condition)
    {
        var path = model.RelationOf(typeof(T), Member.Of(relation));
        var policy = condition(new RowPolicyBuilder<TRelated>(model, policyOf));
        return RowPolicy.Where(row =>
        {
            if (row.OfOwnerThatIsRead(path, policy) is { } known) return known;
            var related = new TableSource(path.To, policy, row.Scope);
            return Predicate.Exists(related, row.Matches(path, related));
        });
    }

    /// <summary>No related row fulfils the condition; read as <see cref="Some{TRelated}"/> reads it.</summary>
    public RowPolicy None<TRelated>(
        Expression<Func<T, object?>> relation, Func<RowPolicyBuilder<TRelated>, RowPolicy> condition)
    {
        var some = Some(relation, condition);
        return RowPolicy.Where(row => Predicate.Not(some.For(row)));
    }

    /// <summary>The row is visible when the row it belongs to is, by that one's own policy; where it belongs to several, when one of them is.</summary>
    public RowPolicy AsOwner<TOwner>(Expression<Func<T, object?>> owner)
    {
        var path = model.RelationOf(typeof(T), Member.Of(owner));
        return RowPolicy.Where(row =>
        {
            var policy = policyOf(typeof(TOwner));
            if (row.OfOwnerThatIsRead(path, policy) is { } known) return known;
            var related = new TableSource(path.To, policy, row.Scope);
            bool isThere = !path.IsToMany && !path.Columns.Any(pair => pair.From.IsNullable);
            return (isThere ? row.OfOwnColumns(path, related) : null) ?? Predicate.Exists(related, row.Matches(path, related));
        });
    }

    private RowPolicy OneOf<TEnum>(Expression<Func<T, object?>> column, TEnum[] values, bool isNegated) where TEnum : struct, Enum
    {
        var compared = model.ColumnOf(typeof(T), Member.Of(column));
        var texts = values.Select(value => new ConstantSlot(model.StoredText(typeof(TEnum), value), SqlTypes.Text)).ToList();
        return RowPolicy.Where(row => isNegated
            ? Predicate.And(texts.Select(text => Predicate.Of($"{row[compared]} <> {text}")))
            : Predicate.Or(texts.Select(text => Predicate.Of($"{row[compared]} = {text}"))));
    }
}
