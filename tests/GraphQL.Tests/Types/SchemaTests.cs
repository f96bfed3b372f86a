using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Introspection;
using HomeroomGraph.GraphQL.Types.Scalars;
using HomeroomGraph.GraphQL.Validation;

namespace HomeroomGraph.GraphQL.Tests.Types;

public sealed class SchemaTests
{
    [Fact]
    public void A_schema_knows_the_types_that_its_types_refer_to()
    {
        var schema = Declared();
        Assert.Equal(
            ["Query", "Int", "Filter", "String", "Boolean", "__Schema", "__Type", "__TypeKind", "__Field", "__InputValue", "__EnumValue",
                "__Directive", "__DirectiveLocation"],
            schema.Types.Keys);
    }

    [Fact]
    public void The_built_in_directives_are_there_without_being_declared() =>
        Assert.Equal(["include", "skip", "deprecated", "specifiedBy", "oneOf"], Declared().Directives.Keys);

    [Fact]
    public void A_schema_declared_in_code_is_validated_too()
    {
        Assert.Empty(SchemaValidator.Validate(Declared()));
        var empty = new Schema(new ObjectType("Query"), null, null, [], []);
        var error = Assert.Single(SchemaValidator.Validate(empty));
        Assert.Equal("Type Query must define one or more fields.", error.Message);
        Assert.Empty(error.Locations);
    }

    [Fact]
    public void Meta_fields_belong_to_the_types_they_may_be_asked_of()
    {
        var schema = SchoolSchema.Instance;
        Assert.Same(MetaFields.Schema, schema.FindField(schema.Query!, "__schema"));
        Assert.Null(schema.FindField(schema.Mutation!, "__schema"));
        Assert.Same(MetaFields.TypeName, schema.FindField(schema.Types["SearchResult"], "__typename"));
    }

    private static Schema Declared()
    {
        var filter = new InputObjectType("Filter");
        filter.Add(new InputValueDefinition("name", BuiltInScalars.String));
        var query = new ObjectType("Query");
        query.Add(new FieldDefinition("count", BuiltInScalars.Int).With(new InputValueDefinition("where", filter)));
        return new Schema(query, null, null, [query], []);
    }
}
