using HomeroomGraph.Data.Search;
using HomeroomGraph.GraphQL.Planning.Search;

namespace HomeroomGraph.Gateway.Search;

/// <summary>How what somebody types is taken apart, as the engine asks for it.</summary>
internal static class Words
{
    public static IReadOnlyList<SearchTerm> Read(string typed) =>
        [.. SearchText.Read(typed).Select(piece => new SearchTerm(piece.Text, piece.Next, piece.Near, piece.Far))];
}
