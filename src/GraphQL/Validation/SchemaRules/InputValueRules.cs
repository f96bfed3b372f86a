using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Directives;

namespace HomeroomGraph.GraphQL.Validation.SchemaRules;

/// <summary>What holds for arguments and for fields of input objects alike (spec 3.6, 3.10, 3.13).</summary>
internal static class InputValueRules
{
    /// <param name="coordinate">The name of the argument or field in messages.</param>
    /// <param name="kind">"argument" or "input field".</param>
    /// <param name="typeNode">Where a wrong type is shown.</param>
    internal static void Check(
        InputValueDefinition input, string coordinate, string kind, SchemaErrors errors, SyntaxNode? typeNode)
    {
        ReservedNames.Check(input.Name, errors, input.SyntaxNode);
        if (!input.Type.IsInput) errors.Add($"The type of {coordinate} must be Input Type but got: {input.Type}.", typeNode);
        if (input.IsRequired && input.DeprecationReason is not null)
            errors.Add(
                $"Required {kind} {coordinate} cannot be deprecated.",
                SdlDirectives.Find(input.SyntaxNode, BuiltInDirectives.Deprecated), input.SyntaxNode?.Type);
        if (input.DefaultValue is { } literal && input.Type.IsInput)
            LiteralCoercion.Validate(literal, input.Type, suggest: true, error => errors.Add(
                $"{coordinate} has invalid default value{InputPath.Text(error.Path)}: {error.Message}", error.Node));
    }
}
