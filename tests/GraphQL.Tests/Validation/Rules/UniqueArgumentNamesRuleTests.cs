namespace HomeroomGraph.GraphQL.Tests.Validation.Rules;

public sealed class UniqueArgumentNamesRuleTests
{
    [Theory]
    [InlineData("""{ schools(limit: 1, names: []) { id } school(id: 1) @audit(reason: "a", level: 1) { id } }""")]
    public void Accepts(string document) => Rule.Named("UniqueArgumentNamesRule").Accept(document);

    [Theory]
    [InlineData(
        """
        { schools(limit: 1, limit: 2, names: [],
        limit: 3) { name @audit(reason: "a", reason: "b") } }
        """,
        """1:11 1:21 2:1 There can be only one argument named "limit".""",
        """2:25 2:38 There can be only one argument named "reason".""")]
    public void Refuses(string document, params string[] errors) =>
        Rule.Named("UniqueArgumentNamesRule").Refuse(document, errors);
}
