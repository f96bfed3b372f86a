using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Scalars;

namespace HomeroomGraph.GraphQL.Types.Tables;

/// <summary>The filter inputs of row types, of their lists, and of columns by their scalar; named as Hot Chocolate names them.</summary>
internal sealed class FilterTypes(TableSchemaBuilder schema)
{
    private readonly Dictionary<RowType, InputObjectType> _rows = [];
    private readonly Dictionary<RowType, InputObjectType> _lists = [];
    private readonly Dictionary<RowType, InputObjectType> _counts = [];
    private readonly Dictionary<NamedType, InputObjectType> _operations = [];

    public IEnumerable<NamedType> All => [.. _rows.Values, .. _lists.Values, .. _counts.Values, .. _operations.Values];

    /// <summary>Whether anything takes a filter of the row type.</summary>
    public bool Has(RowType row) => _rows.ContainsKey(row);

    /// <summary>The filter of a row type.</summary>
    public InputObjectType Of(RowType row)
    {
        if (_rows.TryGetValue(row, out var known)) return known;
        var type = _rows[row] = new InputObjectType($"{row.Type.Name}FilterInput")
        {
            Description = $"Conditions on a {row.Type.Name}; all that are given must hold.",
        };
        var terms = new ListType(new NonNullType(type));
        type.Add(new InputValueDefinition("and", terms) { Description = "All of these hold." });
        type.Add(new InputValueDefinition("or", terms) { Description = "At least one of these holds." });
        type.Add(new InputValueDefinition("not", type) { Description = "This does not hold." });
        if (row.Table.Key.Count == 0) return type;
        type.Add(new InputValueDefinition("id", OperationsOf(BuiltInScalars.Id)) { Description = "The global id." });
        row.Filters["id"] = new FilterField.Id(row);
        return type;
    }

    /// <summary>Makes a field of a row type a condition.</summary>
    public void Add(RowType row, FieldDefinition field, FilterField filter)
    {
        GraphQLType type = filter switch
        {
            FilterField.ToOne relation => Of(relation.Target),
            FilterField.ToMany relation => ListOf(relation.Target),
            FilterField.Reference => OperationsOf(BuiltInScalars.Id),
            FilterField.Value value => OperationsOf(schema.OutputTypeOf(value.Type)),
            _ => throw new ArgumentOutOfRangeException(nameof(filter)),
        };
        Of(row).Add(new InputValueDefinition(field.Name, type) { Description = field.Description });
        row.Filters[field.Name] = filter;
    }

    private InputObjectType ListOf(RowType row)
    {
        if (_lists.TryGetValue(row, out var known)) return known;
        var filter = Of(row);
        var type = _lists[row] = new InputObjectType($"ListFilterInputTypeOf{filter.Name}") { Description = $"Conditions on related rows of {row.Type.Name} that the viewer may see." };
        type.Add(new InputValueDefinition("all", filter) { Description = "There is none for which this does not hold." });
        type.Add(new InputValueDefinition("none", filter) { Description = "This holds for none." });
        type.Add(new InputValueDefinition("some", filter) { Description = "This holds for at least one." });
        type.Add(new InputValueDefinition("any", BuiltInScalars.Boolean) { Description = "There is one (true), or there is none (false)." });
        type.Add(new InputValueDefinition("count", CountOf(row, filter)) { Description = "Their number, or that of those for which a condition holds." });
        return type;
    }

    private InputObjectType CountOf(RowType row, InputObjectType filter)
    {
        var type = _counts[row] = new InputObjectType($"CountFilterInputTypeOf{filter.Name}")
        {
            Description = $"Comparisons with the number of related rows of {row.Type.Name} that the viewer may see; all that are given must hold.",
        };
        type.Add(new InputValueDefinition("where", filter) { Description = "Count only the rows for which this holds." });
        AddOperations(type, BuiltInScalars.Int);
        return type;
    }

    /// <summary>The comparisons of a scalar or enum.</summary>
    internal InputObjectType OperationsOf(NamedType scalar)
    {
        if (_operations.TryGetValue(scalar, out var known)) return known;
        string name = scalar == BuiltInScalars.Id ? "Id" : scalar.Name;
        var type = _operations[scalar] = new InputObjectType($"{name}OperationFilterInput") { Description = $"Comparisons with values of {scalar.Name}; all that are given must hold." };
        AddOperations(type, scalar);
        return type;
    }

    private static void AddOperations(InputObjectType type, NamedType scalar)
    {
        foreach (string operation in Operations(scalar))
        {
            GraphQLType value = operation is "in" or "nin" ? new ListType(scalar) : scalar;
            type.Add(new InputValueDefinition(operation, value) { Description = FilterOperations.Describe(operation) });
        }
    }

    private static IEnumerable<string> Operations(NamedType scalar) => scalar switch
    {
        _ when scalar == BuiltInScalars.String => [.. FilterOperations.Equality, .. FilterOperations.Text],
        _ when scalar == BuiltInScalars.Boolean => ["eq", "neq"],
        _ when scalar == BuiltInScalars.Id || scalar is EnumType => FilterOperations.Equality,
        _ => [.. FilterOperations.Equality, .. FilterOperations.Comparison],
    };
}
