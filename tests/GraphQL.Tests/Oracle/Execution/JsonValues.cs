using System.Text.Json.Nodes;
using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Tests.Oracle.Execution;

/// <summary>Makes the variables of an operation: values of their types and, at times, others; some are left out.</summary>
/// <param name="wrong">So many of a hundred values are of whatever type.</param>
internal class JsonValues(Choices choices, int wrong)
{
    private const int Deepest = 3;

    private static readonly string[] Anything = ["null", "true", "0", "-1", "1.5", "\"s\"", "\"TAME\"", "[]", "[1,\"a\"]", "{\"a\":1}", "{}", "[[null]]", "2147483648"];

    protected Choices Choices { get; } = choices;

    public JsonObject Of(Schema schema, OperationDefinitionNode operation)
    {
        var variables = new JsonObject();
        foreach (var definition in operation.VariableDefinitions)
        {
            if (Choices.Percent(definition.DefaultValue is null && definition.Type is NonNullTypeNode ? wrong : 25)) continue;
            variables[definition.Variable.Name.Value] = Of(schema.TypeOf(definition.Type)!);
        }
        return variables;
    }

    protected virtual JsonNode? Of(GraphQLType type, int depth = 0)
    {
        if (Choices.Percent(wrong)) return JsonNode.Parse(Choices.Of(Anything));
        if (type is NonNullType nonNull) return Given(nonNull.Inner, depth);
        return Choices.Percent(20) ? null : Given(type, depth);
    }

    private JsonNode? Given(GraphQLType type, int depth) => type switch
    {
        ListType list when depth > Deepest => list.Item.IsNonNull ? new JsonArray() : new JsonArray([null]),
        ListType list when Choices.Percent(20) => Of(list.Item is NonNullType ? list.Item : new NonNullType(list.Item), depth + 1),
        ListType list => new JsonArray([.. Enumerable.Range(0, Choices.Below(4)).Select(_ => Of(list.Item, depth + 1))]),
        EnumType @enum => Choices.Of(@enum.Values.Keys.ToList()),
        InputObjectType { IsOneOf: true } input => OneField(input, depth),
        InputObjectType input => Fields(input, depth),
        _ => Scalar(type.Named.Name),
    };

    private JsonObject OneField(InputObjectType input, int depth)
    {
        var field = depth > Deepest ? input.Fields.GetAt(0).Value : Choices.Of(input.Fields.Values.ToList());
        return new JsonObject { [field.Name] = Of(new NonNullType(field.Type.Nullable), depth + 1) };
    }

    private JsonObject Fields(InputObjectType input, int depth)
    {
        var fields = new JsonObject();
        int optional = Math.Clamp(200 / Math.Max(1, input.Fields.Count), 1, 40);
        foreach (var field in input.Fields.Values)
            if (field.IsRequired || depth <= Deepest && Choices.Percent(optional)) fields[field.Name] = Of(field.Type, depth + 1);
        if (Choices.Percent(wrong)) fields["unknown"] = 1;
        return fields;
    }

    protected virtual JsonNode? Scalar(string name) => JsonNode.Parse(name switch
    {
        "Int" => Choices.Of("0", "1", "-7", "2147483647"),
        "Float" => Choices.Of("0", "1.5", "-2250", "7"),
        "Boolean" => Choices.Of("true", "false"),
        "ID" => Choices.Of("\"4\"", "4", "\"A\""),
        "String" => Choices.Of("\"\"", "\"a\"", "\"\U0001F600 \u4E2D\"", "\"\\n\\\"\""),
        _ => Choices.Of(Anything),
    });
}
