using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Directives;

namespace HomeroomGraph.GraphQL.Validation.TypeSystemRules;

/// <summary>The built-in directives say what a schema is, so in its document their arguments have values of the right type (spec 3.13.3 to
/// 3.13.5): <c>@deprecated(reason: null)</c> is no reason.</summary>
public sealed class BuiltInDirectiveValuesRule(ValidationContext context) : ValidationRule(nameof(BuiltInDirectiveValuesRule), context)
{
    public override void EnterDirective(DirectiveNode directive, string location)
    {
        if (BuiltInDirectives.All.FirstOrDefault(known => known.Name == directive.Name.Value) is not { } definition) return;
        foreach (var argument in directive.Arguments)
        {
            if (!definition.Arguments.TryGetValue(argument.Name.Value, out var expected)) continue;
            string coordinate = Coordinates.Of(definition, expected);
            LiteralCoercion.Validate(argument.Value, expected.Type, Context.Options.Suggest, error => Report(
                $"Argument \"{coordinate}\" has invalid value{InputPath.Text(error.Path)}: {error.Message}", error.Node));
        }
    }
}
