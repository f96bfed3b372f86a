namespace HomeroomGraph.GraphQL.Tests.Validation.Rules;

public sealed class MaxIntrospectionDepthRuleTests
{
    [Theory]
    [InlineData("{ __schema { types { fields { type { fields { name } } } } } }")]
    public void Accepts(string document) => Rule.Named("MaxIntrospectionDepthRule").Accept(document);

    [Theory]
    [InlineData(
        "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }",
        "1:3 Maximum introspection depth exceeded")]
    [InlineData(
        """
        { __type(name: "A") { ...T } }
        fragment T on __Type { interfaces { ...U } } fragment U on __Type { possibleTypes { inputFields { type { ...T } } }
        }
        """,
        "1:3 Maximum introspection depth exceeded")]
    public void Refuses(string document, params string[] errors) =>
        Rule.Named("MaxIntrospectionDepthRule").Refuse(document, errors);
}
