using HomeroomGraph.GraphQL.Execution;
using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types.Introspection;

namespace HomeroomGraph.GraphQL.Answers;

/// <summary>What makes an answer another one: the data, and the business day where the plan reads the clock.</summary>
internal readonly record struct AnswerVersion(DataVersion Data, DateOnly? Today);

/// <summary>What the answer of a plan rests on, where that is nothing but rows with a version, and perhaps the clock.</summary>
internal sealed record AnswerBasis(VersionedReads Reads, bool ReadsClock)
{
    public AnswerVersion At(DataVersion data, IViewer viewer) => new(data, ReadsClock ? viewer.Today : null);

    /// <summary>The basis of a plan; null for one that does or shows something else: a mutation, an object of a resolver, a field that fails.</summary>
    public static AnswerBasis? Of(OperationKind kind, OperationPlan plan, DataStatement? statement, IVersionSource? versions)
    {
        if (versions is null || statement is null || kind != OperationKind.Query || plan.RootFault is not null || plan.Faults.Count > 0) return null;
        if (!plan.Roots.All(IsData)) return null;
        return versions.ReadsOf(statement.Text) is { } reads ? new AnswerBasis(reads, statement.Slots.Any(slot => slot is TodaySlot)) : null;
    }

    private static bool IsData(RootNode root) => root is RootNode.Data or RootNode.ManyById or RootNode.Memory { Field.Definition.Binding: TypeNameBinding };
}
