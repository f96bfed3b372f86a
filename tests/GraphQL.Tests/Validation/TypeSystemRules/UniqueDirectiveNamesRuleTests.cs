namespace HomeroomGraph.GraphQL.Tests.Validation.TypeSystemRules;

public sealed class UniqueDirectiveNamesRuleTests
{
    [Theory]
    [InlineData(
        """
        directive @a on FIELD
        directive @a on QUERY type Query { a: Int }
        """,
        """1:12 2:12 There can be only one directive named "@a".""")]
    public void Refuses(string document, params string[] errors) =>
        TypeSystemRule.Named("UniqueDirectiveNamesRule").Refuse(document, errors);
}
