using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Introspection;
using HomeroomGraph.GraphQL.Types.Scalars;
using HomeroomGraph.GraphQL.Validation.Suggestions;

namespace HomeroomGraph.GraphQL.Validation.Rules;

/// <summary>Types that a document names exist (spec 5.5.1.2).</summary>
public sealed class KnownTypeNamesRule(ValidationContext context) : ValidationRule(nameof(KnownTypeNamesRule), context)
{
    /// <summary>What every schema has, or has when it refers to it (spec 3.5, 4.2).</summary>
    private static readonly string[] _builtIn = [.. BuiltInScalars.All.Concat<NamedType>(IntrospectionTypes.All).Select(type => type.Name)];

    private readonly ICollection<string> _ofSchema = context.HasSchema ? context.Schema.Types.Keys : [];
    private readonly HashSet<string> _defined =
        [.. context.Document.Definitions.OfType<TypeDefinitionNode>().Where(type => !type.IsExtension).Select(type => type.Name.Value)];

    public override void EnterNamedType(NamedTypeNode type)
    {
        string name = type.Name.Value;
        if (_ofSchema.Contains(name) || _defined.Contains(name)) return;
        if (Context.IsInTypeSystem && _builtIn.Contains(name)) return;
        string suggestion = Context.Options.Suggest ? DidYouMean.Of(name, KnownNames()) : "";
        Report($"Unknown type \"{name}\".{suggestion}", type);
    }

    private IEnumerable<string> KnownNames() =>
        (Context.IsInTypeSystem ? _builtIn : []).Concat(_ofSchema).Concat(_defined);
}
