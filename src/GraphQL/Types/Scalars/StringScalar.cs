using System.Text.Json;
using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL.Types.Scalars;

/// <summary>Text (spec 3.5.3), as a <see cref="string"/>. U+0000 is refused: PostgreSQL's text can't hold it.</summary>
public sealed class StringScalar : ScalarType
{
    internal StringScalar() : base("String") => Description =
        "The `String` scalar type represents textual data, represented as UTF-8 character sequences. The String type is most "
        + "often used by GraphQL to represent free-form human-readable text.";

    public override object ParseLiteral(ValueNode literal) => literal is StringValueNode text
        ? WithoutNul(text.Value, Name)
        : throw new InputCoercionException($"String cannot represent a non string value: {Inspection.Of(literal)}");

    public override object ParseJson(JsonElement value) => value.ValueKind == JsonValueKind.String
        ? WithoutNul(value.GetString()!, Name)
        : throw new InputCoercionException($"String cannot represent a non string value: {Inspection.Of(value)}");

    internal static string WithoutNul(string text, string type) => text.Contains('\0')
        ? throw new InputCoercionException($"{type} cannot represent the character U+0000.")
        : text;
}
