namespace HomeroomGraph.GraphQL.Language;

/// <summary>A document that is not GraphQL, or that goes over a limit of the parser; the message is the reference's (graphql-js).</summary>
public sealed class GraphQLSyntaxException(GraphQLError error) : GraphQLRequestException(error)
{
    public GraphQLError Error { get; } = error;

    internal static GraphQLSyntaxException At(SourceText source, int offset, string message) =>
        Create(source, offset, message, ErrorCodes.SyntaxError);

    internal static GraphQLSyntaxException LimitAt(SourceText source, int offset, string message) =>
        Create(source, offset, message, ErrorCodes.LimitExceeded);

    private static GraphQLSyntaxException Create(SourceText source, int offset, string message, string code) =>
        new(new GraphQLError($"Syntax Error: {message}", code) { Locations = [source.LocationOf(offset)] });
}
