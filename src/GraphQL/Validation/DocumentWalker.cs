using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Validation;

/// <summary>Walks a document in the order it is written, keeps the context's types, and shows each node to each
/// rule. It recurses as deep as the parser lets a document nest, and never into fragments.</summary>
internal sealed partial class DocumentWalker(ValidationContext context, ValidationRule[] rules)
{
    internal void Walk(DocumentNode document)
    {
        foreach (var rule in rules) rule.EnterDocument(document);
        foreach (var definition in document.Definitions) Walk(definition);
        foreach (var rule in rules) rule.LeaveDocument(document);
    }

    internal void Walk(DefinitionNode definition)
    {
        switch (definition)
        {
            case OperationDefinitionNode operation: Operation(operation); break;
            case FragmentDefinitionNode fragment: FragmentDefinition(fragment); break;
            default: TypeSystemDefinition(definition); break;
        }
    }

    private void Operation(OperationDefinitionNode node)
    {
        context.Type = context.Schema.RootType(node.Operation);
        foreach (var rule in rules)
        {
            rule.EnterOperation(node);
            rule.EnterDirectives(node.Directives, node);
        }
        foreach (var variable in node.VariableDefinitions) VariableDefinition(variable);
        Directives(node.Directives, LocationOf(node.Operation));
        SelectionSet(node.SelectionSet, node);
        foreach (var rule in rules) rule.LeaveOperation(node);
        context.Type = null;
    }

    private static string LocationOf(OperationKind operation) => operation switch
    {
        OperationKind.Query => DirectiveLocations.Query,
        OperationKind.Mutation => DirectiveLocations.Mutation,
        _ => DirectiveLocations.Subscription,
    };

    private void FragmentDefinition(FragmentDefinitionNode node)
    {
        context.Type = OutputType(node.TypeCondition);
        foreach (var rule in rules)
        {
            rule.EnterFragmentDefinition(node);
            rule.EnterDirectives(node.Directives, node);
        }
        NamedType(node.TypeCondition);
        Directives(node.Directives, DirectiveLocations.FragmentDefinition);
        SelectionSet(node.SelectionSet, node);
        context.Type = null;
    }

    private NamedType? OutputType(NamedTypeNode condition) =>
        context.Schema.Types.GetValueOrDefault(condition.Name.Value) is { IsOutput: true } type ? type : null;

    private void VariableDefinition(VariableDefinitionNode node)
    {
        context.InputType = context.Schema.TypeOf(node.Type) is { IsInput: true } type ? type : null;
        foreach (var rule in rules)
        {
            rule.EnterVariableDefinition(node);
            rule.EnterDirectives(node.Directives, node);
        }
        TypeReference(node.Type);
        if (node.DefaultValue is { } value) WholeValue(value);
        Directives(node.Directives, DirectiveLocations.VariableDefinition);
        context.InputType = null;
    }

    private void TypeReference(TypeNode node)
    {
        while (node is not NamedTypeNode) node = node is ListTypeNode list ? list.ItemType : ((NonNullTypeNode)node).InnerType;
        NamedType((NamedTypeNode)node);
    }

    private void NamedType(NamedTypeNode node)
    {
        foreach (var rule in rules) rule.EnterNamedType(node);
    }

    private void SelectionSet(SelectionSetNode node, SyntaxNode owner)
    {
        var outerParent = context.ParentType;
        context.ParentType = context.Type?.Named is { IsComposite: true } composite ? composite : null;
        foreach (var rule in rules) rule.EnterSelectionSet(node, owner);
        foreach (var selection in node.Selections) Selection(selection);
        context.ParentType = outerParent;
    }

    private void Selection(SelectionNode node)
    {
        switch (node)
        {
            case FieldNode field: Field(field); break;
            case FragmentSpreadNode spread: FragmentSpread(spread); break;
            case InlineFragmentNode fragment: InlineFragment(fragment); break;
        }
    }

    private void Field(FieldNode node)
    {
        var (outerField, outerType) = (context.Field, context.Type);
        context.Field = context.ParentType is { } parent ? context.Schema.FindField(parent, node.Name.Value) : null;
        context.Type = context.Field?.Type;
        foreach (var rule in rules)
        {
            rule.EnterField(node);
            rule.EnterDirectives(node.Directives, node);
        }
        Arguments(node.Arguments, node);
        Directives(node.Directives, DirectiveLocations.Field);
        if (node.SelectionSet is { } selections) SelectionSet(selections, node);
        foreach (var rule in rules) rule.LeaveField(node);
        (context.Field, context.Type) = (outerField, outerType);
    }

    private void FragmentSpread(FragmentSpreadNode node)
    {
        foreach (var rule in rules)
        {
            rule.EnterFragmentSpread(node);
            rule.EnterDirectives(node.Directives, node);
        }
        Directives(node.Directives, DirectiveLocations.FragmentSpread);
    }

    private void InlineFragment(InlineFragmentNode node)
    {
        var outerType = context.Type;
        context.Type = node.TypeCondition is { } condition ? OutputType(condition) : outerType?.Named;
        foreach (var rule in rules)
        {
            rule.EnterInlineFragment(node);
            rule.EnterDirectives(node.Directives, node);
        }
        if (node.TypeCondition is { } named) NamedType(named);
        Directives(node.Directives, DirectiveLocations.InlineFragment);
        SelectionSet(node.SelectionSet, node);
        context.Type = outerType;
    }
}
