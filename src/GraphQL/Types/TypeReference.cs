namespace HomeroomGraph.GraphQL.Types;

/// <summary>A type as a field, argument or variable states it: a named type, or a list or non-null wrapper of one (spec 3.4.1).
/// Named types compare by reference, wrappers by what they wrap.</summary>
public abstract class GraphQLType
{
    /// <summary>The named type inside all wrappers.</summary>
    public abstract NamedType Named { get; }

    public bool IsNonNull => this is NonNullType;

    /// <summary>The type without its outermost non-null.</summary>
    public GraphQLType Nullable => this is NonNullType nonNull ? nonNull.Inner : this;

    public bool IsLeaf => this is ScalarType or EnumType;

    /// <summary>True for types that have possible object types: objects, interfaces and unions.</summary>
    public bool IsComposite => this is ComplexType or UnionType;

    /// <summary>True for scalars, enums and input objects, through all wrappers (spec 3.4.2).</summary>
    public bool IsInput => Named is ScalarType or EnumType or InputObjectType;

    /// <summary>True for scalars, enums, objects, interfaces and unions, through all wrappers (spec 3.4.2).</summary>
    public bool IsOutput => Named is not InputObjectType;
}

/// <summary>A list (spec 3.11).</summary>
public sealed class ListType(GraphQLType item) : GraphQLType, IEquatable<ListType>
{
    public GraphQLType Item { get; } = item;
    public override NamedType Named => Item.Named;
    public bool Equals(ListType? other) => other is not null && Item.Equals(other.Item);
    public override bool Equals(object? obj) => Equals(obj as ListType);
    public override int GetHashCode() => HashCode.Combine(nameof(ListType), Item);
    public override string ToString() => $"[{Item}]";
}

/// <summary>A type without null (spec 3.12).</summary>
public sealed class NonNullType(GraphQLType inner) : GraphQLType, IEquatable<NonNullType>
{
    public GraphQLType Inner { get; } = inner;
    public override NamedType Named => Inner.Named;
    public bool Equals(NonNullType? other) => other is not null && Inner.Equals(other.Inner);
    public override bool Equals(object? obj) => Equals(obj as NonNullType);
    public override int GetHashCode() => HashCode.Combine(nameof(NonNullType), Inner);
    public override string ToString() => $"{Inner}!";
}
