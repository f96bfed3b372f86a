using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Validation.Rules;

/// <summary>Nothing deprecated is used: for tools that check the documents of clients (spec 3.13.3).</summary>
public sealed class NoDeprecatedCustomRule(ValidationContext context) : ValidationRule(nameof(NoDeprecatedCustomRule), context)
{
    public override void EnterField(FieldNode node)
    {
        if (Context.Field is { DeprecationReason: { } reason } field)
            Report($"The field {Coordinates.Of(Context.ParentType, field)} is deprecated. {reason}", node);
    }

    public override void EnterArgument(ArgumentNode node, SyntaxNode owner)
    {
        if (Context.Argument is not { DeprecationReason: { } reason } argument) return;
        string coordinate = Context.Directive is { } directive
            ? Coordinates.Of(directive, argument)
            : Coordinates.Of(Context.ParentType, Context.Field!, argument);
        Report($"The argument \"{coordinate}\" is deprecated. {reason}", node);
    }

    public override void EnterObjectField(ObjectFieldNode node)
    {
        if (Context.ParentInputType?.Named is InputObjectType type
            && type.Fields.GetValueOrDefault(node.Name.Value) is { DeprecationReason: { } reason } field)
            Report($"The input field {type}.{field.Name} is deprecated. {reason}", node);
    }

    public override void EnterEnumValue(EnumValueNode node)
    {
        if (Context.InputType?.Named is EnumType type
            && type.Values.GetValueOrDefault(node.Value) is { DeprecationReason: { } reason } value)
            Report($"The enum value \"{type}.{value.Name}\" is deprecated. {reason}", node);
    }
}
