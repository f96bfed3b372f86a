namespace HomeroomGraph.GraphQL.Tests.Validation.Rules;

public sealed class NoUnusedFragmentsRuleTests
{
    [Theory]
    [InlineData("{ ...A } fragment A on Query { ...B } fragment B on Query { __typename }")]
    public void Accepts(string document) => Rule.Named("NoUnusedFragmentsRule").Accept(document);

    [Theory]
    [InlineData(
        """
        { ...A }
        fragment A on Query { __typename }
        fragment B on Query { ...C }
        fragment C on Query { ...B }
        """,
        """3:1 Fragment "B" is never used.""",
        """4:1 Fragment "C" is never used.""")]
    public void Refuses(string document, params string[] errors) =>
        Rule.Named("NoUnusedFragmentsRule").Refuse(document, errors);
}
