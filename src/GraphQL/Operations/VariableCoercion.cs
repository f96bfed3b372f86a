using System.Text.Json;
using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Operations;

/// <summary>How far the variables of a request may go.</summary>
/// <param name="MaxDepth">Lists and objects inside each other.</param>
/// <param name="MaxErrors">After so many errors no more are looked for.</param>
/// <param name="Suggest">Whether messages say which name may have been meant.</param>
/// <param name="MaxListItems">Items of one list.</param>
public sealed record VariableLimits(int MaxDepth = 64, int MaxErrors = 50, bool Suggest = true, int MaxListItems = int.MaxValue);

/// <summary>The variables of a request as values of their types (spec 6.1.2).</summary>
public static class VariableCoercion
{
    /// <exception cref="GraphQLRequestException">Variables are missing or wrong; it lists each of them.</exception>
    public static CoercedVariables Coerce(
        Schema schema, OperationDefinitionNode operation, JsonElement? variables, SourceText source, VariableLimits limits)
    {
        var given = ReadObject(variables, limits);
        if (operation.VariableDefinitions.Count == 0) return CoercedVariables.None;
        var values = new Dictionary<string, InputValue>();
        var errors = new VariableErrors(source, limits.MaxErrors);
        foreach (var definition in operation.VariableDefinitions)
        {
            if (errors.AreTooMany) break;
            string name = definition.Variable.Name.Value;
            if (CoerceOne(schema, definition, given, errors, limits) is { } value) values[name] = value;
        }
        return errors.All.Count == 0 ? new CoercedVariables(values) : throw new GraphQLRequestException(errors.All);
    }

    private static InputValue? CoerceOne(
        Schema schema, VariableDefinitionNode definition, Dictionary<string, JsonElement> given, VariableErrors errors,
        VariableLimits limits)
    {
        string name = definition.Variable.Name.Value;
        if (schema.TypeOf(definition.Type) is not { IsInput: true } type)
        {
            errors.Add(
                $"Variable \"${name}\" expected value of type \"{Inspection.Of(definition.Type)}\" which cannot be used as an input type.",
                definition.Type);
            return null;
        }
        if (given.TryGetValue(name, out var value))
        {
            var coercion = new JsonCoercion(limits, (message, path) => errors.Add(
                $"Variable \"${name}\" has invalid value{InputPath.Text(path)}: {message}", definition), () => errors.AreTooMany);
            return coercion.Coerce(value, type, new VariableOrigin(name));
        }
        if (definition.DefaultValue is { } @default)
        {
            var coercion = new LiteralCoercion(null, limits.Suggest, error => errors.Add(
                $"Variable \"${name}\" has invalid default value{InputPath.Text(error.Path)}: {error.Message}", definition));
            return coercion.Coerce(@default, type);
        }
        if (type.IsNonNull)
            errors.Add(
                $"Variable \"${name}\" has invalid value: Expected a value of non-null type \"{type}\" to be provided.", definition);
        return null;
    }

    /// <summary>The variables by name. That they nest no deeper than allowed is checked here, so that all below may recurse.</summary>
    private static Dictionary<string, JsonElement> ReadObject(JsonElement? variables, VariableLimits limits)
    {
        if (variables is not { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } given) return [];
        if (given.ValueKind != JsonValueKind.Object)
            throw new GraphQLRequestException(new GraphQLError(
                "Variables must be an object whose keys are the names of variables.", ErrorCodes.BadRequest));
        if (!JsonDepth.IsWithin(given, limits.MaxDepth))
            throw new GraphQLRequestException(new GraphQLError(
                $"Variables nest lists and objects more than {limits.MaxDepth} deep.", ErrorCodes.LimitExceeded));
        var byName = new Dictionary<string, JsonElement>();
        foreach (var property in given.EnumerateObject()) byName[property.Name] = property.Value;
        return byName;
    }
}
