using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Planning.Groups;
using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types.Scalars;

namespace HomeroomGraph.GraphQL.Types.Tables;

/// <summary>The keys of groups: as they are asked for, shown, compared and ordered by. What is written in <c>by</c> is read in <c>key</c> under the same
/// name. A type is made where it is needed first and filled once every field is declared.</summary>
internal sealed class GroupKeyTypes(TableSchemaBuilder schema)
{
    private readonly Dictionary<RowType, Keys> _keys = [];
    private readonly Queue<Keys> _empty = [];

    private sealed record Keys(RowType Row, ObjectType Shown, InputObjectType By, InputObjectType Sort, InputObjectType Filter);

    /// <summary>All types made so far.</summary>
    public IEnumerable<NamedType> All => _keys.Values.SelectMany(keys => new NamedType[] { keys.Shown, keys.By, keys.Sort, keys.Filter });

    /// <summary>The keys of a group.</summary>
    public ObjectType ShownOf(RowType row) => Of(row).Shown;

    /// <summary>By what rows are grouped.</summary>
    public InputObjectType ByOf(RowType row) => Of(row).By;

    /// <summary>By which keys groups are ordered.</summary>
    public InputObjectType SortOf(RowType row) => Of(row).Sort;

    /// <summary>Conditions on keys.</summary>
    public InputObjectType FilterOf(RowType row) => Of(row).Filter;

    /// <summary>Once all fields are declared.</summary>
    public void Fill()
    {
        while (_empty.TryDequeue(out var keys))
        {
            if (keys.Row.GroupFields.Count == 0) throw new InvalidOperationException($"{keys.Row.Type} has groups, and no field is groupable.");
            foreach (var field in keys.Row.GroupFields.Values) Add(keys, field);
        }
    }

    private Keys Of(RowType row)
    {
        if (_keys.TryGetValue(row, out var known)) return known;
        string name = row.Type.Name;
        var keys = _keys[row] = new Keys(
            row,
            new ObjectType($"{name}GroupKey") { Description = $"What the rows of a group of {name} have in common: the keys that 'by' names." },
            new InputObjectType($"{name}GroupKeyInput") { Description = $"By what {name} are grouped." },
            new InputObjectType($"{name}GroupKeySortInput") { Description = $"By which keys groups of {name} are ordered." },
            new InputObjectType($"{name}GroupKeyFilterInput") { Description = $"Conditions on keys of groups of {name}; all that are given must hold." });
        _empty.Enqueue(keys);
        return keys;
    }

    private void Add(Keys keys, GroupField field)
    {
        switch (field)
        {
            case GroupField.Value { Column: var column }:
                var type = schema.OutputTypeOf(column.Type);
                Add(keys, field, field.Name, type, column.Type == SqlTypes.Date ? DateBucket.Type : BuiltInScalars.Boolean, schema.Sorts.Direction, schema.Filters.OperationsOf(type));
                break;
            case GroupField.Row relation:
                var target = relation.Target;
                Add(keys, field, field.Name, target.Type, BuiltInScalars.Boolean, schema.Sorts.Of(target), schema.Filters.Of(target));
                if (target.GroupFields.Count > 0)
                    Add(keys, field, relation.Through, ShownOf(target), ByOf(target), SortOf(target), FilterOf(target), isKeyOfRelated: true);
                break;
        }
    }

    private static void Add(
        Keys keys, GroupField field, string name, NamedType shown, NamedType by, NamedType sort, NamedType filter, bool isKeyOfRelated = false)
    {
        string? description = isKeyOfRelated ? $"Keys of '{field.Name}'." : field.Description;
        GraphQLType key = isKeyOfRelated ? new NonNullType(shown) : shown;
        keys.Shown.Add(new FieldDefinition(name, key) { Description = description, DeprecationReason = field.DeprecationReason });
        keys.By.Add(new InputValueDefinition(name, by) { Description = description, DeprecationReason = field.DeprecationReason });
        // What a key is, says the key: the schema is large enough.
        keys.Sort.Add(new InputValueDefinition(name, sort) { Description = "By this key.", DeprecationReason = field.DeprecationReason });
        keys.Filter.Add(new InputValueDefinition(name, filter) { Description = "Of this key.", DeprecationReason = field.DeprecationReason });
    }
}
