using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Operations;

namespace HomeroomGraph.GraphQL.Validation.Rules;

/// <summary>Values are of the type that their place expects (spec 5.6.1 to 5.6.4).</summary>
public sealed class ValuesOfCorrectTypeRule(ValidationContext context) : ValidationRule(nameof(ValuesOfCorrectTypeRule), context)
{
    public override void EnterWholeValue(ValueNode value)
    {
        if (Context.InputType is not { } type) return;
        LiteralCoercion.Validate(value, type, Context.Options.Suggest, error => Report(error.Message, error.Node));
    }
}
