using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Validation;
using HomeroomGraph.GraphQL.Validation.Suggestions;

namespace HomeroomGraph.GraphQL.Tests.Validation;

public sealed class SuggestionTests
{
    [Theory]
    [InlineData("schol", " Did you mean \"school\"?", "school", "teacher")]
    [InlineData("clas", " Did you mean \"class\"?", "classes", "class", "teacher")]
    [InlineData("shcool", " Did you mean \"school\"?", "school")]
    [InlineData("SCHOOL", " Did you mean \"school\"?", "school")]
    [InlineData("grade1", " Did you mean \"grade2\", \"grade3\", or \"grade10\"?", "grade10", "grade2", "grade3")]
    [InlineData("a", " Did you mean \"b\", \"c\", \"d\", \"e\", or \"f\"?", "b", "c", "d", "e", "f", "g")]
    [InlineData("office", "", "teacher", "school")]
    public void The_closest_names_come_first_and_five_at_most(string written, string expected, params string[] known) =>
        Assert.Equal(expected, DidYouMean.Of(written, known));

    [Fact]
    public void Nothing_of_the_schema_is_told_where_suggestions_are_off()
    {
        var source = SourceText.Of(
            """
            query ($a: Skool) { school(id: 1, nam: 2) { nam } schools(where: {distrit: "a", district: "b", stage: PRIMRY}) { id }
            node(id: 1) { name } person(by: $b) { id @audit(reson: "a", reason: "b") } }
            """);
        var errors = Validator.Validate(
            SchoolSchema.Instance, Parser.Parse(source), source, ValidationOptions.Default with { Suggest = false });
        Assert.Equal(9, errors.Count);
        Assert.All(errors, error => Assert.DoesNotContain("Did you mean", error.Message));
    }
}
