namespace HomeroomGraph.GraphQL.Tests.Validation.Rules;

public sealed class KnownFragmentNamesRuleTests
{
    [Theory]
    [InlineData("{ ...A } fragment A on Query { ... { __typename } }")]
    public void Accepts(string document) => Rule.Named("KnownFragmentNamesRule").Accept(document);

    [Theory]
    [InlineData(
        """
        { ...A
        school(id: 1) { ...B } }
        fragment A on Query { ...C }
        """,
        """2:20 Unknown fragment "B".""",
        """3:26 Unknown fragment "C".""")]
    public void Refuses(string document, params string[] errors) =>
        Rule.Named("KnownFragmentNamesRule").Refuse(document, errors);
}
