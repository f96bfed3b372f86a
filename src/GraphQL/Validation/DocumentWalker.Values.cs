using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Validation;

/// <summary>Directives, arguments and values.</summary>
internal sealed partial class DocumentWalker
{
    private void Directives(IReadOnlyList<DirectiveNode> nodes, string location)
    {
        foreach (var node in nodes)
        {
            context.Directive = context.Schema.Directives.GetValueOrDefault(node.Name.Value);
            foreach (var rule in rules) rule.EnterDirective(node, location);
            Arguments(node.Arguments, node);
            foreach (var rule in rules) rule.LeaveDirective(node);
            context.Directive = null;
        }
    }

    private void Arguments(IReadOnlyList<ArgumentNode> nodes, SyntaxNode owner)
    {
        if (nodes.Count == 0) return;
        var outer = (context.InputType, context.ParentInputType, context.DefaultValue);
        // As the reference does, an unknown directive's arguments are taken for those of the field it stands at.
        var definitions = context.Directive?.Arguments ?? context.Field?.Arguments;
        foreach (var node in nodes)
        {
            context.Argument = definitions?.GetValueOrDefault(node.Name.Value);
            context.DefaultValue = context.Argument?.DefaultValue;
            (context.ParentInputType, context.InputType) = (null, context.Argument?.Type);
            foreach (var rule in rules) rule.EnterArgument(node, owner);
            WholeValue(node.Value);
            context.Argument = null;
        }
        (context.InputType, context.ParentInputType, context.DefaultValue) = outer;
    }

    private void WholeValue(ValueNode node)
    {
        foreach (var rule in rules) rule.EnterWholeValue(node);
        Value(node);
    }

    private void Value(ValueNode node)
    {
        switch (node)
        {
            case VariableNode variable:
                foreach (var rule in rules) rule.EnterVariable(variable);
                break;
            case EnumValueNode name:
                foreach (var rule in rules) rule.EnterEnumValue(name);
                break;
            case ListValueNode list: ListValue(list); break;
            case ObjectValueNode fields: ObjectValue(fields); break;
        }
    }

    private void ListValue(ListValueNode node)
    {
        var outer = (context.InputType, context.ParentInputType, context.DefaultValue);
        var item = (context.InputType?.Nullable as ListType)?.Item;
        (context.InputType, context.ParentInputType, context.DefaultValue) = (item, context.InputType, null);
        foreach (var value in node.Items) Value(value);
        (context.InputType, context.ParentInputType, context.DefaultValue) = outer;
    }

    private void ObjectValue(ObjectValueNode node)
    {
        foreach (var rule in rules) rule.EnterObjectValue(node);
        var outer = (context.InputType, context.ParentInputType, context.DefaultValue);
        var fields = (context.InputType?.Named as InputObjectType)?.Fields;
        foreach (var field in node.Fields)
        {
            var definition = fields?.GetValueOrDefault(field.Name.Value);
            (context.InputType, context.ParentInputType, context.DefaultValue) =
                (definition?.Type, outer.InputType, definition?.DefaultValue);
            foreach (var rule in rules) rule.EnterObjectField(field);
            Value(field.Value);
        }
        (context.InputType, context.ParentInputType, context.DefaultValue) = outer;
        foreach (var rule in rules) rule.LeaveObjectValue(node);
    }
}
