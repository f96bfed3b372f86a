namespace HomeroomGraph.CopyKeeper;

/// <summary>What is asked. The pages and the feed select the same of a row, so the copy has one form of it.</summary>
internal static class Documents
{
    private const string PaperRow = """
        fragment PaperRow on Paper {
          id paperKind: kind title language venue issn cn volume issue pages doi publishedOn
          school { id }
          authors(first: 20, order: [{ position: ASC }]) { nodes { position name affiliation } }
          keywords(first: 20, order: [{ position: ASC }]) { nodes { keyword } }
        }
        """;

    private const string AwardRow = """
        fragment AwardRow on Award {
          id awardKind: kind title name level grade number issuer grantedOn revokedOn revocationReason
          school { id }
          paper { id }
        }
        """;

    public const string SignIn = "mutation($input: SignInInput!) { signIn(input: $input) { accessToken errors { ... on Error { code message } } } }";

    public const string FeedEnd = "{ changesPosition(types: [PAPER, AWARD]) }";

    public const string Changes = $$"""
        query($after: String!) {
          changes(after: $after, types: [PAPER, AWARD], first: 200) {
            entries { type kind id version node { ...PaperRow ...AwardRow } }
            position hasMore
          }
        }
        {{PaperRow}} {{AwardRow}}
        """;

    /// <summary>By type, how a page of its rows is asked for.</summary>
    public static readonly IReadOnlyDictionary<string, string> Pages = new Dictionary<string, string>
    {
        ["PAPER"] = $"query($after: String) {{ rows: papers(first: 200, after: $after) {{ nodes {{ ...PaperRow }} pageInfo {{ hasNextPage endCursor }} }} }} {PaperRow}",
        ["AWARD"] = $"query($after: String) {{ rows: awards(first: 500, after: $after) {{ nodes {{ ...AwardRow }} pageInfo {{ hasNextPage endCursor }} }} }} {AwardRow}",
    };
}
