using HomeroomGraph.GraphQL.Planning.Groups;
using HomeroomGraph.GraphQL.Sql;

namespace HomeroomGraph.GraphQL.Types.Tables;

/// <summary>The measures of values by their scalar, shared by all fields of it: what is shown of them, and how they are compared and ordered by.</summary>
internal sealed class MeasureTypes(TableSchemaBuilder schema)
{
    private readonly Dictionary<NamedType, ObjectType> _shown = [];
    private readonly Dictionary<NamedType, InputObjectType> _filters = [];
    private readonly Dictionary<string, InputObjectType> _sorts = [];

    /// <summary>All types made so far.</summary>
    public IEnumerable<NamedType> All => [.. _shown.Values, .. _filters.Values, .. _sorts.Values];

    /// <summary>The object with the measures of a column of the type.</summary>
    public ObjectType Of(SqlType type)
    {
        var scalar = schema.OutputTypeOf(type);
        if (_shown.TryGetValue(scalar, out var known)) return known;
        var shown = _shown[scalar] = new ObjectType($"{scalar.Name}Measures") { Description = $"Measures of the values of a {scalar.Name} over the rows of a group." };
        foreach (var measure in Measure.Over(type))
        {
            GraphQLType result = Result(measure);
            shown.Add(new FieldDefinition(measure.Name, measure.IsNullable ? result : new NonNullType(result)) { Description = measure.Description });
        }
        return shown;
    }

    /// <summary>Conditions on the measures of a column of the type.</summary>
    public InputObjectType FilterOf(SqlType type)
    {
        var scalar = schema.OutputTypeOf(type);
        if (_filters.TryGetValue(scalar, out var known)) return known;
        var filter = _filters[scalar] = new InputObjectType($"{scalar.Name}MeasuresFilterInput") { Description = $"Conditions on measures of a {scalar.Name}; all that are given must hold." };
        foreach (var measure in Measure.Over(type))
            filter.Add(new InputValueDefinition(measure.Name, schema.Filters.OperationsOf(Result(measure))) { Description = "Of this measure." });
        return filter;
    }

    /// <summary>Orders by the measures of a column of the type.</summary>
    public InputObjectType SortOf(SqlType type)
    {
        string name = type == SqlTypes.Date ? "DateMeasuresSortInput" : "NumberMeasuresSortInput";
        if (_sorts.TryGetValue(name, out var known)) return known;
        var sort = _sorts[name] = new InputObjectType(name) { Description = "By which measure groups are ordered." };
        foreach (var measure in Measure.Over(type))
            sort.Add(new InputValueDefinition(measure.Name, schema.Sorts.Direction) { Description = "By this measure." });
        return sort;
    }

    /// <summary>A number of values fits an Int, as a list's total does.</summary>
    private NamedType Result(Measure measure) => measure.Name == "countDistinct" ? Scalars.BuiltInScalars.Int : schema.OutputTypeOf(measure.Type);
}
