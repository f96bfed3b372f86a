namespace HomeroomGraph.GraphQL.Tests.Validation.Rules;

public sealed class UniqueInputFieldNamesRuleTests
{
    [Theory]
    [InlineData("""{ schools(where: {district: "a", and: [{district: "b"}, {district: "c"}]}) { id } }""")]
    public void Accepts(string document) => Rule.Named("UniqueInputFieldNamesRule").Accept(document);

    [Theory]
    [InlineData(
        """
        { schools(where: {district: "a", district: "b", and: [{district: "c",
        district: "d", district: "e"}], and: []}) { id } }
        """,
        """1:19 1:34 There can be only one input field named "district".""",
        """1:56 2:1 There can be only one input field named "district".""",
        """1:56 2:16 There can be only one input field named "district".""",
        """1:49 2:33 There can be only one input field named "and".""")]
    public void Refuses(string document, params string[] errors) =>
        Rule.Named("UniqueInputFieldNamesRule").Refuse(document, errors);
}
