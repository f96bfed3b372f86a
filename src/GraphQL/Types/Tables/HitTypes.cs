using System.Text.Json;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Planning.Search;
using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types.Scalars;

namespace HomeroomGraph.GraphQL.Types.Tables;

/// <summary>Declares a search over several kinds of rows.</summary>
public static class HitTypes
{
    /// <summary>Adds a root field: a page of what is found of all kinds, ranked together.</summary>
    /// <param name="name">The field's name.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="kinds">Row types that are searched, and by what; of rows of the same rank the kind that stands first comes first.</param>
    public static TableSchemaBuilder AddSearch(this TableSchemaBuilder schema, string name, string description, params (Type Entity, string Description)[] kinds)
    {
        var kind = new EnumType("SearchKind") { Description = "What kind of row a search over all kinds finds." };
        var result = new UnionType("SearchResult") { Description = "A row that a search over all kinds finds." };
        var searched = new List<SearchedKind>();
        foreach (var (entity, what) in kinds)
        {
            var row = Searched(schema, entity);
            string value = JsonNamingPolicy.SnakeCaseLower.ConvertName(row.Type.Name);
            kind.Add(new EnumValue(value.ToUpperInvariant()) { Description = what, StoredAs = value });
            result.Members.Add(row.Type);
            searched.Add(new SearchedKind(value, row));
        }
        var hit = Hit(result, kind);
        schema.Add(kind, result, hit);
        schema.Query.Add(schema.Connections.Field(name, description, hit, new SearchBinding(searched, new EnumTextType(kind))).With(
            new InputValueDefinition(HitPlanner.Text, new NonNullType(BuiltInScalars.String))
            {
                Description = "Words, all of which a row must have: each is the beginning of what stands at any place of a text, as it is written, in pinyin or by "
                    + "initials. A text of spaces finds nothing.",
            },
            new InputValueDefinition(HitPlanner.KindsArgument, new ListType(new NonNullType(kind))) { Description = "Only rows of these kinds; all kinds where it is left out." }));
        return schema;
    }

    private static ObjectType Hit(UnionType result, EnumType kind)
    {
        var hit = new ObjectType("SearchHit") { Description = "What a search found: a row, and where the text stands in it." };
        hit.Add(new FieldDefinition("kind", new NonNullType(kind)) { Description = "What kind of row it is." });
        hit.Add(new FieldDefinition("row", new NonNullType(result)) { Description = "The row." });
        hit.Add(new FieldDefinition("matchedField", new NonNullType(BuiltInScalars.String))
        {
            Description = "The field in which the longest word was found, as a schema coordinate, such as Paper.title: of the row, or of a row beside it.",
        });
        hit.Add(new FieldDefinition("matchedText", BuiltInScalars.String) { Description = "What stands in that field." });
        return hit;
    }

    private static RowType Searched(TableSchemaBuilder schema, Type entity)
    {
        var row = schema.RowTypeOf(entity);
        return row.Search is not null && row.Table.Key.Count == 2 ? row : throw new InvalidOperationException($"Rows of {row.Type} can't be searched.");
    }
}
