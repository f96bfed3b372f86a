namespace HomeroomGraph.GraphQL.Tests.Validation.Rules;

public sealed class ExecutableDefinitionsRuleTests
{
    [Theory]
    [InlineData("query { school(id: 1) { id } } fragment F on School { id }")]
    public void Accepts(string document) => Rule.Named("ExecutableDefinitionsRule").Accept(document);

    [Theory]
    [InlineData(
        """
        { school(id: 1) { id } }
        type Room { id: ID }
        extend type School { room: Room }
        schema { query: Query }
        directive @x on FIELD
        """,
        """2:1 The "Room" definition is not executable.""",
        """3:1 The "School" definition is not executable.""",
        "4:1 The schema definition is not executable.",
        """5:1 The "x" definition is not executable.""")]
    public void Refuses(string document, params string[] errors) =>
        Rule.Named("ExecutableDefinitionsRule").Refuse(document, errors);
}
