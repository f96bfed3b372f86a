namespace HomeroomGraph.GraphQL.Tests.Validation.TypeSystemRules;

public sealed class KnownDirectivesRuleOfTypeSystemTests
{
    [Theory]
    [InlineData(
        """
        type Query @deprecated { a: Int @unknown b(c: Int @oneOf): Int @deprecated }
        enum A @skip(if: true) { B @specifiedBy(url: "a") }
        """,
        """1:12 Directive "@deprecated" may not be used on OBJECT.""",
        """1:33 Unknown directive "@unknown".""",
        """1:51 Directive "@oneOf" may not be used on ARGUMENT_DEFINITION.""",
        """2:8 Directive "@skip" may not be used on ENUM.""",
        """2:28 Directive "@specifiedBy" may not be used on ENUM_VALUE.""")]
    public void Refuses(string document, params string[] errors) =>
        TypeSystemRule.Named("KnownDirectivesRule").Refuse(document, errors);
}
