namespace HomeroomGraph.GraphQL.Tests.Validation.SchemaRules;

public sealed class RootsTests
{
    [Theory]
    [InlineData("type A { b: Int }", "Query root type must be provided.")]
    [InlineData(
        "schema { query: I mutation: M } input I { a: Int } type M { a: Int }",
        "1:17 Query root type must be Object type, it cannot be I.")]
    [InlineData(
        "schema { query: Q mutation: Q subscription: S } type Q { a: Int } scalar S",
        "1:45 Subscription root type must be Object type if provided, it cannot be S.",
        """1:17 1:29 All root types must be different, "Q" type is used as query and mutation root types.""")]
    public void Refuses(string document, params string[] errors) =>
        SchemaRule.Refuse(document, errors);
}
