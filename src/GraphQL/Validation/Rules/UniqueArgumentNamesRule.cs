using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL.Validation.Rules;

/// <summary>An argument is given once (spec 5.4.2).</summary>
public sealed class UniqueArgumentNamesRule(ValidationContext context) : ValidationRule(nameof(UniqueArgumentNamesRule), context)
{
    public override void EnterField(FieldNode field) => Check(field.Arguments);

    public override void EnterDirective(DirectiveNode directive, string location) => Check(directive.Arguments);

    private void Check(IReadOnlyList<ArgumentNode> arguments)
    {
        if (arguments.Count < 2) return;
        foreach (var same in arguments.GroupBy(argument => argument.Name.Value))
        {
            var names = same.Select(argument => (SyntaxNode)argument.Name).ToArray();
            if (names.Length > 1) Report($"There can be only one argument named \"{same.Key}\".", names);
        }
    }
}
