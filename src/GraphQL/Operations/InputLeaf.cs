namespace HomeroomGraph.GraphQL.Operations;

/// <summary>A leaf of the request's input as a plan keeps it: the place in a variable, whose value differs from request to
/// request, or the value of a literal, which is the document's. Equal leaves share one parameter.</summary>
internal sealed record InputLeaf
{
    private readonly VariableOrigin? _origin;
    private readonly object? _literal;
    private readonly string? _place;

    private InputLeaf(InputValue value)
    {
        _origin = value.Origin as VariableOrigin;
        _place = _origin?.ToString();
        if (_origin is null) _literal = value.ToClr();
    }

    /// <summary>null for a null and for what was left out.</summary>
    public static InputLeaf? Of(InputValue? value) => value is null or NullInput ? null : new InputLeaf(value);

    /// <summary>It is the document's, so the same for every request.</summary>
    public bool IsLiteral => _origin is null;

    public object? Value(CoercedVariables variables) => _origin is null ? _literal : variables.Find(_origin)?.ToClr();

    public bool Equals(InputLeaf? other) => other is not null && _place == other._place && Equals(_literal, other._literal);
    public override int GetHashCode() => HashCode.Combine(_place, _literal);
}

/// <summary>A list of leaves as a plan keeps it: a whole list of a variable, of any length, or the items of a literal list.</summary>
internal sealed record InputLeafList
{
    private readonly VariableOrigin? _origin;
    private readonly IReadOnlyList<InputLeaf?> _items;

    public InputLeafList(ListInput list)
    {
        _origin = list.Origin as VariableOrigin;
        _items = _origin is null ? [.. list.Items.Select(InputLeaf.Of)] : [];
    }

    public IEnumerable<object?> Values(CoercedVariables variables) => _origin is null
        ? _items.Select(item => item?.Value(variables))
        : ((variables.Find(_origin) as ListInput)?.Items ?? []).Select(item => item.ToClr());

    public bool Equals(InputLeafList? other) =>
        other is not null && _origin?.ToString() == other._origin?.ToString() && _items.SequenceEqual(other._items);
    public override int GetHashCode() => HashCode.Combine(_origin?.ToString(), _items.Count);
}
