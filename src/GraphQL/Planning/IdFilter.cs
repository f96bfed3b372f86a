using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Sql;

namespace HomeroomGraph.GraphQL.Planning;

/// <summary>Conditions on global ids: they are taken apart into the key they stand for, so that the primary key's index serves.</summary>
internal static class IdFilter
{
    public static Predicate Plan(RowType type, TableSource row, ObjectInput operations, string path) =>
        Predicate.And(operations.Fields.Select(operation => (operation.Key, operation.Value) switch
        {
            (_, NullInput) => Predicate.True,
            ("eq", var id) => Is(type, row, InputLeaf.Of(id)!, path),
            ("neq", var id) => Predicate.Not(Is(type, row, InputLeaf.Of(id)!, path)),
            ("in", ListInput ids) => IsOneOf(type, row, ids, path),
            ("nin", ListInput ids) => Predicate.Not(IsOneOf(type, row, ids, path)),
            _ => throw new InvalidOperationException($"There is no id operation '{operation.Key}'."),
        }));

    /// <summary>The row is the one of the id.</summary>
    public static Predicate Is(RowType type, TableSource row, InputLeaf id, string path) =>
        Predicate.And(type.Table.Key.Select((column, i) =>
            Predicate.Equal(row[column], SqlFragment.Of($"{new GlobalIdSlot(id, type.Type.Name, OwnId: i == 1, path)}"))));

    /// <summary>The row is one of those of the ids; ids of other types mean none.</summary>
    public static Predicate IsOneOf(RowType type, TableSource row, ListInput ids, string path)
    {
        var leaves = new InputLeafList(ids);
        return KeyIn(type, row, ownId => new GlobalIdListSlot(leaves, type.Type.Name, ownId, path));
    }

    /// <summary>The row's key is one of those in parallel arrays.</summary>
    public static Predicate KeyIn(RowType type, TableSource row, Func<bool, Slot> part) => type.Table.Key.Count == 1
        ? Predicate.Of($"{row[type.Table.Key[0]]} = any({part(false)})")
        : Predicate.Of($"({row[type.Table.Key[0]]}, {row[type.Table.Key[1]]}) in (select * from unnest({part(false)}, {part(true)}))");
}
