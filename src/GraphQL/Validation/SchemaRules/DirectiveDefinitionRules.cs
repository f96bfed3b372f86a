using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Validation.SchemaRules;

/// <summary>Directives have places and arguments of input types (spec 3.13).</summary>
internal static class DirectiveDefinitionRules
{
    internal static void Check(Schema schema, SchemaErrors errors)
    {
        foreach (var directive in schema.Directives.Values)
        {
            ReservedNames.Check(directive.Name, errors, directive.SyntaxNode);
            if (directive.Locations.Count == 0)
                errors.Add($"Directive @{directive.Name} must include 1 or more locations.", directive.SyntaxNode);
            foreach (var argument in directive.Arguments.Values)
                InputValueRules.Check(argument, Coordinates.Of(directive, argument), "argument", errors, argument.SyntaxNode);
        }
    }
}
