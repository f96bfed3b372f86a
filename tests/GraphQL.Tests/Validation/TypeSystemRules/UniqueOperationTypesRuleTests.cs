namespace HomeroomGraph.GraphQL.Tests.Validation.TypeSystemRules;

public sealed class UniqueOperationTypesRuleTests
{
    [Theory]
    [InlineData(
        """
        schema { query: Q query: Q }
        extend schema { query: Q mutation: Q mutation: Q } type Q { a: Int }
        """,
        "1:10 1:19 There can be only one query type in schema.",
        "1:10 2:17 There can be only one query type in schema.",
        "2:26 2:38 There can be only one mutation type in schema.")]
    public void Refuses(string document, params string[] errors) =>
        TypeSystemRule.Named("UniqueOperationTypesRule").Refuse(document, errors);
}
