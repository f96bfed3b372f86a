namespace HomeroomGraph.GraphQL.Types;

/// <summary>A type system that documents are validated and executed against (spec 3.3).</summary>
public sealed class Schema
{
    private readonly Dictionary<string, IReadOnlyList<ObjectType>> _possibleTypes = [];

    public Schema(
        ObjectType? query,
        ObjectType? mutation,
        ObjectType? subscription,
        IEnumerable<NamedType> types,
        IEnumerable<DirectiveDefinition> directives,
        string? description = null)
    {
        (Query, Mutation, Subscription, Description) = (query, mutation, subscription, description);
        foreach (var type in types) Types.TryAdd(type.Name, type);
        foreach (var directive in directives) Directives.TryAdd(directive.Name, directive);
        foreach (var type in Types.Values) _possibleTypes[type.Name] = [.. FindPossibleTypes(type)];
    }

    public ObjectType? Query { get; }
    public ObjectType? Mutation { get; }
    public ObjectType? Subscription { get; }
    public string? Description { get; }
    /// <summary>All types by name, the built-in and introspection types among them, in the order of declaration.</summary>
    public OrderedDictionary<string, NamedType> Types { get; } = [];
    /// <summary>All directives by name, the built-in ones among them.</summary>
    public OrderedDictionary<string, DirectiveDefinition> Directives { get; } = [];

    /// <summary>The object types a value of a composite type may have (spec 5.5.2.3); none for other types.</summary>
    public IReadOnlyList<ObjectType> PossibleTypes(NamedType type) => _possibleTypes.GetValueOrDefault(type.Name, []);

    /// <summary>Whether every value of the object or interface type is also one of the abstract type.</summary>
    public static bool IsSubType(NamedType abstractType, NamedType candidate) => abstractType switch
    {
        UnionType union => union.Members.Contains(candidate),
        InterfaceType @interface => candidate is ComplexType complex && complex.Interfaces.Contains(@interface),
        _ => false,
    };

    private IEnumerable<ObjectType> FindPossibleTypes(NamedType type) => type switch
    {
        ObjectType self => [self],
        UnionType union => union.Members,
        InterfaceType @interface => Types.Values.OfType<ObjectType>().Where(o => o.Interfaces.Contains(@interface)),
        _ => [],
    };
}
