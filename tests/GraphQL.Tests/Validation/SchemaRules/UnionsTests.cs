namespace HomeroomGraph.GraphQL.Tests.Validation.SchemaRules;

public sealed class UnionsTests
{
    [Theory]
    [InlineData(
        "type Query { u: U } union U = A | A | S | Query type A { a: Int } scalar S",
        "1:31 1:35 Union type U can only include type A once.",
        "1:39 Union type U can only include Object types, it cannot include S.")]
    public void Refuses(string document, params string[] errors) =>
        SchemaRule.Refuse(document, errors);
}
