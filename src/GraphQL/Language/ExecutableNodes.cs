namespace HomeroomGraph.GraphQL.Language;

/// <summary>The three kinds of operation (spec 2.3).</summary>
public enum OperationKind { Query, Mutation, Subscription }

/// <summary>An operation (spec 2.3); without a name and the word <c>query</c> it is a query in shorthand.</summary>
public sealed class OperationDefinitionNode : DefinitionNode
{
    public required OperationKind Operation { get; init; }
    public NameNode? Name { get; init; }
    public IReadOnlyList<VariableDefinitionNode> VariableDefinitions { get; init; } = [];
    public required SelectionSetNode SelectionSet { get; init; }
}

/// <summary>A fragment (spec 2.8).</summary>
public sealed class FragmentDefinitionNode : DefinitionNode
{
    public required NameNode Name { get; init; }
    public required NamedTypeNode TypeCondition { get; init; }
    public required SelectionSetNode SelectionSet { get; init; }
}

/// <summary>A variable of an operation with its type and default (spec 2.10).</summary>
public sealed class VariableDefinitionNode : DefinitionNode
{
    public required VariableNode Variable { get; init; }
    public required TypeNode Type { get; init; }
    public ValueNode? DefaultValue { get; init; }
}

/// <summary>The selections between two braces (spec 2.4).</summary>
public sealed class SelectionSetNode(IReadOnlyList<SelectionNode> selections) : SyntaxNode
{
    public IReadOnlyList<SelectionNode> Selections { get; } = selections;
}

/// <summary>A field, a fragment spread or an inline fragment (spec 2.4).</summary>
public abstract class SelectionNode : SyntaxNode
{
    public IReadOnlyList<DirectiveNode> Directives { get; init; } = [];
}

/// <summary>A field (spec 2.5).</summary>
public sealed class FieldNode : SelectionNode
{
    public NameNode? Alias { get; init; }
    public required NameNode Name { get; init; }
    public IReadOnlyList<ArgumentNode> Arguments { get; init; } = [];
    public SelectionSetNode? SelectionSet { get; init; }

    /// <summary>The key of the field in the answer: its alias, or its name (spec 2.7).</summary>
    public string ResponseKey => (Alias ?? Name).Value;
}

/// <summary>A fragment spread (spec 2.8).</summary>
public sealed class FragmentSpreadNode : SelectionNode
{
    public required NameNode Name { get; init; }
}

/// <summary>An inline fragment (spec 2.8.2).</summary>
public sealed class InlineFragmentNode : SelectionNode
{
    public NamedTypeNode? TypeCondition { get; init; }
    public required SelectionSetNode SelectionSet { get; init; }
}

/// <summary>An argument of a field or a directive (spec 2.6).</summary>
public sealed class ArgumentNode : SyntaxNode
{
    public required NameNode Name { get; init; }
    public required ValueNode Value { get; init; }
}

/// <summary>A directive (spec 2.12).</summary>
public sealed class DirectiveNode : SyntaxNode
{
    public required NameNode Name { get; init; }
    public IReadOnlyList<ArgumentNode> Arguments { get; init; } = [];
}
