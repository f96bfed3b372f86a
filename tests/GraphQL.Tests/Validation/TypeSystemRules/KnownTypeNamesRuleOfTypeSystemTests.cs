namespace HomeroomGraph.GraphQL.Tests.Validation.TypeSystemRules;

public sealed class KnownTypeNamesRuleOfTypeSystemTests
{
    [Theory]
    [InlineData(
        """
        type Query implements Nothing { a(b: Strin): Float c: [Id!] }
        union U = Qery schema { query: Query mutation: M }
        """,
        """1:23 Unknown type "Nothing". Did you mean "String"?""",
        """1:38 Unknown type "Strin". Did you mean "String"?""",
        """1:56 Unknown type "Id". Did you mean "ID"?""",
        """2:11 Unknown type "Qery". Did you mean "Query"?""",
        """2:48 Unknown type "M". Did you mean "U"?""")]
    public void Refuses(string document, params string[] errors) =>
        TypeSystemRule.Named("KnownTypeNamesRule").Refuse(document, errors);
}
