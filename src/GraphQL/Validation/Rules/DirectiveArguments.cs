using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Validation.Suggestions;

namespace HomeroomGraph.GraphQL.Validation.Rules;

/// <summary>What the rules on arguments check of directives, the same in documents of both kinds (spec 5.4.1, 5.4.3).</summary>
internal static class DirectiveArguments
{
    internal static void ReportUnknown(DirectiveNode directive, ValidationContext context, string rule)
    {
        if (context.Directives.Find(directive.Name.Value) is not { } known) return;
        foreach (var argument in directive.Arguments)
        {
            string name = argument.Name.Value;
            if (known.Arguments.Any(other => other.Name == name)) continue;
            string suggestion = context.Options.Suggest ? DidYouMean.Of(name, known.Arguments.Select(other => other.Name)) : "";
            context.Report(rule, $"Unknown argument \"{name}\" on directive \"@{known.Name}\".{suggestion}", [argument]);
        }
    }

    internal static void ReportMissing(DirectiveNode directive, ValidationContext context, string rule)
    {
        if (context.Directives.Find(directive.Name.Value) is not { } known) return;
        foreach (var required in known.Arguments.Where(argument => argument.IsRequired))
        {
            if (directive.Arguments.Any(argument => argument.Name.Value == required.Name)) continue;
            string coordinate = Coordinates.Of("@" + known.Name, required.Name);
            context.Report(
                rule, $"Argument \"{coordinate}\" of type \"{required.Type}\" is required, but it was not provided.", [directive]);
        }
    }
}
