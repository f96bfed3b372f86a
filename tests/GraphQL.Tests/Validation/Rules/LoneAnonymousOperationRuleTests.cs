namespace HomeroomGraph.GraphQL.Tests.Validation.Rules;

public sealed class LoneAnonymousOperationRuleTests
{
    [Theory]
    [InlineData("{ __typename } fragment F on School { id }")]
    [InlineData("query A { __typename } query B { __typename }")]
    public void Accepts(string document) => Rule.Named("LoneAnonymousOperationRule").Accept(document);

    [Theory]
    [InlineData(
        """
        { __typename }
        query A { __typename }
        { __typename }
        """,
        "1:1 This anonymous operation must be the only defined operation.",
        "3:1 This anonymous operation must be the only defined operation.")]
    public void Refuses(string document, params string[] errors) =>
        Rule.Named("LoneAnonymousOperationRule").Refuse(document, errors);
}
