namespace HomeroomGraph.GraphQL.Tests.Validation.Rules;

public sealed class KnownTypeNamesRuleTests
{
    [Theory]
    [InlineData("query ($a: ID!, $b: [Stage]) { node(id: $a) { ... on School { id } } } fragment F on Person { id }")]
    public void Accepts(string document) => Rule.Named("KnownTypeNamesRule").Accept(document);

    [Theory]
    [InlineData(
        """
        query ($a: Skool) { node(id: 1) { ... on Teachr { id } } }
        fragment F on Nothing { id }
        """,
        """1:12 Unknown type "Skool". Did you mean "School"?""",
        """1:42 Unknown type "Teachr". Did you mean "Teacher"?""",
        """2:15 Unknown type "Nothing". Did you mean "String"?""")]
    public void Refuses(string document, params string[] errors) =>
        Rule.Named("KnownTypeNamesRule").Refuse(document, errors);
}
