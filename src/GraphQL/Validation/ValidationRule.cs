using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL.Validation;

/// <summary>A rule of validation: it overrides what it wants to see of the walk over the document, and reports what is wrong.
/// It lives for one document.</summary>
public abstract class ValidationRule(string name, ValidationContext context)
{
    /// <summary>graphql-js's name of the rule.</summary>
    public string Name { get; } = name;

    protected ValidationContext Context { get; } = context;

    /// <summary>An error at these nodes.</summary>
    protected void Report(string message, params ReadOnlySpan<SyntaxNode> nodes) => Context.Report(Name, message, nodes);

    public virtual void EnterDocument(DocumentNode document) { }
    public virtual void LeaveDocument(DocumentNode document) { }
    /// <summary>A definition, or extension, of a type, directive or the schema itself.</summary>
    public virtual void EnterTypeSystemDefinition(DefinitionNode definition) { }
    public virtual void EnterOperation(OperationDefinitionNode operation) { }
    public virtual void LeaveOperation(OperationDefinitionNode operation) { }
    public virtual void EnterFragmentDefinition(FragmentDefinitionNode fragment) { }
    public virtual void EnterVariableDefinition(VariableDefinitionNode definition) { }
    /// <param name="owner">The operation, fragment, field or inline fragment whose selection set it is.</param>
    public virtual void EnterSelectionSet(SelectionSetNode selections, SyntaxNode owner) { }
    public virtual void EnterField(FieldNode field) { }
    public virtual void LeaveField(FieldNode field) { }
    public virtual void EnterFragmentSpread(FragmentSpreadNode spread) { }
    public virtual void EnterInlineFragment(InlineFragmentNode fragment) { }
    /// <summary>All directives of a node, before each of them.</summary>
    public virtual void EnterDirectives(IReadOnlyList<DirectiveNode> directives, SyntaxNode owner) { }
    /// <param name="location">The place as the specification names it (<see cref="DirectiveLocations"/>).</param>
    public virtual void EnterDirective(DirectiveNode directive, string location) { }
    public virtual void LeaveDirective(DirectiveNode directive) { }
    /// <param name="owner">The field or directive.</param>
    public virtual void EnterArgument(ArgumentNode argument, SyntaxNode owner) { }
    public virtual void EnterNamedType(NamedTypeNode type) { }
    /// <summary>A value that is not part of another value.</summary>
    public virtual void EnterWholeValue(ValueNode value) { }
    public virtual void EnterVariable(VariableNode variable) { }
    public virtual void EnterEnumValue(EnumValueNode value) { }
    public virtual void EnterObjectValue(ObjectValueNode value) { }
    public virtual void LeaveObjectValue(ObjectValueNode value) { }
    public virtual void EnterObjectField(ObjectFieldNode field) { }
}

/// <summary>A rule's name and how it is made for a document.</summary>
public sealed record RuleEntry(string Name, Func<ValidationContext, ValidationRule> Create);
