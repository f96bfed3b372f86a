using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types.Scalars;
using HomeroomGraph.GraphQL.Validation.Suggestions;

namespace HomeroomGraph.GraphQL.Validation.Rules;

/// <summary>Types that a document names exist (spec 5.5.1.2).</summary>
public sealed class KnownTypeNamesRule(ValidationContext context) : ValidationRule(nameof(KnownTypeNamesRule), context)
{
    private readonly HashSet<string> _defined =
        [.. context.Document.Definitions.OfType<TypeDefinitionNode>().Where(type => !type.IsExtension).Select(type => type.Name.Value)];

    public override void EnterNamedType(NamedTypeNode type)
    {
        string name = type.Name.Value;
        if (Context.Schema.Types.ContainsKey(name) || _defined.Contains(name)) return;
        // A schema has the built-in scalars when it refers to them (spec 3.5).
        if (Context.IsInTypeSystem && BuiltInScalars.Find(name) is not null) return;
        string suggestion = Context.Options.Suggest ? DidYouMean.Of(name, KnownNames()) : "";
        Report($"Unknown type \"{name}\".{suggestion}", type);
    }

    private IEnumerable<string> KnownNames() =>
        (Context.IsInTypeSystem ? BuiltInScalars.All.Select(scalar => scalar.Name) : []).Concat(Context.Schema.Types.Keys).Concat(_defined);
}
