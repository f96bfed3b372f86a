using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Directives;
using HomeroomGraph.GraphQL.Types.Introspection;
using HomeroomGraph.GraphQL.Types.Scalars;

namespace HomeroomGraph.GraphQL.Contract;

/// <summary>Anything of a schema that has a schema coordinate (spec 3.14) and may be described.</summary>
/// <param name="Coordinate">Its name in the whole schema.</param>
/// <param name="Type">What a field, argument or input field is of; null for others.</param>
public sealed record SchemaElement(string Coordinate, GraphQLType? Type, string? Description, string? DeprecationReason)
{
    /// <summary>All elements that are a schema's own, in the order of declaration: what is built in is left out.</summary>
    public static IEnumerable<SchemaElement> Of(Schema schema) =>
    [
        .. schema.Directives.Values.Where(directive => !BuiltInDirectives.IsBuiltIn(directive.Name)).SelectMany(OfDirective),
        .. schema.Types.Values
            .Where(type => BuiltInScalars.Find(type.Name) is null && !IntrospectionTypes.IsIntrospectionType(type.Name))
            .SelectMany(OfType),
    ];

    private static IEnumerable<SchemaElement> OfDirective(DirectiveDefinition directive)
    {
        string coordinate = Coordinates.Of(directive);
        return [new(coordinate, null, directive.Description, directive.DeprecationReason), .. OfArguments(coordinate, directive.Arguments.Values)];
    }

    private static IEnumerable<SchemaElement> OfType(NamedType type) =>
    [
        new(type.Name, null, type.Description, null),
        .. type switch
        {
            ComplexType complex => complex.Fields.Values.SelectMany(field => OfField(complex, field)),
            InputObjectType input => input.Fields.Values.Select(field => OfInput(Coordinates.Of(input, field), field)),
            EnumType @enum => @enum.Values.Values.Select(value => new SchemaElement(
                Coordinates.Of(@enum, value), null, value.Description, value.DeprecationReason)),
            _ => [],
        },
    ];

    private static IEnumerable<SchemaElement> OfField(ComplexType type, FieldDefinition field)
    {
        string coordinate = Coordinates.Of(type, field);
        return
        [
            new(coordinate, field.Type, field.Description, field.DeprecationReason),
            .. OfArguments(coordinate, field.Arguments.Values),
        ];
    }

    private static IEnumerable<SchemaElement> OfArguments(string owner, IEnumerable<InputValueDefinition> arguments) =>
        arguments.Select(argument => OfInput(Coordinates.Of(owner, argument.Name), argument));

    private static SchemaElement OfInput(string coordinate, InputValueDefinition input) =>
        new(coordinate, input.Type, input.Description, input.DeprecationReason);
}
