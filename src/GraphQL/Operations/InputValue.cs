using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Operations;

/// <summary>A coerced input value (spec 3.10, 6.4.1): of the right type, defaults applied, absent fields absent. Each part
/// keeps where it came from, so that a plan binds it as a parameter by that place and not by its value.</summary>
public abstract class InputValue(InputOrigin origin)
{
    /// <summary>Where the value came from; a list made of a single value has the origin of that value.</summary>
    public InputOrigin Origin { get; } = origin;

    /// <summary>The plain CLR value: null, a scalar's value, an <see cref="EnumValue"/>, a list, or a dictionary. No deeper
    /// than the depth that the parser and the variables' reader allow.</summary>
    public abstract object? ToClr();
}

/// <summary>A scalar's CLR value, or the <see cref="EnumValue"/> of an enum.</summary>
/// <param name="clrValue">null only for a scalar that itself makes null of a value.</param>
/// <param name="type">The scalar or enum.</param>
public sealed class LeafValue(object? clrValue, NamedType type, InputOrigin origin) : InputValue(origin)
{
    public object? ClrValue { get; } = clrValue;
    public NamedType Type { get; } = type;

    public override object? ToClr() => ClrValue;
}

/// <summary>A null that was given, not left out.</summary>
public sealed class NullInput(InputOrigin origin) : InputValue(origin)
{
    public override object? ToClr() => null;
}

/// <summary>A list.</summary>
public sealed class ListInput(IReadOnlyList<InputValue> items, InputOrigin origin) : InputValue(origin)
{
    public IReadOnlyList<InputValue> Items { get; } = items;

    public override object ToClr() => Items.Select(item => item.ToClr()).ToList();
}

/// <summary>An input object; its fields stand in the order of the type.</summary>
public sealed class ObjectInput(InputObjectType type, OrderedDictionary<string, InputValue> fields, InputOrigin origin)
    : InputValue(origin)
{
    public InputObjectType Type { get; } = type;
    public OrderedDictionary<string, InputValue> Fields { get; } = fields;

    public override object ToClr() => new OrderedDictionary<string, object?>(
        Fields.Select(field => KeyValuePair.Create(field.Key, field.Value.ToClr())));
}
