namespace HomeroomGraph.GraphQL.Tests.Validation.TypeSystemRules;

public sealed class UniqueEnumValueNamesRuleTests
{
    [Theory]
    [InlineData(
        """
        type Query { a: A } enum A { B C B }
        extend enum A { C D }
        """,
        """1:30 1:34 Enum value "A.B" can only be defined once.""",
        """1:32 2:17 Enum value "A.C" can only be defined once.""")]
    public void Refuses(string document, params string[] errors) =>
        TypeSystemRule.Named("UniqueEnumValueNamesRule").Refuse(document, errors);
}
