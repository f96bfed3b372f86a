namespace HomeroomGraph.GraphQL.Tests.Validation.TypeSystemRules;

public sealed class BuiltInDirectiveValuesRuleTests
{
    [Theory]
    [InlineData("type Query { a: Int @deprecated, b(c: Int @deprecated(reason: \"No.\")): Int } scalar S @specifiedBy(url: \"u\")")]
    public void Accepts(string document) => TypeSystemRule.Named("BuiltInDirectiveValuesRule").Accept(document);

    [Theory]
    [InlineData(
        """
        type Query { a: Int @deprecated(reason: null) }
        scalar S @specifiedBy(url: 1)
        """,
        "1:41 Argument \"@deprecated(reason:)\" has invalid value: Expected value of non-null type \"String!\" not to be null.",
        "2:28 Argument \"@specifiedBy(url:)\" has invalid value: String cannot represent a non string value: 1")]
    public void Refuses(string document, params string[] errors) => TypeSystemRule.Named("BuiltInDirectiveValuesRule").Refuse(document, errors);
}
