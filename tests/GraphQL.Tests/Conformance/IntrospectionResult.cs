using System.Collections;
using System.Text.Json.Nodes;
using HomeroomGraph.GraphQL.Execution;
using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Introspection;

namespace HomeroomGraph.GraphQL.Tests.Conformance;

/// <summary>What a schema answers to the reference's introspection query (introspection.graphql), which is asked here of the
/// resolvers themselves.</summary>
internal sealed class IntrospectionResult(Schema schema)
{
    private static readonly DocumentNode Query = Parser.Parse(SourceText.Of(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Conformance", "introspection.graphql"))));

    private static readonly Dictionary<string, FragmentDefinitionNode> Fragments =
        Query.Definitions.OfType<FragmentDefinitionNode>().ToDictionary(fragment => fragment.Name.Value);

    public JsonObject Write()
    {
        var result = new JsonObject();
        var operation = Query.Definitions.OfType<OperationDefinitionNode>().Single();
        foreach (var field in FieldsOf(operation.SelectionSet)) result[field.ResponseKey] = Resolve(field, MetaFields.Schema, parent: null);
        return result;
    }

    private static IEnumerable<FieldNode> FieldsOf(SelectionSetNode selections) => selections.Selections.SelectMany(
        selection => selection is FragmentSpreadNode spread
            ? FieldsOf(Fragments[spread.Name.Value].SelectionSet)
            : [(FieldNode)selection]);

    private JsonNode? Resolve(FieldNode field, FieldDefinition definition, object? parent)
    {
        var resolver = Assert.IsType<ResolverBinding>(definition.Binding);
        var arguments = field.Arguments.ToDictionary(argument => argument.Name.Value, argument => LiteralValue.ToClr(argument.Value));
        var value = resolver.Resolve(new ResolverContext { Schema = schema, Parent = parent, Arguments = arguments });
        return Complete(value, field, definition.Type.Named);
    }

    private JsonNode? Complete(object? value, FieldNode field, NamedType type) => value switch
    {
        null => null,
        string text => text,
        bool flag => flag,
        IEnumerable items => new JsonArray([.. items.Cast<object>().Select(item => Complete(item, field, type))]),
        _ => Select(value, field.SelectionSet!, (ObjectType)type),
    };

    private JsonObject Select(object parent, SelectionSetNode selections, ObjectType type)
    {
        var result = new JsonObject();
        foreach (var field in FieldsOf(selections)) result[field.ResponseKey] = Resolve(field, type.Fields[field.Name.Value], parent);
        return result;
    }
}
