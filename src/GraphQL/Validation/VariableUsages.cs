using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Validation;

/// <summary>A use of a variable and what is expected at its place.</summary>
internal sealed record VariableUsage(VariableNode Node, GraphQLType? Type, GraphQLType? ParentType, ValueNode? DefaultValue);

/// <summary>Where variables are used: in each definition, and from an operation through all fragments it leads to.</summary>
internal sealed class VariableUsages(ValidationContext context)
{
    private readonly Dictionary<DefinitionNode, IReadOnlyList<VariableUsage>> _inDefinition = [];
    private readonly Dictionary<OperationDefinitionNode, IReadOnlyList<VariableUsage>> _fromOperation = [];

    /// <summary>The uses in an operation, then those in its fragments.</summary>
    internal IReadOnlyList<VariableUsage> Of(OperationDefinitionNode operation)
    {
        if (_fromOperation.TryGetValue(operation, out var known)) return known;
        var usages = new List<VariableUsage>(In(operation));
        foreach (var fragment in context.Fragments.ReachedFrom([operation]))
        {
            var inFragment = In(fragment);
            context.Fragments.Spend(1 + inFragment.Count);
            usages.AddRange(inFragment);
        }
        return _fromOperation[operation] = usages;
    }

    private IReadOnlyList<VariableUsage> In(DefinitionNode definition)
    {
        if (_inDefinition.TryGetValue(definition, out var known)) return known;
        // The uses in a fragment are asked for before the main walk gets there.
        var own = context.ForAnotherWalk();
        var collector = new Collector(own);
        new DocumentWalker(own, [collector]).Walk(definition);
        return _inDefinition[definition] = collector.Usages;
    }

    private sealed class Collector(ValidationContext context) : ValidationRule(nameof(Collector), context)
    {
        internal List<VariableUsage> Usages { get; } = [];

        public override void EnterVariable(VariableNode variable) =>
            Usages.Add(new(variable, Context.InputType, Context.ParentInputType, Context.DefaultValue));
    }
}
