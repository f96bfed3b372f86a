namespace HomeroomGraph.GraphQL.Tests.Validation;

/// <summary>An error as tests write it: its places as <c>line:column</c>, then its message.</summary>
internal static class ErrorText
{
    public static string Of(GraphQLError error) =>
        string.Join(' ', error.Locations.Select(place => $"{place.Line}:{place.Column}").Append(error.Message));
}
