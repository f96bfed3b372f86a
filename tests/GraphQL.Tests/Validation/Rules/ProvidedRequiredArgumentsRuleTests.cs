namespace HomeroomGraph.GraphQL.Tests.Validation.Rules;

public sealed class ProvidedRequiredArgumentsRuleTests
{
    [Theory]
    [InlineData("""{ school(id: 1) { classes { id } name @audit(reason: "a") } }""")]
    public void Accepts(string document) => Rule.Named("ProvidedRequiredArgumentsRule").Accept(document);

    [Theory]
    [InlineData(
        """
        { school { classes(grade: 1) { id } } search { __typename @skip }
        node(i: 1) { id @audit(level: 1) } }
        """,
        """1:3 Argument "Query.school(id:)" of type "ID!" is required, but it was not provided.""",
        """1:59 Argument "@skip(if:)" of type "Boolean!" is required, but it was not provided.""",
        """1:39 Argument "Query.search(text:)" of type "String!" is required, but it was not provided.""",
        """2:17 Argument "@audit(reason:)" of type "String!" is required, but it was not provided.""",
        """2:1 Argument "Query.node(id:)" of type "ID!" is required, but it was not provided.""")]
    public void Refuses(string document, params string[] errors) =>
        Rule.Named("ProvidedRequiredArgumentsRule").Refuse(document, errors);
}
