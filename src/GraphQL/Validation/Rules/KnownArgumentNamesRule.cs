using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Validation.Suggestions;

namespace HomeroomGraph.GraphQL.Validation.Rules;

/// <summary>Arguments that are given exist (spec 5.4.1).</summary>
public sealed class KnownArgumentNamesRule(ValidationContext context) : ValidationRule(nameof(KnownArgumentNamesRule), context)
{
    public override void EnterDirective(DirectiveNode directive, string location) =>
        DirectiveArguments.ReportUnknown(directive, Context, Name);

    public override void EnterArgument(ArgumentNode argument, SyntaxNode owner)
    {
        if (owner is not FieldNode || Context.Argument is not null || Context.Field is not { } field) return;
        string name = argument.Name.Value;
        string suggestion = Context.Options.Suggest ? DidYouMean.Of(name, field.Arguments.Keys) : "";
        Report($"Unknown argument \"{name}\" on field \"{Coordinates.Of(Context.ParentType, field)}\".{suggestion}", argument);
    }
}
