namespace HomeroomGraph.GraphQL.Tests.Validation.Rules;

public sealed class ScalarLeafsRuleTests
{
    [Theory]
    [InlineData("{ school(id: 1) { id name stage } schools { id } }")]
    public void Accepts(string document) => Rule.Named("ScalarLeafsRule").Accept(document);

    [Theory]
    [InlineData(
        """
        { school(id: 1) { id { it } stage { it } }
        schools
        search(text: "a") }
        """,
        """1:22 Field "id" must not have a selection since type "ID!" has no subfields.""",
        """1:35 Field "stage" must not have a selection since type "Stage!" has no subfields.""",
        """2:1 Field "schools" of type "[School!]!" must have a selection of subfields. Did you mean "schools { ... }"?""",
        """3:1 Field "search" of type "[SearchResult!]!" must have a selection of subfields. Did you mean "search { ... }"?""")]
    public void Refuses(string document, params string[] errors) =>
        Rule.Named("ScalarLeafsRule").Refuse(document, errors);
}
