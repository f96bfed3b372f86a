namespace HomeroomGraph.GraphQL.Tests.Validation.Rules;

public sealed class KnownOperationTypesRuleTests
{
    [Theory]
    [InlineData("""{ school(id: 1) { id } } mutation { rename(id: 1, name: "a") { id } } subscription { classChanged { id } }""")]
    public void Accepts(string document) => Rule.Named("KnownOperationTypesRule").Accept(document);
}
