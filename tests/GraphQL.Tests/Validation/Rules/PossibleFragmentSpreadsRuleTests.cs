namespace HomeroomGraph.GraphQL.Tests.Validation.Rules;

public sealed class PossibleFragmentSpreadsRuleTests
{
    [Theory]
    [InlineData(
        """
        { node(id: 1) { ... on School { id } ... on Person { ... on Teacher { id } } } search(text: "a") { ... on Node { id
        } ...S } } fragment S on School { ... on School { id } ... { id } }
        """)]
    public void Accepts(string document) => Rule.Named("PossibleFragmentSpreadsRule").Accept(document);

    [Theory]
    [InlineData(
        """
        { person { ... on School { id } ...S }
        search(text: "a") { ... on Clerk { id } ... on Person { id } } }
        fragment S on School { id ... on Class { id } }
        """,
        """1:12 Fragment cannot be spread here as objects of type "Person" can never be of type "School".""",
        """1:33 Fragment "S" cannot be spread here as objects of type "Person" can never be of type "School".""",
        """2:21 Fragment cannot be spread here as objects of type "SearchResult" can never be of type "Clerk".""",
        """2:41 Fragment cannot be spread here as objects of type "SearchResult" can never be of type "Person".""",
        """3:27 Fragment cannot be spread here as objects of type "School" can never be of type "Class".""")]
    public void Refuses(string document, params string[] errors) =>
        Rule.Named("PossibleFragmentSpreadsRule").Refuse(document, errors);
}
