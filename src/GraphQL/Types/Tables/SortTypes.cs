using HomeroomGraph.GraphQL.Planning;

namespace HomeroomGraph.GraphQL.Types.Tables;

/// <summary>The sort inputs of row types; named as Hot Chocolate names them.</summary>
internal sealed class SortTypes(TableSchemaBuilder schema)
{
    private readonly Dictionary<RowType, InputObjectType> _rows = [];
    private readonly Dictionary<RowType, InputObjectType> _lists = [];

    /// <summary>Up or down.</summary>
    public EnumType Direction { get; } = MakeDirection();

    public IEnumerable<NamedType> All => [Direction, .. _rows.Values, .. _lists.Values];

    /// <summary>Whether anything is ordered by the row type.</summary>
    public bool Has(RowType row) => _rows.ContainsKey(row);

    /// <summary>The sort input of a row type.</summary>
    public InputObjectType Of(RowType row)
    {
        if (_rows.TryGetValue(row, out var known)) return known;
        return _rows[row] = new InputObjectType($"{row.Type.Name}SortInput")
        {
            Description = $"By what a list of {row.Type.Name} is ordered. Give one field an entry.",
        };
    }

    /// <summary>Makes a field of a row type an order.</summary>
    public void Add(RowType row, FieldDefinition field, SortField sort)
    {
        GraphQLType type = sort switch
        {
            SortField.ToOne relation => Of(relation.Target),
            SortField.ToMany relation => ListOf(relation.Target),
            _ => Direction,
        };
        Of(row).Add(new InputValueDefinition(field.Name, type) { Description = field.Description });
        row.Sorts[field.Name] = sort;
    }

    private InputObjectType ListOf(RowType row)
    {
        if (_lists.TryGetValue(row, out var known)) return known;
        var sort = Of(row);
        var type = _lists[row] = new InputObjectType($"ListSortInputTypeOf{sort.Name}")
        {
            Description = $"By what of the related rows of {row.Type.Name}, of those that the viewer may see. Give one of count, min and max an entry.",
        };
        type.Add(new InputValueDefinition("where", schema.Filters.Of(row)) { Description = "Look only at the rows for which this holds." });
        type.Add(new InputValueDefinition("count", Direction) { Description = "By their number." });
        type.Add(new InputValueDefinition("min", sort) { Description = "By the least value among them; missing where there is none." });
        type.Add(new InputValueDefinition("max", sort) { Description = "By the greatest value among them; missing where there is none." });
        return type;
    }

    private static EnumType MakeDirection()
    {
        var type = new EnumType("SortEnumType") { Description = "The direction of an order. Missing values come last going up and first going down." };
        type.Add(new EnumValue("ASC") { Description = "Up: smallest first." });
        type.Add(new EnumValue("DESC") { Description = "Down: greatest first." });
        return type;
    }
}
