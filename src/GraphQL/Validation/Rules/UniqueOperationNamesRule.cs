using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL.Validation.Rules;

/// <summary>Operations have names of their own (spec 5.2.2.1).</summary>
public sealed class UniqueOperationNamesRule(ValidationContext context)
    : ValidationRule(nameof(UniqueOperationNamesRule), context)
{
    private readonly Dictionary<string, NameNode> _known = [];

    public override void EnterOperation(OperationDefinitionNode operation)
    {
        if (operation.Name is not { } name || _known.TryAdd(name.Value, name)) return;
        Report($"There can be only one operation named \"{name}\".", _known[name.Value], name);
    }
}
