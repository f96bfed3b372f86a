namespace HomeroomGraph.GraphQL.Tests.Validation.Rules;

public sealed class UniqueVariableNamesRuleTests
{
    [Theory]
    [InlineData("query ($a: Int, $b: Int) { __typename } query B($a: Int) { __typename }")]
    public void Accepts(string document) => Rule.Named("UniqueVariableNamesRule").Accept(document);

    [Theory]
    [InlineData(
        "query ($a: Int, $b: Int, $a: ID, $a: ID) { __typename }",
        """1:9 1:27 1:35 There can be only one variable named "$a".""")]
    public void Refuses(string document, params string[] errors) =>
        Rule.Named("UniqueVariableNamesRule").Refuse(document, errors);
}
