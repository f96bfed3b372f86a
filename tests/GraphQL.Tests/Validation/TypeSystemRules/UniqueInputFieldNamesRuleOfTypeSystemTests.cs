namespace HomeroomGraph.GraphQL.Tests.Validation.TypeSystemRules;

public sealed class UniqueInputFieldNamesRuleOfTypeSystemTests
{
    [Theory]
    [InlineData(
        "type Query { a(b: I = {c: 1, c: 2}): Int } input I { c: Int }",
        """1:24 1:30 There can be only one input field named "c".""")]
    public void Refuses(string document, params string[] errors) =>
        TypeSystemRule.Named("UniqueInputFieldNamesRule").Refuse(document, errors);
}
