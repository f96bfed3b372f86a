using HomeroomGraph.GraphQL.Sql;

namespace HomeroomGraph.GraphQL.Operations;

/// <summary>A field's arguments as a binding reads them: as slots of the statement, never as values.</summary>
public sealed class FieldArguments(SelectedField? selected)
{
    /// <summary>No arguments: how a computed value is read in a filter or an order.</summary>
    public static readonly FieldArguments None = new(null);

    /// <summary>Something for every argument: how a declaration is looked at that can't do without.</summary>
    internal static readonly FieldArguments StandIns = new(null) { _standsIn = true };

    private bool _standsIn;

    /// <summary>The argument as a parameter; null where it was left out or is null.</summary>
    public SqlFragment? Find(string name, SqlType type) =>
        _standsIn ? SqlFragment.Of($"null::{type.Name}") :
        InputLeaf.Of(selected?.Arguments.GetValueOrDefault(name)) is { } leaf ? SqlFragment.Of($"{new InputSlot(leaf, type)}") : null;

    /// <summary>A date argument, or today.</summary>
    public SqlFragment DateOrToday(string name) => Find(name, SqlTypes.Date) ?? Today;

    /// <summary>The business day of the request.</summary>
    public static SqlFragment Today => SqlFragment.Of($"{new TodaySlot()}");

    internal InputLeaf? Leaf(string name) => InputLeaf.Of(selected?.Arguments.GetValueOrDefault(name));

    internal InputValue? Value(string name) => selected?.Arguments.GetValueOrDefault(name) is { } value and not NullInput ? value : null;

    internal string Path => selected?.Path ?? "";
}
