using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Planning.Groups;
using HomeroomGraph.GraphQL.Planning.Search;
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

    /// <summary>By what its lists are searched; null where they are not.</summary>
    internal SearchIndex? Search { get; set; }

    /// <summary>What the lists of the type take beside paging, filter and order, for a table that is a function of the database; in its order.</summary>
    public IReadOnlyList<RowArgument> Arguments { get; internal init; } = [];

    /// <summary>What tells two rows apart: the end of every order. The primary key, where there is one.</summary>
    internal List<(string Path, SortField.Value Sort)> Distinct { get; } = [.. table.Key.Select(key => (
        key.Name, new SortField.Value((row, _) => SqlFragment.Of($"{row[key]}"), key.ClrType == typeof(int) ? SqlTypes.Integer : SqlTypes.Bigint, IsNullable: false)))];

    internal Dictionary<string, FilterField> Filters { get; } = [];
    internal Dictionary<string, SortField> Sorts { get; } = [];

    /// <summary>By what rows can be grouped.</summary>
    internal OrderedDictionary<string, GroupField> GroupFields { get; } = [];

    /// <summary>The fields of which groups have measures.</summary>
    internal OrderedDictionary<string, FieldDefinition> Measures { get; } = [];

    internal List<(string Path, SortField.Value Sort, bool Descending)> DefaultOrder { get; } = [];

    /// <summary>The fields whose values have a rule of their own, and the columns among them.</summary>
    internal HashSet<string> RuledFields { get; } = [];
    internal HashSet<string> RuledColumns { get; } = [];

    /// <summary>The columns by which a root field finds a row.</summary>
    internal HashSet<string> NaturalKeys { get; } = [];

    /// <summary>Whether the field's value has a rule of its own, beside the policy of the rows.</summary>
    public bool HasRule(string field) => RuledFields.Contains(field);

    /// <summary>Whether a field's values may be long: what nobody can filter or order by is prose, or JSON.</summary>
    internal bool IsProse(string field, SqlType type) =>
        type == SqlTypes.Json || (type == SqlTypes.Text && !Filters.ContainsKey(field) && !Sorts.ContainsKey(field));

    /// <summary>Reads the table for a viewer's profile.</summary>
    /// <param name="arguments">Those of the field that lists the rows; without one, as in filters, the defaults hold.</param>
    public TableSource Read(PolicyScope scope, FieldArguments? arguments = null) => new(Table, Policy, scope, arguments: Arguments.Count == 0
        ? null
        : SqlFragment.Join($", ", Arguments.Select(argument => argument.Value(arguments ?? FieldArguments.None))));

    /// <summary>Reads those rows of the table that belong to a row.</summary>
    internal TableSource ReadOf(TableSource row, Relation path) => new(Table, Policy, row.Scope, (row, path));

    /// <summary>The type of a column of the key: the district's number, or the table's own.</summary>
    internal SqlType TypeOfKey(int index) => Table.Key[index].ClrType == typeof(int) ? SqlTypes.Integer : SqlTypes.Bigint;

    /// <summary>The key's columns of a row: the district's, then the table's own.</summary>
    public IReadOnlyList<SqlFragment> KeyOf(TableSource row) => [.. Table.Key.Select(c => SqlFragment.Of($"{row[c]}"))];
}

/// <summary>An argument that the lists of a type take for its table, a function of the database.</summary>
/// <param name="Value">The argument as a parameter, or its default.</param>
public sealed record RowArgument(string Name, GraphQLType Type, string Description, Func<FieldArguments, SqlFragment> Value);

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
    /// <param name="IsNullable">For some viewer, or for all.</param>
    public sealed record Value(RowValue Expression, SqlType Type, bool IsNullable) : SortField
    {
        /// <summary>Where it is null only for rows that the column's rule keeps from the viewer: that rule.</summary>
        public RowPolicy? NullUnless { get; init; }

        /// <summary>Whether it may be null for a viewer of the row's profile.</summary>
        public bool MayBeNull(TableSource row) => IsNullable && (NullUnless is null || row.Allows(NullUnless) != Predicate.True);
    }

    public sealed record ToOne(RowType Target, RowMatch Match) : SortField;

    public sealed record ToMany(RowType Target, RowMatch Match) : SortField;
}
