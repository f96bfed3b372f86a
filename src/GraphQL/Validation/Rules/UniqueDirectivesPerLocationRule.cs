using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL.Validation.Rules;

/// <summary>A directive stands once at a place unless it is repeatable (spec 5.7.3).</summary>
public sealed class UniqueDirectivesPerLocationRule(ValidationContext context)
    : ValidationRule(nameof(UniqueDirectivesPerLocationRule), context)
{
    private readonly Dictionary<string, DirectiveNode> _ofSchema = [];
    private readonly Dictionary<string, Dictionary<string, DirectiveNode>> _ofType = [];
    private readonly Dictionary<string, Dictionary<string, DirectiveNode>> _ofDirective = [];

    public override void EnterDirectives(IReadOnlyList<DirectiveNode> directives, SyntaxNode owner)
    {
        if (directives.Count == 0) return;
        var seen = SeenAt(owner);
        foreach (var directive in directives)
        {
            string name = directive.Name.Value;
            if (Context.Directives.Find(name) is not { IsRepeatable: false } || seen.TryAdd(name, directive)) continue;
            Report($"The directive \"@{name}\" can only be used once at this location.", seen[name], directive);
        }
    }

    /// <summary>A definition and its extensions are one place.</summary>
    private Dictionary<string, DirectiveNode> SeenAt(SyntaxNode owner) => owner switch
    {
        SchemaDefinitionNode => _ofSchema,
        TypeDefinitionNode type => SeenOf(_ofType, type.Name.Value),
        DirectiveDefinitionNode directive => SeenOf(_ofDirective, directive.Name.Value),
        _ => [],
    };

    private static Dictionary<string, DirectiveNode> SeenOf(Dictionary<string, Dictionary<string, DirectiveNode>> seen, string name)
    {
        if (!seen.TryGetValue(name, out var here)) seen[name] = here = [];
        return here;
    }
}
