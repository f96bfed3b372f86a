namespace HomeroomGraph.GraphQL.Tests.Validation.TypeSystemRules;

public sealed class LoneSchemaDefinitionRuleTests
{
    [Theory]
    [InlineData("schema { query: Q } type Q { a: Int } extend schema { mutation: M } type M { a: Int }")]
    public void Accepts(string document) => TypeSystemRule.Named("LoneSchemaDefinitionRule").Accept(document);

    [Theory]
    [InlineData(
        """
        schema { query: Q }
        schema { query: Q }
        schema { query: Q }
        type Q { a: Int }
        """,
        "2:1 Must provide only one schema definition.",
        "3:1 Must provide only one schema definition.")]
    public void Refuses(string document, params string[] errors) =>
        TypeSystemRule.Named("LoneSchemaDefinitionRule").Refuse(document, errors);
}
