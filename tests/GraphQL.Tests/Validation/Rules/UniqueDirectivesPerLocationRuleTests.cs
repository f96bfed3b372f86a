namespace HomeroomGraph.GraphQL.Tests.Validation.Rules;

public sealed class UniqueDirectivesPerLocationRuleTests
{
    [Theory]
    [InlineData("""{ school(id: 1) @audit(reason: "a") @audit(reason: "b") @cached { id @cached } }""")]
    public void Accepts(string document) => Rule.Named("UniqueDirectivesPerLocationRule").Accept(document);

    [Theory]
    [InlineData(
        """
        { school(id: 1) @cached @audit(reason: "a") @cached(seconds: 2) { id }
        ... @skip(if: true) @skip(if: false) @skip(if: true) { __typename } }
        """,
        """1:17 1:45 The directive "@cached" can only be used once at this location.""",
        """2:5 2:21 The directive "@skip" can only be used once at this location.""",
        """2:5 2:38 The directive "@skip" can only be used once at this location.""")]
    public void Refuses(string document, params string[] errors) =>
        Rule.Named("UniqueDirectivesPerLocationRule").Refuse(document, errors);
}
