namespace HomeroomGraph.GraphQL.Language;

/// <summary>The schema, or an extension of it (spec 3.3).</summary>
public sealed class SchemaDefinitionNode : DefinitionNode
{
    public bool IsExtension { get; init; }
    public IReadOnlyList<RootOperationTypeNode> OperationTypes { get; init; } = [];
}

/// <summary>The type of a root operation (spec 3.3.1).</summary>
public sealed class RootOperationTypeNode : SyntaxNode
{
    public required OperationKind Operation { get; init; }
    public required NamedTypeNode Type { get; init; }
}

/// <summary>The definition of a named type, or an extension of it (spec 3.4).</summary>
public abstract class TypeDefinitionNode : DefinitionNode
{
    public bool IsExtension { get; init; }
    public required NameNode Name { get; init; }
}

/// <summary>A scalar (spec 3.5).</summary>
public sealed class ScalarTypeDefinitionNode : TypeDefinitionNode;

/// <summary>What objects and interfaces have in common: fields, and the interfaces they implement.</summary>
public abstract class ComplexTypeDefinitionNode : TypeDefinitionNode
{
    public IReadOnlyList<NamedTypeNode> Interfaces { get; init; } = [];
    public IReadOnlyList<FieldDefinitionNode> Fields { get; init; } = [];
}

/// <summary>An object type (spec 3.6).</summary>
public sealed class ObjectTypeDefinitionNode : ComplexTypeDefinitionNode;

/// <summary>An interface (spec 3.7).</summary>
public sealed class InterfaceTypeDefinitionNode : ComplexTypeDefinitionNode;

/// <summary>A union (spec 3.8).</summary>
public sealed class UnionTypeDefinitionNode : TypeDefinitionNode
{
    public IReadOnlyList<NamedTypeNode> Types { get; init; } = [];
}

/// <summary>An enum (spec 3.9).</summary>
public sealed class EnumTypeDefinitionNode : TypeDefinitionNode
{
    public IReadOnlyList<EnumValueDefinitionNode> Values { get; init; } = [];
}

/// <summary>An input object (spec 3.10).</summary>
public sealed class InputObjectTypeDefinitionNode : TypeDefinitionNode
{
    public IReadOnlyList<InputValueDefinitionNode> Fields { get; init; } = [];
}

/// <summary>A field of an object or interface (spec 3.6).</summary>
public sealed class FieldDefinitionNode : DefinitionNode
{
    public required NameNode Name { get; init; }
    public IReadOnlyList<InputValueDefinitionNode> Arguments { get; init; } = [];
    public required TypeNode Type { get; init; }
}

/// <summary>An argument, or a field of an input object (spec 3.6.1).</summary>
public sealed class InputValueDefinitionNode : DefinitionNode
{
    public required NameNode Name { get; init; }
    public required TypeNode Type { get; init; }
    public ValueNode? DefaultValue { get; init; }
}

/// <summary>A value of an enum (spec 3.9).</summary>
public sealed class EnumValueDefinitionNode : DefinitionNode
{
    public required NameNode Name { get; init; }
}

/// <summary>A directive (spec 3.13), or an extension of one: directives on directive definitions came after the edition of
/// September 2025; the reference takes them, and so do we.</summary>
public sealed class DirectiveDefinitionNode : DefinitionNode
{
    public bool IsExtension { get; init; }
    public required NameNode Name { get; init; }
    public IReadOnlyList<InputValueDefinitionNode> Arguments { get; init; } = [];
    public bool IsRepeatable { get; init; }
    public required IReadOnlyList<NameNode> Locations { get; init; }
}
