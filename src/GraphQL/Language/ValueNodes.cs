namespace HomeroomGraph.GraphQL.Language;

/// <summary>An input value as written (spec 2.9).</summary>
public abstract class ValueNode : SyntaxNode;

/// <summary>A use of a variable (spec 2.10).</summary>
public sealed class VariableNode : ValueNode
{
    public required NameNode Name { get; init; }
}

/// <summary>An integer; the text is kept, for its size is the scalar's matter (spec 2.9.1).</summary>
public sealed class IntValueNode(string value) : ValueNode
{
    public string Value { get; } = value;
}

/// <summary>A number with fraction or exponent; the text is kept (spec 2.9.2).</summary>
public sealed class FloatValueNode(string value) : ValueNode
{
    public string Value { get; } = value;
}

/// <summary>A boolean (spec 2.9.3).</summary>
public sealed class BooleanValueNode(bool value) : ValueNode
{
    public bool Value { get; } = value;
}

/// <summary>A string after its escapes, or a block string after its indentation is taken off (spec 2.9.4).</summary>
public sealed class StringValueNode(string value, bool isBlock = false) : ValueNode
{
    public string Value { get; } = value;
    public bool IsBlock { get; } = isBlock;
}

/// <summary>The word null (spec 2.9.5).</summary>
public sealed class NullValueNode : ValueNode;

/// <summary>An enum value (spec 2.9.6).</summary>
public sealed class EnumValueNode(string value) : ValueNode
{
    public string Value { get; } = value;
}

/// <summary>A list (spec 2.9.7).</summary>
public sealed class ListValueNode(IReadOnlyList<ValueNode> items) : ValueNode
{
    public IReadOnlyList<ValueNode> Items { get; } = items;
}

/// <summary>An input object (spec 2.9.8).</summary>
public sealed class ObjectValueNode(IReadOnlyList<ObjectFieldNode> fields) : ValueNode
{
    public IReadOnlyList<ObjectFieldNode> Fields { get; } = fields;
}

/// <summary>A field of an input object (spec 2.9.8).</summary>
public sealed class ObjectFieldNode : SyntaxNode
{
    public required NameNode Name { get; init; }
    public required ValueNode Value { get; init; }
}
