namespace HomeroomGraph.GraphQL.Tests.Validation.Rules;

public sealed class FragmentsOnCompositeTypesRuleTests
{
    [Theory]
    [InlineData(
        "fragment F on School { id } fragment G on SearchResult { ... on Node { id } } fragment H on Person { ... { id } }")]
    public void Accepts(string document) => Rule.Named("FragmentsOnCompositeTypesRule").Accept(document);

    [Theory]
    [InlineData(
        """
        fragment F on Stage { id }
        fragment G on SchoolFilter { ... on Date { id } }
        """,
        """1:15 Fragment "F" cannot condition on non composite type "Stage".""",
        """2:15 Fragment "G" cannot condition on non composite type "SchoolFilter".""",
        """2:37 Fragment cannot condition on non composite type "Date".""")]
    public void Refuses(string document, params string[] errors) =>
        Rule.Named("FragmentsOnCompositeTypesRule").Refuse(document, errors);
}
