using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Scalars;

namespace HomeroomGraph.GraphQL.Types.Tables;

/// <summary>The groups of row types: keys, count and measures, with conditions on them and orders by them.</summary>
internal sealed class GroupTypes(TableSchemaBuilder schema)
{
    private readonly Dictionary<RowType, Groups> _groups = [];
    private readonly GroupKeyTypes _keys = new(schema);
    private readonly MeasureTypes _measures = new(schema);

    private sealed record Groups(RowType Row, ObjectType Shown, InputObjectType Having, InputObjectType Sort);

    /// <summary>All types made so far.</summary>
    public IEnumerable<NamedType> All =>
        [.. _groups.Values.SelectMany(groups => new NamedType[] { groups.Shown, groups.Having, groups.Sort }), .. _keys.All, .. _measures.All];

    /// <summary>What a field of groups of a type is called where nothing else is said.</summary>
    public static string NameOf(RowType target) => $"{char.ToLowerInvariant(target.Type.Name[0])}{target.Type.Name[1..]}Groups";

    /// <summary>A field whose value is a page of groups.</summary>
    public FieldDefinition Field(string name, string description, RowType target, FieldBinding binding)
    {
        var groups = Of(target);
        return schema.Connections.Field(name, description, groups.Shown, binding).With(
            new InputValueDefinition("where", schema.Filters.Of(target)) { Description = "Only the rows that fulfil this are grouped." },
            new InputValueDefinition("by", ListOf(_keys.ByOf(target))) { Description = "The keys; without one, all rows are one group." },
            new InputValueDefinition("having", groups.Having) { Description = "Only the groups that fulfil this." },
            new InputValueDefinition("order", ListOf(groups.Sort)) { Description = "The order of the groups; the first entry counts most, the keys as 'by' names them least." })
            .With(ConnectionTypes.Search(target, "Only the rows that have all of these words are grouped."));
    }

    /// <summary>Once all fields are declared.</summary>
    public void Fill()
    {
        foreach (var groups in _groups.Values.ToList()) Fill(groups);
        _keys.Fill();
    }

    private Groups Of(RowType target)
    {
        if (_groups.TryGetValue(target, out var known)) return known;
        string name = target.Type.Name;
        return _groups[target] = new Groups(
            target,
            new ObjectType($"{name}Group") { Description = $"{name} that have their keys in common." },
            new InputObjectType($"{name}GroupHavingInput") { Description = $"Conditions on groups of {name}; all that are given must hold." },
            new InputObjectType($"{name}GroupSortInput") { Description = $"By what groups of {name} are ordered. Give one field an entry." });
    }

    private void Fill(Groups groups)
    {
        var row = groups.Row;
        var filter = schema.Filters.Of(row);
        groups.Shown.Add(new FieldDefinition("key", new NonNullType(_keys.ShownOf(row))) { Description = "What the rows of the group have in common." });
        groups.Shown.Add(new FieldDefinition("count", new NonNullType(BuiltInScalars.Int)) { Description = "The number of rows." }.With(Where(filter)));
        groups.Shown.Add(new FieldDefinition("countDistinct", new NonNullType(BuiltInScalars.Int)) { Description = "The number of different values of a key, null not among them." }.With(
            new InputValueDefinition("of", new NonNullType(_keys.ByOf(row))) { Description = "One key." }, Where(filter)));

        AddTerms(groups.Having, new ListType(new NonNullType(groups.Having)));
        groups.Having.Add(Scope(filter));
        groups.Having.Add(new InputValueDefinition("key", _keys.FilterOf(row)) { Description = "Conditions on keys." });
        groups.Having.Add(new InputValueDefinition("count", schema.Filters.OperationsOf(BuiltInScalars.Int)) { Description = "The number of rows." });

        groups.Sort.Add(Scope(filter));
        groups.Sort.Add(new InputValueDefinition("key", _keys.SortOf(row)) { Description = "By keys." });
        groups.Sort.Add(new InputValueDefinition("count", schema.Sorts.Direction) { Description = "By the number of rows." });

        foreach (var field in row.Measures.Values) AddMeasure(groups, field, filter);
    }

    private void AddMeasure(Groups groups, FieldDefinition field, InputObjectType filter)
    {
        var type = ((ColumnBinding)field.Binding!).Type;
        groups.Shown.Add(new FieldDefinition(field.Name, new NonNullType(_measures.Of(type))) { Description = field.Description, DeprecationReason = field.DeprecationReason }.With(Where(filter)));
        groups.Having.Add(new InputValueDefinition(field.Name, _measures.FilterOf(type)) { Description = "Of its measures.", DeprecationReason = field.DeprecationReason });
        groups.Sort.Add(new InputValueDefinition(field.Name, _measures.SortOf(type)) { Description = "By its measures.", DeprecationReason = field.DeprecationReason });
    }

    private static void AddTerms(InputObjectType having, ListType terms)
    {
        having.Add(new InputValueDefinition("and", terms) { Description = "All of these hold." });
        having.Add(new InputValueDefinition("or", terms) { Description = "At least one of these holds." });
        having.Add(new InputValueDefinition("not", having) { Description = "This does not hold." });
    }

    private static InputValueDefinition Where(InputObjectType filter) => new("where", filter) { Description = "Only the rows of the group that fulfil this." };

    private static InputValueDefinition Scope(InputObjectType filter) =>
        new("where", filter) { Description = "Count and measures beside it are of the rows of the group that fulfil this." };

    private static ListType ListOf(InputObjectType item) => new(new NonNullType(item));
}
