using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Validation.Rules;

/// <summary>Variables are used where their type allows (spec 5.8.5).</summary>
public sealed class VariablesInAllowedPositionRule(ValidationContext context)
    : ValidationRule(nameof(VariablesInAllowedPositionRule), context)
{
    public override void LeaveOperation(OperationDefinitionNode operation)
    {
        var definitions = new Dictionary<string, VariableDefinitionNode>();
        foreach (var definition in operation.VariableDefinitions) definitions[definition.Variable.Name.Value] = definition;
        foreach (var usage in Context.Variables.Of(operation))
        {
            if (usage.Type is not null && definitions.TryGetValue(usage.Node.Name.Value, out var definition))
                Check(usage, usage.Type, definition);
        }
    }

    private void Check(VariableUsage usage, GraphQLType expected, VariableDefinitionNode definition)
    {
        if (Context.Schema.TypeOf(definition.Type) is not { } type) return;
        string name = usage.Node.Name.Value;
        if (!IsAllowed(type, definition.DefaultValue, expected, usage.DefaultValue))
            Report($"Variable \"${name}\" of type \"{type}\" used in position expecting type \"{expected}\".", definition, usage.Node);
        // Where the object itself is non-null the reference leaves this to execution, and so do we.
        if (usage.ParentType is InputObjectType { IsOneOf: true } oneOf && !type.IsNonNull)
            Report(
                $"Variable \"${name}\" is of type \"{type}\" but must be non-nullable to be used for OneOf Input Object \"{oneOf}\".",
                definition, usage.Node);
    }

    /// <summary>A nullable variable may stand at a non-null place if either has a default that is not null (spec 5.8.5).</summary>
    private static bool IsAllowed(GraphQLType type, ValueNode? variableDefault, GraphQLType expected, ValueNode? placeDefault)
    {
        if (expected is not NonNullType nonNull || type.IsNonNull) return type.IsSubTypeOf(expected);
        bool hasDefault = variableDefault is not (null or NullValueNode) || placeDefault is not null;
        return hasDefault && type.IsSubTypeOf(nonNull.Inner);
    }
}
