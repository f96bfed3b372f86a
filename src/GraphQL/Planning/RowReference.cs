using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Sql;

namespace HomeroomGraph.GraphQL.Planning;

/// <summary>Columns that together name a row of any table (its district, the table's full name, the row's own key as text), such as
/// a log has. In the contract they are one global id, and a filter by it is a condition on the columns.</summary>
internal sealed class RowReference(Column district, Column table, Column row, Func<IEnumerable<RowType>> targets)
{
    // The types are all known only when the whole schema is declared.
    private readonly Lazy<IReadOnlyDictionary<string, string>> _tables = new(() =>
        targets().Where(HasKey).ToDictionary(target => target.Type.Name, target => target.LoggedAs));

    private readonly Lazy<(ConstantTextsSlot Tables, ConstantTextsSlot Types, ConstantTextsSlot WithoutOwnKey)> _names = new(() => (
        new([.. targets().Where(HasKey).Select(target => target.LoggedAs)]),
        new([.. targets().Where(HasKey).Select(target => target.Type.Name)]),
        new([.. targets().Where(target => target.Table.Key.Count == 1).Select(target => target.LoggedAs)])));

    /// <summary>The global id; null where no type shows the table's rows.</summary>
    public SqlFragment ToGlobalId(TableSource source)
    {
        var (tables, types, withoutOwnKey) = _names.Value;
        var type = SqlFragment.Of($"({types})[array_position({tables}, {source[table]}::text)]");
        var key = SqlFragment.Of($"case when {source[table]} = any({withoutOwnKey}) then '' else {source[district]} || ':' end || {source[row]}");
        return Paging.GlobalId.Base64UrlInSql(SqlFragment.Of($"{type} || ':' || {key}"));
    }

    /// <summary>Rows without a key have no global id, and stand in no log.</summary>
    private static bool HasKey(RowType target) => target.Table.Key.Count > 0;

    /// <summary>The condition of an id filter.</summary>
    public Predicate Plan(TableSource source, ObjectInput operations, string path) =>
        Predicate.And(operations.Fields.Select(operation => (operation.Key, operation.Value) switch
        {
            (_, NullInput) => Predicate.True,
            ("eq", var id) => Is(source, InputLeaf.Of(id)!, path),
            ("neq", var id) => Predicate.Not(Is(source, InputLeaf.Of(id)!, path)),
            ("in", ListInput ids) => IsOneOf(source, ids, path),
            ("nin", ListInput ids) => Predicate.Not(IsOneOf(source, ids, path)),
            _ => throw new InvalidOperationException($"There is no id operation '{operation.Key}'."),
        }));

    private Predicate Is(TableSource source, InputLeaf id, string path) => Predicate.And(
        Predicate.Of($"{source[district]} = {new RowReferenceSlot(id, RowReferencePart.District, _tables.Value, path)}"),
        Predicate.Of($"{source[table]} = {new RowReferenceSlot(id, RowReferencePart.Table, _tables.Value, path)}"),
        Predicate.Of($"{source[row]} = {new RowReferenceSlot(id, RowReferencePart.Row, _tables.Value, path)}"));

    private Predicate IsOneOf(TableSource source, ListInput ids, string path)
    {
        var leaves = new InputLeafList(ids);
        return Predicate.Of($"({source[district]}, {source[table]}, {source[row]}) in (select * from unnest({Part(RowReferencePart.District)}, {Part(RowReferencePart.Table)}, {Part(RowReferencePart.Row)}))");

        RowReferenceListSlot Part(RowReferencePart part) => new(leaves, part, _tables.Value, path);
    }
}
