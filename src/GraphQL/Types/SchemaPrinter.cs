using System.Text;
using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types.Directives;
using HomeroomGraph.GraphQL.Types.Introspection;
using HomeroomGraph.GraphQL.Types.Scalars;

namespace HomeroomGraph.GraphQL.Types;

/// <summary>Writes a schema in the schema definition language, as the reference (graphql-js's <c>printSchema</c>) does: without
/// what is built in, in the order of declaration, descriptions as block strings.</summary>
public static class SchemaPrinter
{
    public static string Print(Schema schema)
    {
        var blocks = new List<string?> { SchemaDefinition(schema) };
        blocks.AddRange(schema.Directives.Values.Where(d => !BuiltInDirectives.IsBuiltIn(d.Name)).Select(Directive));
        blocks.AddRange(schema.Types.Values.Where(IsOfTheSchema).Select(Type));
        return string.Join("\n\n", blocks.OfType<string>()) + "\n";
    }

    private static bool IsOfTheSchema(NamedType type) =>
        BuiltInScalars.Find(type.Name) is null && !IntrospectionTypes.IsIntrospectionType(type.Name);

    /// <summary>The schema itself, where it says more than the usual names of the root types do (spec 3.3.1).</summary>
    private static string? SchemaDefinition(Schema schema)
    {
        var roots = new (string Operation, ObjectType? Type, string UsualName)[]
        {
            ("query", schema.Query, "Query"),
            ("mutation", schema.Mutation, "Mutation"),
            ("subscription", schema.Subscription, "Subscription"),
        };
        bool isUsual = roots.All(root => root.Type == schema.Types.GetValueOrDefault(root.UsualName));
        if (roots.All(root => root.Type is null) || schema.Description is null && isUsual) return null;
        var lines = roots.Where(root => root.Type is not null).Select(root => $"  {root.Operation}: {root.Type}");
        return Description(schema.Description) + "schema" + Block(lines);
    }

    private static string Directive(DirectiveDefinition directive) =>
        $"{Description(directive.Description)}directive @{directive.Name}{Arguments(directive.Arguments.Values, "")}"
        + $"{Deprecated(directive.DeprecationReason)}{(directive.IsRepeatable ? " repeatable" : "")}"
        + $" on {string.Join(" | ", directive.Locations)}";

    private static string Type(NamedType type) => Description(type.Description) + type switch
    {
        ScalarType scalar => $"scalar {type}{SpecifiedBy(scalar.SpecifiedByUrl)}",
        ObjectType @object => $"type {type}{Implements(@object)}{Fields(@object)}",
        InterfaceType @interface => $"interface {type}{Implements(@interface)}{Fields(@interface)}",
        UnionType union => $"union {type}{(union.Members.Count == 0 ? "" : " = " + string.Join(" | ", union.Members))}",
        EnumType @enum => $"enum {type}" + Block(@enum.Values.Values.Select((value, i) =>
            $"{Description(value.Description, "  ", i == 0)}  {value.Name}{Deprecated(value.DeprecationReason)}")),
        InputObjectType input => $"input {type}{(input.IsOneOf ? " @oneOf" : "")}" + Block(input.Fields.Values.Select((field, i) =>
            $"{Description(field.Description, "  ", i == 0)}  {InputValue(field)}")),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type.Name, "A kind of type the printer does not know."),
    };

    private static string Implements(ComplexType type) =>
        type.Interfaces.Count == 0 ? "" : " implements " + string.Join(" & ", type.Interfaces);

    private static string Fields(ComplexType type) => Block(type.Fields.Values.Select((field, i) =>
        $"{Description(field.Description, "  ", i == 0)}  {field.Name}{Arguments(field.Arguments.Values, "  ")}: {field.Type}"
        + Deprecated(field.DeprecationReason)));

    private static string Arguments(IReadOnlyCollection<InputValueDefinition> arguments, string indentation)
    {
        if (arguments.Count == 0) return "";
        if (arguments.All(argument => argument.Description is null)) return $"({string.Join(", ", arguments.Select(InputValue))})";
        var lines = arguments.Select((argument, i) =>
            $"{Description(argument.Description, "  " + indentation, i == 0)}  {indentation}{InputValue(argument)}");
        return $"(\n{string.Join("\n", lines)}\n{indentation})";
    }

    private static string InputValue(InputValueDefinition input) =>
        $"{input.Name}: {input.Type}{(input.DefaultValue is { } literal ? " = " + Printer.Print(literal) : "")}"
        + Deprecated(input.DeprecationReason);

    private static string Deprecated(string? reason) => reason switch
    {
        null => "",
        BuiltInDirectives.DefaultDeprecationReason => " @deprecated",
        _ => $" @deprecated(reason: {Printer.Print(new StringValueNode(reason))})",
    };

    private static string SpecifiedBy(string? url) =>
        url is null ? "" : $" @specifiedBy(url: {Printer.Print(new StringValueNode(url))})";

    /// <summary>The description on lines of its own, with an empty line before it unless it is the first of its block.</summary>
    private static string Description(string? text, string indentation = "", bool isFirst = true)
    {
        if (text is null) return "";
        string block = Printer.Print(new StringValueNode(text, isBlock: BlockString.CanPrint(text)));
        return new StringBuilder(indentation.Length > 0 && !isFirst ? "\n" : "")
            .Append(indentation).Append(block.Replace("\n", "\n" + indentation)).Append('\n').ToString();
    }

    private static string Block(IEnumerable<string> lines)
    {
        string body = string.Join("\n", lines);
        return body.Length == 0 ? "" : $" {{\n{body}\n}}";
    }
}
