using System.Reflection;
using HomeroomGraph.GraphQL.Sql;

namespace HomeroomGraph.GraphQL.Planning;

/// <summary>A table of the database. Compared by reference: one object a table.</summary>
public sealed class Table(string schema, string name)
{
    public SqlIdentifier Schema { get; } = new(schema);
    public SqlIdentifier Name { get; } = new(name);

    /// <summary>The primary key's columns in order; filled when the model is read. Empty for rows that are no objects of their own, such as
    /// sums: they have no global id, and their type says what tells them apart (<see cref="RowType.Distinct"/>).</summary>
    public IReadOnlyList<Column> Key { get; set; } = [];

    /// <summary>Columns by which rows can be told apart, beside the key: those of unique indexes. Filled when the model is read.</summary>
    public IReadOnlyList<IReadOnlyList<Column>> Unique { get; set; } = [];

    public override string ToString() => $"{schema}.{name}";
}

/// <summary>A column of a table.</summary>
/// <param name="ClrType">The property's type without Nullable; an enum's C# type where the column keeps its name.</param>
public sealed record Column(Table Table, string Name, Type ClrType, bool IsNullable);

/// <summary>How rows of one table point to rows of another: pairs of columns that are equal, the district's among them.</summary>
/// <param name="IsToMany">One row may have several related ones.</param>
public sealed record Relation(Table From, Table To, IReadOnlyList<(Column From, Column To)> Columns, bool IsToMany);

/// <summary>What the engine asks about the object model it serves; answered from EF Core's model by the host.</summary>
public interface ITableModel
{
    Table TableOf(Type entity);

    Column ColumnOf(Type entity, MemberInfo property);

    Relation RelationOf(Type entity, MemberInfo navigation);

    /// <summary>The text an enum column keeps for a value of the C# enum.</summary>
    string StoredText(Type enumType, object value);
}
