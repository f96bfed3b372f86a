using System.Text.Json;
using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL.Types.Scalars;

/// <summary>True or false (spec 3.5.4), as a <see cref="bool"/>.</summary>
public sealed class BooleanScalar : ScalarType
{
    internal BooleanScalar() : base("Boolean") => Description = "The `Boolean` scalar type represents `true` or `false`.";

    public override object ParseLiteral(ValueNode literal) => literal is BooleanValueNode boolean
        ? boolean.Value
        : throw new InputCoercionException($"Boolean cannot represent a non boolean value: {Inspection.Of(literal)}");

    public override object ParseJson(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw new InputCoercionException($"Boolean cannot represent a non boolean value: {Inspection.Of(value)}"),
    };
}
