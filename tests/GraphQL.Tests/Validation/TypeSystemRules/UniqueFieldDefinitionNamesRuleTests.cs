namespace HomeroomGraph.GraphQL.Tests.Validation.TypeSystemRules;

public sealed class UniqueFieldDefinitionNamesRuleTests
{
    [Theory]
    [InlineData(
        """
        type Query { a: Int b: Int a: Int }
        extend type Query { b: Int } input I { a: Int a: Int } interface N { a: Int a: Int }
        """,
        """1:14 1:28 Field "Query.a" can only be defined once.""",
        """1:21 2:21 Field "Query.b" can only be defined once.""",
        """2:40 2:47 Field "I.a" can only be defined once.""",
        """2:70 2:77 Field "N.a" can only be defined once.""")]
    public void Refuses(string document, params string[] errors) =>
        TypeSystemRule.Named("UniqueFieldDefinitionNamesRule").Refuse(document, errors);
}
