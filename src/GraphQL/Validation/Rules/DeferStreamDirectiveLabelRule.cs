using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL.Validation.Rules;

/// <summary>Labels of <c>@defer</c> and <c>@stream</c> are texts of their own (as <see cref="StreamDirectiveOnListFieldRule"/> not of the
/// edition of September 2025).</summary>
public sealed class DeferStreamDirectiveLabelRule(ValidationContext context)
    : ValidationRule(nameof(DeferStreamDirectiveLabelRule), context)
{
    private readonly Dictionary<string, DirectiveNode> _known = [];

    public override void EnterDirective(DirectiveNode directive, string location)
    {
        if (directive.Name.Value is not ("defer" or "stream")) return;
        var label = directive.Arguments.FirstOrDefault(argument => argument.Name.Value == "label")?.Value;
        if (label is null or NullValueNode) return;
        if (label is not StringValueNode text)
            Report($"Argument \"@{directive.Name}(label:)\" must be a static string.", directive);
        else if (!_known.TryAdd(text.Value, directive))
            Report(
                "Value for arguments \"defer(label:)\" and \"stream(label:)\" must be unique across all Defer/Stream directive usages.",
                _known[text.Value], directive);
    }
}
