using System.Text.Json;
using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Tests.Operations;

/// <summary>Coerced values as JSON, enum values by their name.</summary>
internal static class InputText
{
    public static string Of(CoercedVariables variables) =>
        JsonSerializer.Serialize(variables.Values.ToDictionary(value => value.Key, value => Plain(value.Value)));

    public static string Of(OrderedDictionary<string, InputValue> arguments) =>
        JsonSerializer.Serialize(arguments.ToDictionary(argument => argument.Key, argument => Plain(argument.Value)));

    private static object? Plain(InputValue value) => value switch
    {
        LeafValue { ClrValue: EnumValue name } => name.Name,
        ListInput list => list.Items.Select(Plain).ToList(),
        ObjectInput fields => fields.Fields.ToDictionary(field => field.Key, field => Plain(field.Value)),
        _ => value.ToClr(),
    };
}
