using System.Text.Json;
using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Validation.Suggestions;

namespace HomeroomGraph.GraphQL.Operations;

/// <summary>Literals and JSON values of scalars and enums (spec 3.5, 3.9).</summary>
internal static class LeafCoercion
{
    /// <exception cref="InputCoercionException">The literal is no value of the type.</exception>
    internal static object? Of(ValueNode literal, NamedType leaf, bool suggest) => leaf switch
    {
        ScalarType scalar => scalar.ParseLiteral(literal),
        EnumType @enum => literal is EnumValueNode name
            ? ValueOf(@enum, name.Value, suggest)
            : throw NotAName(@enum, "non-enum", Inspection.Of(literal), suggest),
        _ => throw new ArgumentOutOfRangeException(nameof(leaf), leaf.Name, "A leaf is a scalar or an enum."),
    };

    /// <exception cref="InputCoercionException">The value is no value of the type.</exception>
    internal static object? Of(JsonElement value, NamedType leaf, bool suggest) => leaf switch
    {
        ScalarType scalar => scalar.ParseJson(value),
        EnumType @enum => value.ValueKind == JsonValueKind.String
            ? ValueOf(@enum, value.GetString()!, suggest)
            : throw NotAName(@enum, "non-string", Inspection.Of(value), suggest),
        _ => throw new ArgumentOutOfRangeException(nameof(leaf), leaf.Name, "A leaf is a scalar or an enum."),
    };

    private static EnumValue ValueOf(EnumType type, string name, bool suggest) => type.Values.GetValueOrDefault(name)
        ?? throw new InputCoercionException(
            $"Value \"{Inspection.Cut(name)}\" does not exist in \"{type}\" enum.{Suggestion(type, name, suggest)}");

    private static InputCoercionException NotAName(EnumType type, string what, string written, bool suggest) =>
        new($"Enum \"{type}\" cannot represent {what} value: {written}.{Suggestion(type, written, suggest)}");

    private static string Suggestion(EnumType type, string written, bool suggest) =>
        suggest ? DidYouMean.Of(written, type.Values.Keys, "the enum value") : "";
}
