namespace HomeroomGraph.GraphQL.Tests.Validation.TypeSystemRules;

public sealed class KnownArgumentNamesRuleOfTypeSystemTests
{
    [Theory]
    [InlineData(
        """directive @a(bc: Int) on OBJECT type Query @a(bd: 1) { a: Int @deprecated(because: "b") }""",
        """1:47 Unknown argument "bd" on directive "@a". Did you mean "bc"?""",
        """1:75 Unknown argument "because" on directive "@deprecated".""")]
    public void Refuses(string document, params string[] errors) =>
        TypeSystemRule.Named("KnownArgumentNamesRule").Refuse(document, errors);
}
