using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Planning;

/// <summary>Which rows of a target belong to a parent row.</summary>
public delegate Predicate RowMatch(TableSource parent, TableSource row, FieldArguments arguments);

/// <summary>Which rows a field of the query's root may mean.</summary>
public delegate Predicate RootMatch(TableSource row, FieldArguments arguments);

/// <summary>An expression over a row.</summary>
public delegate SqlFragment RowValue(TableSource row, FieldArguments arguments);

/// <summary>A column, or an expression over the row.</summary>
/// <param name="IsNullable">For some viewer, or for all.</param>
public sealed record ColumnBinding(RowValue Value, SqlType Type, bool IsNullable) : FieldBinding
{
    /// <summary>Where the value is a JSON array of objects: their type.</summary>
    public ObjectType? Items { get; init; }

    /// <summary>Where it is null only for rows that the column's rule keeps from the viewer: that rule.</summary>
    public RowPolicy? NullUnless { get; init; }

    /// <summary>Whether it may be null for a viewer of the row's profile.</summary>
    public bool MayBeNull(TableSource row) => IsNullable && (NullUnless is null || row.Allows(NullUnless) != Predicate.True);
}

/// <summary>A member of an object that a column's JSON array lists (<see cref="ColumnBinding.Items"/>), under the field's name.</summary>
public sealed record JsonMemberBinding : FieldBinding;

/// <summary>The opaque id of the row.</summary>
public sealed record GlobalIdBinding(RowType Row) : FieldBinding;

/// <summary>A related row, or none.</summary>
/// <param name="IsByKey">The match names the target's whole key.</param>
/// <param name="Path">The foreign key that the match follows, where it is one and nothing else.</param>
public sealed record ToOneBinding(RowType Target, RowMatch Match, bool IsByKey, Relation? Path = null) : FieldBinding;

/// <summary>A page of related rows.</summary>
/// <param name="Path">The relation that the match follows, where it is one and nothing else.</param>
public sealed record ToManyBinding(RowType Target, RowMatch Match, Relation? Path = null) : FieldBinding;

/// <summary>A root field: a page of all rows the viewer may see.</summary>
public sealed record RootConnectionBinding(RowType Target) : FieldBinding;

/// <summary>Groups of related rows.</summary>
public sealed record ToManyGroupsBinding(RowType Target, RowMatch Match, Relation? Path = null) : FieldBinding;

/// <summary>A root field: groups of all rows the viewer may see.</summary>
public sealed record RootGroupsBinding(RowType Target) : FieldBinding;

/// <summary>A root field: what a search over several kinds of rows finds.</summary>
/// <param name="KindType">How the kind of a hit is shown.</param>
public sealed record SearchBinding(IReadOnlyList<SearchedKind> Kinds, SqlType KindType) : FieldBinding;

/// <summary>A kind of rows that a search finds.</summary>
/// <param name="StoredAs">What the value of the enum is kept as.</param>
public sealed record SearchedKind(string StoredAs, RowType Target);

/// <summary>A root field: the row of a natural key.</summary>
public sealed record RootLookupBinding(RowType Target, RootMatch Match) : FieldBinding;

/// <summary>A root field: the row of a global id of one type.</summary>
public sealed record RootByIdBinding(RowType Target) : FieldBinding;

/// <summary>The root field <c>node</c>: the row of any global id.</summary>
public sealed record NodeBinding : FieldBinding;

/// <summary>The root field <c>nodes</c>: the rows of several global ids, in their order.</summary>
public sealed record NodesBinding : FieldBinding;

/// <summary>A root field of subscriptions: the changed rows of a type, each as an object in memory that points to the row.</summary>
/// <param name="Concerns">Whether a row may be one that the viewer sees, as far as its key tells. A short cut: the policies decide. Null where keys tell nothing.</param>
public sealed record ChangesBinding(RowType Target, Func<IViewer, RowKey, bool>? Concerns = null) : FieldBinding
{
    /// <summary>The place at which the rows are read whatever is selected of them, to know which of them the viewer may see.</summary>
    internal const string Visible = "@visible";
}

/// <summary>A list in memory whose items depend on whether the viewer may see a row: which that is only the data statement tells. An item that has
/// nothing to show is left out of the list.</summary>
/// <param name="Targets">The types of the rows.</param>
public sealed record SeenItemsBinding(IReadOnlyList<RowType> Targets, Func<object, IEnumerable<SeenItem>> Items) : FieldBinding
{
    /// <summary>The place at which it is read which rows of the type are seen, whatever is selected of them.</summary>
    internal static string PlaceOf(string type) => $"{ChangesBinding.Visible}@{type}";
}

/// <summary>An item of a list that depends on a row.</summary>
/// <param name="Row">Which row.</param>
/// <param name="IfSeen">The item where the viewer may see the row; null where there is none then.</param>
/// <param name="IfUnseen">The item where the row is not there or not to be seen; null where there is none then.</param>
public sealed record SeenItem(GlobalId Row, object? IfSeen, object? IfUnseen);

/// <summary>A row of one of several types that an object in memory points to.</summary>
public sealed record RowOfTypesBinding(IReadOnlyList<RowType> Targets, Func<object, GlobalId?> Row) : FieldBinding;

/// <summary>A row that an object in memory points to: read like every other row, under the viewer's policies.</summary>
public sealed record RowReferenceBinding(RowType Target, Func<object, RowKey?> Key) : FieldBinding;
