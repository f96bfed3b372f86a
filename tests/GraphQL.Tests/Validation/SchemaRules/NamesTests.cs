namespace HomeroomGraph.GraphQL.Tests.Validation.SchemaRules;

public sealed class NamesTests
{
    [Theory]
    [InlineData(
        """
        type Query { __a(__b: Int): __C } enum __C { A __D }
        input __I { __a: Int }
        directive @__d(__e: Int) on FIELD
        """,
        """3:1 Name "__d" must not begin with "__", which is reserved by GraphQL introspection.""",
        """3:16 Name "__e" must not begin with "__", which is reserved by GraphQL introspection.""",
        """1:14 Name "__a" must not begin with "__", which is reserved by GraphQL introspection.""",
        """1:18 Name "__b" must not begin with "__", which is reserved by GraphQL introspection.""",
        """1:35 Name "__C" must not begin with "__", which is reserved by GraphQL introspection.""",
        """1:48 Name "__D" must not begin with "__", which is reserved by GraphQL introspection.""",
        """2:1 Name "__I" must not begin with "__", which is reserved by GraphQL introspection.""",
        """2:13 Name "__a" must not begin with "__", which is reserved by GraphQL introspection.""")]
    public void Refuses(string document, params string[] errors) =>
        SchemaRule.Refuse(document, errors);
}
