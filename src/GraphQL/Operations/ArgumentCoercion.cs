using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Operations;

/// <summary>The arguments of a field or directive (spec 6.4.1).</summary>
public static class ArgumentCoercion
{
    /// <summary>The values by name, in the order of definition: those given and those with a default. The document is valid.</summary>
    /// <param name="owner">The field's or directive's schema coordinate, for messages.</param>
    /// <exception cref="InputCoercionException">A variable has no value, or null, where the argument needs one.</exception>
    public static OrderedDictionary<string, InputValue> Coerce(
        string owner, IEnumerable<InputValueDefinition> definitions, IReadOnlyList<ArgumentNode> arguments, CoercedVariables variables)
    {
        var values = new OrderedDictionary<string, InputValue>();
        foreach (var definition in definitions)
        {
            var given = Find(arguments, definition.Name);
            if (given is null || IsLeftOut(given.Value, variables) && !definition.IsRequired)
            {
                if (definition.DefaultValue is { } @default)
                    values.Add(definition.Name, LiteralCoercion.OfDefault(@default, definition.Type));
                else if (definition.IsRequired)
                    throw new InputCoercionException(
                        $"Argument \"{Coordinates.Of(owner, definition.Name)}\" of required type \"{definition.Type}\" was not provided.");
                continue;
            }
            values.Add(definition.Name, Coerce(owner, definition, given, variables));
        }
        return values;
    }

    private static InputValue Coerce(string owner, InputValueDefinition definition, ArgumentNode given, CoercedVariables variables) =>
        new LiteralCoercion(variables, suggest: false, error => throw new InputCoercionException(
                $"Argument \"{Coordinates.Of(owner, definition.Name)}\" has invalid value{InputPath.Text(error.Path)}: {error.Message}") { Node = error.Node })
            .Coerce(given.Value, definition.Type)!;

    private static ArgumentNode? Find(IReadOnlyList<ArgumentNode> arguments, string name)
    {
        foreach (var argument in arguments)
            if (argument.Name.Value == name) return argument;
        return null;
    }

    private static bool IsLeftOut(ValueNode value, CoercedVariables variables) =>
        value is VariableNode variable && !variables.Values.ContainsKey(variable.Name.Value);
}
