using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types.Directives;
using HomeroomGraph.GraphQL.Types.Introspection;

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
        foreach (var directive in directives.Concat(BuiltInDirectives.All)) Directives.TryAdd(directive.Name, directive);
        Types = ReferencedTypes.Of(types, [query, mutation, subscription], Directives.Values);
        foreach (var type in Types.Values) _possibleTypes[type.Name] = [.. FindPossibleTypes(type)];
    }

    public ObjectType? Query { get; }
    public ObjectType? Mutation { get; }
    public ObjectType? Subscription { get; }
    public string? Description { get; }
    /// <summary>All types by name in the order of declaration, those only referred to, and the introspection types.</summary>
    public OrderedDictionary<string, NamedType> Types { get; }
    /// <summary>All directives by name, the built-in ones among them.</summary>
    public OrderedDictionary<string, DirectiveDefinition> Directives { get; } = [];

    /// <summary>The schema definition and its extensions, when the schema was read from a document that has them.</summary>
    public IReadOnlyList<SchemaDefinitionNode> SyntaxNodes { get; init; } = [];

    /// <summary>The root type of a kind of operation; null where the schema has none.</summary>
    public ObjectType? RootType(OperationKind operation) => operation switch
    {
        OperationKind.Query => Query,
        OperationKind.Mutation => Mutation,
        _ => Subscription,
    };

    /// <summary>A field of a composite type by its name, the meta-fields of introspection among them.</summary>
    public FieldDefinition? FindField(NamedType parent, string name) => name switch
    {
        "__typename" => MetaFields.TypeName,
        "__schema" when parent == Query => MetaFields.Schema,
        "__type" when parent == Query => MetaFields.Type,
        _ => (parent as ComplexType)?.Fields.GetValueOrDefault(name),
    };

    /// <summary>The type a type node states; null when its name is unknown. Recurses as deep as the parser allows types to nest.</summary>
    public GraphQLType? TypeOf(TypeNode node) => node switch
    {
        NamedTypeNode named => Types.GetValueOrDefault(named.Name.Value),
        ListTypeNode list => TypeOf(list.ItemType) is { } item ? new ListType(item) : null,
        NonNullTypeNode nonNull => TypeOf(nonNull.InnerType) is { } inner ? new NonNullType(inner) : null,
        _ => null,
    };

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
