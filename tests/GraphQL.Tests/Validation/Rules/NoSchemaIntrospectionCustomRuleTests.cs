namespace HomeroomGraph.GraphQL.Tests.Validation.Rules;

public sealed class NoSchemaIntrospectionCustomRuleTests
{
    [Theory]
    [InlineData("{ __typename school(id: 1) { __typename } }")]
    public void Accepts(string document) => Rule.Named("NoSchemaIntrospectionCustomRule").Accept(document);

    [Theory]
    [InlineData(
        """
        { __schema { types { name } }
        __type(name: "A") { name kind } }
        """,
        """1:3 GraphQL introspection has been disabled, but the requested query contained the field "__schema".""",
        """1:14 GraphQL introspection has been disabled, but the requested query contained the field "types".""",
        """2:1 GraphQL introspection has been disabled, but the requested query contained the field "__type".""",
        """2:26 GraphQL introspection has been disabled, but the requested query contained the field "kind".""")]
    public void Refuses(string document, params string[] errors) =>
        Rule.Named("NoSchemaIntrospectionCustomRule").Refuse(document, errors);
}
