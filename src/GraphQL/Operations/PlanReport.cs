namespace HomeroomGraph.GraphQL.Operations;

/// <summary>What a client wants to know of how the database answers a query.</summary>
public enum PlanReport
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The answer comes with <c>extensions.plan</c>.</summary>
    Report,

    /// <summary>The plan without running the query.</summary>
    Validate,

    /// <summary>The plan with what PostgreSQL did and counted while it ran the query, whose rows are thrown away.</summary>
    Analyze,
}
