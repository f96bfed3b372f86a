namespace HomeroomGraph.GraphQL.Tests.Validation.Rules;

public sealed class UniqueOperationNamesRuleTests
{
    [Theory]
    [InlineData("query A { __typename } query B { __typename } fragment A on School { id }")]
    public void Accepts(string document) => Rule.Named("UniqueOperationNamesRule").Accept(document);

    [Theory]
    [InlineData(
        """
        query A { __typename }
        mutation A { __typename }
        subscription A { classChanged { id } }
        """,
        """1:7 2:10 There can be only one operation named "A".""",
        """1:7 3:14 There can be only one operation named "A".""")]
    public void Refuses(string document, params string[] errors) =>
        Rule.Named("UniqueOperationNamesRule").Refuse(document, errors);
}
