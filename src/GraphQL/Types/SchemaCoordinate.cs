using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace HomeroomGraph.GraphQL.Types;

/// <summary>The name of an element in a whole schema (spec 3.14): <c>Type</c>, <c>Type.member</c>, <c>Type.field(argument:)</c>,
/// <c>@directive</c>, <c>@directive(argument:)</c>.</summary>
/// <param name="Type">A type; null for a directive.</param>
/// <param name="Member">A field, an input field or a value of an enum; null where the type itself is meant.</param>
/// <param name="Directive">A directive; null for a type.</param>
/// <param name="Argument">An argument of the field or directive; null where that itself is meant.</param>
public sealed partial record SchemaCoordinate(string? Type, string? Member, string? Directive, string? Argument)
{
    /// <summary>Reads a coordinate; false for a text that is none. Nothing is ignored in it, not even a space.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out SchemaCoordinate? coordinate)
    {
        var match = Grammar().Match(text);
        coordinate = match.Success ? new SchemaCoordinate(Part("type"), Part("member"), Part("directive"), Part("argument")) : null;
        return match.Success;

        string? Part(string name) => match.Groups[name] is { Success: true } group ? group.Value : null;
    }

    /// <summary>The element of a schema: a <see cref="NamedType"/>, <see cref="FieldDefinition"/>, <see cref="InputValueDefinition"/>,
    /// <see cref="EnumValue"/> or <see cref="DirectiveDefinition"/>; null where the schema has none.</summary>
    public object? Resolve(Schema schema)
    {
        if (Directive is not null)
        {
            var directive = schema.Directives.GetValueOrDefault(Directive);
            return Argument is null ? directive : directive?.Arguments.GetValueOrDefault(Argument);
        }
        var type = schema.Types.GetValueOrDefault(Type!);
        return Member is null ? type : type switch
        {
            ComplexType complex when complex.Fields.TryGetValue(Member, out var field) => Argument is null ? field : field.Arguments.GetValueOrDefault(Argument),
            InputObjectType input when Argument is null => input.Fields.GetValueOrDefault(Member),
            EnumType @enum when Argument is null => @enum.Values.GetValueOrDefault(Member),
            _ => null,
        };
    }

    public override string ToString()
    {
        string owner = Directive is not null ? "@" + Directive : Member is null ? Type! : $"{Type}.{Member}";
        return Argument is null ? owner : Coordinates.Of(owner, Argument);
    }

    [GeneratedRegex(@"^(?:@(?<directive>[_A-Za-z][_0-9A-Za-z]*)(?:\((?<argument>[_A-Za-z][_0-9A-Za-z]*):\))?|(?<type>[_A-Za-z][_0-9A-Za-z]*)(?:\.(?<member>[_A-Za-z][_0-9A-Za-z]*)(?:\((?<argument>[_A-Za-z][_0-9A-Za-z]*):\))?)?)\z")]
    private static partial Regex Grammar();
}
