namespace HomeroomGraph.GraphQL.Tests.Validation.Rules;

public sealed class StreamDirectiveOnListFieldRuleTests
{
    [Theory]
    [InlineData("{ schools @stream { id } }")]
    public void Accepts(string document) => Rule.Named("StreamDirectiveOnListFieldRule").Accept(document);

    [Theory]
    [InlineData(
        "{ school(id: 1) @stream { name @stream classes @stream { id } } }",
        """1:17 Directive "@stream" cannot be used on non-list field "Query.school".""",
        """1:32 Directive "@stream" cannot be used on non-list field "School.name".""")]
    public void Refuses(string document, params string[] errors) =>
        Rule.Named("StreamDirectiveOnListFieldRule").Refuse(document, errors);
}
