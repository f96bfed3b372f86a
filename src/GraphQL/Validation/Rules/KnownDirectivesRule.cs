using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL.Validation.Rules;

/// <summary>Directives exist and stand where they may (spec 5.7.1, 5.7.2).</summary>
public sealed class KnownDirectivesRule(ValidationContext context) : ValidationRule(nameof(KnownDirectivesRule), context)
{
    public override void EnterDirective(DirectiveNode directive, string location)
    {
        string name = directive.Name.Value;
        if (Context.Directives.Find(name) is not { } known)
            Report($"Unknown directive \"@{name}\".", directive);
        else if (!known.Locations.Contains(location))
            Report($"Directive \"@{name}\" may not be used on {location}.", directive);
    }
}
