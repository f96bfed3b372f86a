using HomeroomGraph.GraphQL.Types.Introspection;

namespace HomeroomGraph.GraphQL.Types;

/// <summary>The names of schema elements in messages and documentation (spec 3.14, schema coordinates).</summary>
public static class Coordinates
{
    /// <summary><c>Type.field</c>; the meta-fields of introspection belong to no type.</summary>
    public static string Of(NamedType? parent, FieldDefinition field) =>
        $"{(parent is null || IsMetaField(field) ? "<meta>" : parent.Name)}.{field.Name}";

    /// <summary><c>Type.field(argument:)</c>.</summary>
    public static string Of(NamedType? parent, FieldDefinition field, InputValueDefinition argument) =>
        Of(Of(parent, field), argument.Name);

    /// <summary><c>Input.field</c>.</summary>
    public static string Of(InputObjectType parent, InputValueDefinition field) => $"{parent.Name}.{field.Name}";

    /// <summary><c>Enum.VALUE</c>.</summary>
    public static string Of(EnumType parent, EnumValue value) => $"{parent.Name}.{value.Name}";

    /// <summary><c>@directive</c>.</summary>
    public static string Of(DirectiveDefinition directive) => "@" + directive.Name;

    /// <summary><c>@directive(argument:)</c>.</summary>
    public static string Of(DirectiveDefinition directive, InputValueDefinition argument) => Of(Of(directive), argument.Name);

    /// <summary>An argument of whatever the coordinate names.</summary>
    public static string Of(string owner, string argument) => $"{owner}({argument}:)";

    private static bool IsMetaField(FieldDefinition field) =>
        field == MetaFields.Schema || field == MetaFields.Type || field == MetaFields.TypeName;
}
