namespace HomeroomGraph.GraphQL.Tests.Validation.Rules;

public sealed class DeferStreamDirectiveLabelRuleTests
{
    [Theory]
    [InlineData("""{ ... @defer(label: "a") { __typename } ... @defer(label: "b") { __typename } schools @stream { id } }""")]
    public void Accepts(string document) => Rule.Named("DeferStreamDirectiveLabelRule").Accept(document);

    [Theory]
    [InlineData(
        """
        query ($a: String) { ... @defer(label: "a") { __typename }
        schools @stream(label: "a") { ... @defer(label: $a) { id } } }
        """,
        """1:26 2:9 Value for arguments "defer(label:)" and "stream(label:)" must be unique across all Defer/Stream directive usages.""",
        """2:35 Argument "@defer(label:)" must be a static string.""")]
    public void Refuses(string document, params string[] errors) =>
        Rule.Named("DeferStreamDirectiveLabelRule").Refuse(document, errors);
}
