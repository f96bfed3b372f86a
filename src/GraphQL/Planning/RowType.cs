using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Planning;

/// <summary>An object type whose values are rows of a table: what may be asked of it, and by what its lists can be filtered
/// and ordered.</summary>
public sealed class RowType(ObjectType type, Table table)
{
    public ObjectType Type { get; } = type;
    public Table Table { get; } = table;
    public RowPolicy Policy { get; internal set; } = null!;

    /// <summary>The name by which logs call the rows: the table's, or for a view that of the table behind it.</summary>
    public string LoggedAs { get; internal set; } = table.ToString();

    internal Dictionary<string, FilterField> Filters { get; } = [];
    internal Dictionary<string, SortField> Sorts { get; } = [];
    internal List<(string Path, SortField.Value Sort, bool Descending)> DefaultOrder { get; } = [];

    /// <summary>Reads the table for a viewer's profile.</summary>
    public TableSource Read(PolicyScope scope) => new(Table, Policy, scope);

    /// <summary>The key's columns of a row: the district's, then the table's own.</summary>
    public IReadOnlyList<SqlFragment> KeyOf(TableSource row) => [.. Table.Key.Select(c => SqlFragment.Of($"{row[c]}"))];
}

/// <summary>A field of a filter input.</summary>
internal abstract record FilterField
{
    public sealed record Value(RowValue Expression, SqlType Type) : FilterField;

    public sealed record Id(RowType Row) : FilterField;

    public sealed record Reference(RowReference Row) : FilterField;

    public sealed record ToOne(RowType Target, RowMatch Match) : FilterField;

    public sealed record ToMany(RowType Target, RowMatch Match) : FilterField;
}

/// <summary>A field of a sort input.</summary>
internal abstract record SortField
{
    public sealed record Value(RowValue Expression, SqlType Type, bool IsNullable) : SortField;

    public sealed record ToOne(RowType Target, RowMatch Match) : SortField;
}
