namespace HomeroomGraph.GraphQL.Language;

/// <summary>A reference to a type (spec 2.11).</summary>
public abstract class TypeNode : SyntaxNode;

/// <summary>A type by its name.</summary>
public sealed class NamedTypeNode(NameNode name) : TypeNode
{
    public NameNode Name { get; } = name;
}

/// <summary>A list of a type.</summary>
public sealed class ListTypeNode(TypeNode itemType) : TypeNode
{
    public TypeNode ItemType { get; } = itemType;
}

/// <summary>A type that is never null; the inner type is a named type or a list.</summary>
public sealed class NonNullTypeNode(TypeNode innerType) : TypeNode
{
    public TypeNode InnerType { get; } = innerType;
}
