namespace HomeroomGraph.GraphQL.Tests.Validation.Rules;

public sealed class UniqueFragmentNamesRuleTests
{
    [Theory]
    [InlineData("fragment A on School { id } fragment B on School { id }")]
    public void Accepts(string document) => Rule.Named("UniqueFragmentNamesRule").Accept(document);

    [Theory]
    [InlineData(
        """
        fragment A on School { id }
        fragment A on Class { id }
        fragment A on Class { name }
        """,
        """1:10 2:10 There can be only one fragment named "A".""",
        """1:10 3:10 There can be only one fragment named "A".""")]
    public void Refuses(string document, params string[] errors) =>
        Rule.Named("UniqueFragmentNamesRule").Refuse(document, errors);
}
