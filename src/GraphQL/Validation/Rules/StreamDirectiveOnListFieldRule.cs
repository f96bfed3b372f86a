using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Validation.Rules;

/// <summary><c>@stream</c> stands on lists. It and <c>@defer</c> are not of the edition of September 2025; the reference checks
/// their use all the same, and our answers are to be the same as its.</summary>
public sealed class StreamDirectiveOnListFieldRule(ValidationContext context)
    : ValidationRule(nameof(StreamDirectiveOnListFieldRule), context)
{
    public override void EnterDirective(DirectiveNode directive, string location)
    {
        if (directive.Name.Value != "stream" || Context.Field is not { } field || Context.ParentType is not { } parent) return;
        if (field.Type.Nullable is not ListType)
            Report($"Directive \"@stream\" cannot be used on non-list field \"{parent}.{field.Name}\".", directive);
    }
}
