using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Validation.Rules;

/// <summary>Arguments that are required are given (spec 5.4.3).</summary>
public sealed class ProvidedRequiredArgumentsRule(ValidationContext context)
    : ValidationRule(nameof(ProvidedRequiredArgumentsRule), context)
{
    public override void LeaveField(FieldNode node)
    {
        if (Context.Field is not { } field) return;
        foreach (var argument in field.Arguments.Values)
        {
            if (!argument.IsRequired || node.Arguments.Any(given => given.Name.Value == argument.Name)) continue;
            string coordinate = Coordinates.Of(Context.ParentType, field, argument);
            Report($"Argument \"{coordinate}\" of type \"{argument.Type}\" is required, but it was not provided.", node);
        }
    }

    public override void LeaveDirective(DirectiveNode directive) => DirectiveArguments.ReportMissing(directive, Context, Name);
}
