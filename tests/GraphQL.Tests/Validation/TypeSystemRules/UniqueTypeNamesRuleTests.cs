namespace HomeroomGraph.GraphQL.Tests.Validation.TypeSystemRules;

public sealed class UniqueTypeNamesRuleTests
{
    [Theory]
    [InlineData(
        """
        type Query { a: Int } scalar A
        enum A { B }
        input A { b: Int }
        """,
        """1:30 2:6 There can be only one type named "A".""",
        """1:30 3:7 There can be only one type named "A".""")]
    public void Refuses(string document, params string[] errors) =>
        TypeSystemRule.Named("UniqueTypeNamesRule").Refuse(document, errors);
}
