namespace HomeroomGraph.GraphQL.Execution;

/// <summary>How an operation makes sure that it reads in its viewer's session.</summary>
/// <param name="Statement">What is sent before the data statement.</param>
internal readonly record struct SessionBeginning(SessionBeginning.Kind How, EnterStatement Statement)
{
    public const int Kinds = 4;

    public enum Kind
    {
        /// <summary>The reach is set for this operation.</summary>
        Operation,

        /// <summary>So too, and the data's version is looked up.</summary>
        Counted,

        /// <summary>The reach is set for this operation and those that come after it.</summary>
        Kept,

        /// <summary>The reach is there: it is asked whether it still is the viewer's.</summary>
        GoingOn,
    }

    /// <summary>To be called when all rows were read.</summary>
    public Action? WhenComplete { get; init; }
}
