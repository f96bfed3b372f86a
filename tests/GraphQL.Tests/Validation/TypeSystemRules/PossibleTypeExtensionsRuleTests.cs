namespace HomeroomGraph.GraphQL.Tests.Validation.TypeSystemRules;

public sealed class PossibleTypeExtensionsRuleTests
{
    [Theory]
    [InlineData(
        """
        type Query { a: A } enum A { B }
        extend type A { c: Int }
        extend scalar Quer @specifiedBy(url: "a")
        extend input Query { a: Int }
        """,
        """1:21 2:1 Cannot extend non-object type "A".""",
        """3:15 Cannot extend type "Quer" because it is not defined. Did you mean "Query"?""",
        """1:1 4:1 Cannot extend non-input object type "Query".""")]
    public void Refuses(string document, params string[] errors) =>
        TypeSystemRule.Named("PossibleTypeExtensionsRule").Refuse(document, errors);
}
