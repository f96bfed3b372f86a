using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL.Types;

/// <summary>A type with a name (spec 3.4). Types are made first and filled afterwards, for they refer to each other in
/// circles; a <see cref="Schema"/> freezes nothing, but no code changes a type once its schema exists.</summary>
public abstract class NamedType(string name) : GraphQLType
{
    public string Name { get; } = name;
    public string? Description { get; set; }
    /// <summary>The definition and extensions the type was read from, for the locations of errors; empty when declared in code.</summary>
    public IReadOnlyList<TypeDefinitionNode> SyntaxNodes { get; set; } = [];
    public override NamedType Named => this;
    public override string ToString() => Name;
}

/// <summary>An object or interface type: has fields and implements interfaces (spec 3.6, 3.7).</summary>
public abstract class ComplexType(string name) : NamedType(name)
{
    public List<InterfaceType> Interfaces { get; } = [];
    /// <summary>The fields in the order of declaration, by name.</summary>
    public OrderedDictionary<string, FieldDefinition> Fields { get; } = [];

    public void Add(FieldDefinition field) => Fields.Add(field.Name, field);
}

/// <summary>An object type (spec 3.6).</summary>
public sealed class ObjectType(string name) : ComplexType(name);

/// <summary>An interface type (spec 3.7).</summary>
public sealed class InterfaceType(string name) : ComplexType(name);

/// <summary>A union (spec 3.8).</summary>
public sealed class UnionType(string name) : NamedType(name)
{
    public List<ObjectType> Members { get; } = [];
}

/// <summary>An enum (spec 3.9).</summary>
public sealed class EnumType(string name) : NamedType(name)
{
    public OrderedDictionary<string, EnumValue> Values { get; } = [];

    public void Add(EnumValue value) => Values.Add(value.Name, value);

    public void Add(string name, string description) => Add(new EnumValue(name) { Description = description });
}

/// <summary>A value of an enum.</summary>
public sealed class EnumValue(string name)
{
    public string Name { get; } = name;
    public string? Description { get; init; }
    public string? DeprecationReason { get; init; }
    /// <summary>What the value is called where it is kept (a column's text), if that differs from the name.</summary>
    public string? StoredAs { get; init; }
    public EnumValueDefinitionNode? SyntaxNode { get; init; }
}

/// <summary>An input object (spec 3.10).</summary>
public sealed class InputObjectType(string name) : NamedType(name)
{
    public OrderedDictionary<string, InputValueDefinition> Fields { get; } = [];
    /// <summary>Exactly one field must be given, and not null (spec 3.10.1).</summary>
    public bool IsOneOf { get; set; }

    public void Add(InputValueDefinition field) => Fields.Add(field.Name, field);
}
