namespace HomeroomGraph.GraphQL.Execution;

/// <summary>A field fails while it is executed (spec 6.4.4).</summary>
internal sealed class FieldErrorException : Exception
{
    public FieldErrorException(string message) : base(message) { }

    /// <summary>An error on its way up, to the next place that may be null.</summary>
    public FieldErrorException(GraphQLError error) : base(error.Message) => Error = error;

    /// <summary>Null where the place is not yet known.</summary>
    public GraphQLError? Error { get; }
}
