using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Directives;

namespace HomeroomGraph.GraphQL.Validation.SchemaRules;

/// <summary>A type that implements interfaces has what they promise (spec 3.6.2 "IsValidImplementation").</summary>
internal static class InterfaceRules
{
    internal static void Check(ComplexType type, Schema schema, SchemaErrors errors)
    {
        var seen = new HashSet<string>();
        foreach (string name in InterfaceNames(type))
        {
            if (schema.Types.GetValueOrDefault(name) is not InterfaceType @interface)
            {
                errors.Add(
                    $"Type {type} must only implement Interface types, it cannot implement {name}.", ImplementsNodes(type, name));
            }
            else if (type == @interface)
            {
                errors.Add(
                    $"Type {type} cannot implement itself because it would create a circular reference.", ImplementsNodes(type, name));
            }
            else if (!seen.Add(name))
            {
                errors.Add($"Type {type} can only implement {name} once.", ImplementsNodes(type, name));
            }
            else
            {
                CheckInheritedInterfaces(type, @interface, errors);
                foreach (var promised in @interface.Fields.Values) CheckField(type, @interface, promised, errors);
            }
        }
    }

    /// <summary>As written, those too that are no interfaces.</summary>
    private static IEnumerable<string> InterfaceNames(ComplexType type) => type.SyntaxNodes.Count > 0
        ? type.SyntaxNodes.OfType<ComplexTypeDefinitionNode>().SelectMany(node => node.Interfaces).Select(node => node.Name.Value)
        : type.Interfaces.Select(@interface => @interface.Name);

    private static IEnumerable<SyntaxNode> ImplementsNodes(ComplexType type, string name) => type.SyntaxNodes
        .OfType<ComplexTypeDefinitionNode>()
        .SelectMany(node => node.Interfaces)
        .Where(node => node.Name.Value == name);

    private static void CheckInheritedInterfaces(ComplexType type, InterfaceType @interface, SchemaErrors errors)
    {
        var own = InterfaceNames(type).ToHashSet();
        foreach (string inherited in InterfaceNames(@interface).Where(name => !own.Contains(name)))
            errors.Add(
                inherited == type.Name
                    ? $"Type {type} cannot implement {@interface} because it would create a circular reference."
                    : $"Type {type} must implement {inherited} because it is implemented by {@interface}.",
                [.. ImplementsNodes(@interface, inherited), .. ImplementsNodes(type, @interface.Name)]);
    }

    private static void CheckField(ComplexType type, InterfaceType @interface, FieldDefinition promised, SchemaErrors errors)
    {
        string promise = Coordinates.Of(@interface, promised);
        if (!type.Fields.TryGetValue(promised.Name, out var field))
        {
            errors.Add($"Interface field {promise} expected but {type} does not provide it.", [promised.SyntaxNode, .. type.SyntaxNodes]);
            return;
        }
        string coordinate = Coordinates.Of(type, field);
        if (!field.Type.IsSubTypeOf(promised.Type))
            errors.Add(
                $"Interface field {promise} expects type {promised.Type} but {coordinate} is type {field.Type}.",
                promised.SyntaxNode?.Type, field.SyntaxNode?.Type);
        CheckPromisedArguments(type, field, @interface, promised, errors);
        CheckOwnArguments(type, field, @interface, promised, errors);
        if (field.DeprecationReason is not null && promised.DeprecationReason is null)
            errors.Add(
                $"Interface field {promise} is not deprecated, so implementation field {coordinate} must not be deprecated.",
                SdlDirectives.Find(field.SyntaxNode, BuiltInDirectives.Deprecated), field.SyntaxNode?.Type);
    }

    private static void CheckPromisedArguments(
        ComplexType type, FieldDefinition field, InterfaceType @interface, FieldDefinition promised, SchemaErrors errors)
    {
        foreach (var argument in promised.Arguments.Values)
        {
            string promise = Coordinates.Of(@interface, promised, argument);
            if (!field.Arguments.TryGetValue(argument.Name, out var own))
                errors.Add(
                    $"Interface field argument {promise} expected but {Coordinates.Of(type, field)} does not provide it.",
                    argument.SyntaxNode, field.SyntaxNode);
            else if (!own.Type.Equals(argument.Type))
                errors.Add(
                    $"Interface field argument {promise} expects type {argument.Type} "
                    + $"but {Coordinates.Of(type, field, own)} is type {own.Type}.",
                    argument.SyntaxNode?.Type, own.SyntaxNode?.Type);
        }
    }

    private static void CheckOwnArguments(
        ComplexType type, FieldDefinition field, InterfaceType @interface, FieldDefinition promised, SchemaErrors errors)
    {
        foreach (var argument in field.Arguments.Values.Where(own => own.IsRequired && !promised.Arguments.ContainsKey(own.Name)))
            errors.Add(
                $"Argument \"{Coordinates.Of(type, field, argument)}\" must not be required type \"{argument.Type}\" "
                + $"if not provided by the Interface field \"{Coordinates.Of(@interface, promised)}\".",
                argument.SyntaxNode, promised.SyntaxNode);
    }
}
