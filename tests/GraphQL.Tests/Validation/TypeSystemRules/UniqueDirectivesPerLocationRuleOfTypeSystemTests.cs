namespace HomeroomGraph.GraphQL.Tests.Validation.TypeSystemRules;

public sealed class UniqueDirectivesPerLocationRuleOfTypeSystemTests
{
    [Theory]
    [InlineData(
        """
        directive @a on OBJECT type Query @a { a: Int @deprecated @deprecated }
        extend type Query @a
        """,
        """1:47 1:59 The directive "@deprecated" can only be used once at this location.""",
        """1:35 2:19 The directive "@a" can only be used once at this location.""")]
    public void Refuses(string document, params string[] errors) =>
        TypeSystemRule.Named("UniqueDirectivesPerLocationRule").Refuse(document, errors);
}
