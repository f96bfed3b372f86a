using HomeroomGraph.GraphQL.Execution;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Scalars;

namespace HomeroomGraph.GraphQL.RateLimits;

/// <summary>The root field <c>rateLimit</c>: what an answer's headers say, for who sees no headers.</summary>
public static class RateLimitField
{
    public static FieldDefinition Declare()
    {
        var number = new NonNullType(BuiltInScalars.Int);
        var type = new ObjectType("RateLimit") { Description = "The client's budget of cost. It fills steadily; the operation that asks is paid for." };
        type.Add(MemoryField.Of<Asked>("limit", number, "The most that it can save up, and what it gets in a minute, in points of cost.", asked => asked.Limit.Limit));
        type.Add(MemoryField.Of<Asked>("cost", number, "What this operation costs.", asked => asked.Cost));
        type.Add(MemoryField.Of<Asked>("remaining", number, "What it can spend now.", asked => asked.Limit.Remaining));
        type.Add(MemoryField.Of<Asked>("resetAt", new NonNullType(DateTimeScalar.Instance), "When it is full again if nothing more is spent.", asked => asked.Limit.ResetAt));
        return new FieldDefinition("rateLimit", type)
        {
            Description = "What the caller can still spend, and what this operation costs; null where cost is not bounded over time.",
            Binding = new ResolverBinding(context => context is { Viewer: { } viewer, Services: { } services } && services.GetService(typeof(CostBudget)) is CostBudget budget
                ? new Asked(budget.Of(viewer.Client), context.Cost) : null),
        };
    }

    private sealed record Asked(RateLimit Limit, int Cost);
}
