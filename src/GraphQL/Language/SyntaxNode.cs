namespace HomeroomGraph.GraphQL.Language;

/// <summary>A node of the syntax tree; the names of the nodes are those of the grammar (spec appendix B).</summary>
public abstract class SyntaxNode
{
    /// <summary>Where the node stands in its document.</summary>
    public SourceSpan Span { get; init; } = SourceSpan.None;
}

/// <summary>A name with its place (spec 2.1.9).</summary>
public sealed class NameNode(string value) : SyntaxNode
{
    public string Value { get; } = value;

    public override string ToString() => Value;
}

/// <summary>A whole document (spec 2.2): executable definitions, type system definitions, or both.</summary>
public sealed class DocumentNode(IReadOnlyList<DefinitionNode> definitions) : SyntaxNode
{
    public IReadOnlyList<DefinitionNode> Definitions { get; } = definitions;
}

/// <summary>Anything that may stand at the top of a document.</summary>
public abstract class DefinitionNode : SyntaxNode
{
    /// <summary>The description before the definition, where the edition of September 2025 allows one.</summary>
    public StringValueNode? Description { get; init; }
    public IReadOnlyList<DirectiveNode> Directives { get; init; } = [];
}
