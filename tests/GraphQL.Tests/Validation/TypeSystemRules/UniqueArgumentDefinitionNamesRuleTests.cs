namespace HomeroomGraph.GraphQL.Tests.Validation.TypeSystemRules;

public sealed class UniqueArgumentDefinitionNamesRuleTests
{
    [Theory]
    [InlineData(
        """
        type Query { a(b: Int, c: Int, b: Int): Int }
        directive @d(e: Int, e: Int) on FIELD
        """,
        """1:16 1:32 Argument "Query.a(b:)" can only be defined once.""",
        """2:14 2:22 Argument "@d(e:)" can only be defined once.""")]
    public void Refuses(string document, params string[] errors) =>
        TypeSystemRule.Named("UniqueArgumentDefinitionNamesRule").Refuse(document, errors);
}
