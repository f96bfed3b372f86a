using HomeroomGraph.GraphQL.Planning;

namespace HomeroomGraph.GraphQL.Types.Tables;

/// <summary>The sort inputs of row types; named as Hot Chocolate names them.</summary>
internal sealed class SortTypes
{
    private readonly Dictionary<RowType, InputObjectType> _rows = [];

    /// <summary>Up or down.</summary>
    public EnumType Direction { get; } = MakeDirection();

    public IEnumerable<NamedType> All => [Direction, .. _rows.Values];

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
        GraphQLType type = sort is SortField.ToOne relation ? Of(relation.Target) : Direction;
        Of(row).Add(new InputValueDefinition(field.Name, type) { Description = field.Description });
        row.Sorts[field.Name] = sort;
    }

    private static EnumType MakeDirection()
    {
        var type = new EnumType("SortEnumType") { Description = "The direction of an order. Missing values come last going up and first going down." };
        type.Add(new EnumValue("ASC") { Description = "Up: smallest first." });
        type.Add(new EnumValue("DESC") { Description = "Down: greatest first." });
        return type;
    }
}
