using HomeroomGraph.GraphQL.Contract;
using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Tests.Contract;

public sealed class SchemaComparisonTests
{
    public static TheoryData<int> Cases => [.. Enumerable.Range(0, DifferenceCase.All.Count)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Each_difference_is_found_and_nothing_else(int number)
    {
        var @case = DifferenceCase.All[number];

        var found = SchemaComparison.Compare(DifferenceCase.SchemaOf(@case.Older), DifferenceCase.SchemaOf(@case.Newer));

        Assert.Equal([(@case.Kind, @case.Coordinate)], found.Select(difference => (difference.Kind, difference.Coordinate)));
        Assert.EndsWith(@case.Kind is DifferenceKind.DeprecationAdded ? "No longer supported" : ".", found[0].Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_kind_has_a_case() =>
        Assert.Empty(Enum.GetValues<DifferenceKind>().Except(DifferenceCase.All.Select(@case => @case.Kind)));

    [Fact]
    public void A_schema_is_no_different_from_itself_in_another_order()
    {
        var one = DifferenceCase.SchemaOf("type T implements I & J { a: Int b(x: Int y: In = { a: 1, b: \"q\" }): Int } interface I { a: Int } interface J { a: Int } input In { a: Int b: String } union W = T | Query enum E { A B }");
        var other = DifferenceCase.SchemaOf("enum E { B A } union W = Query | T interface J { a: Int } interface I { a: Int } input In { b: String a: Int } type T implements J & I { b(y: In = { b: \"\"\"q\"\"\", a: 1 } x: Int): Int a: Int }");

        Assert.Empty(SchemaComparison.Compare(one, other));
    }

    [Fact]
    public void Differences_of_several_elements_come_by_coordinate()
    {
        var found = SchemaComparison.Compare(
            DifferenceCase.SchemaOf("type T { a: Int! b: Int } enum E { A B } directive @d on FIELD"),
            DifferenceCase.SchemaOf("type T { a: Int c: Int } enum E { B C }"));

        Assert.Equal(
            [
                "@d: The directive was removed.", "E.A: The value was removed.", "E.C: The value was added.",
                "T.a: The type was Int! and is Int.", "T.b: The field was removed.", "T.c: The field was added, of type Int.",
            ],
            found.Select(difference => difference.ToString()));
    }

    [Fact]
    public void The_elements_of_a_schema_have_coordinates_of_their_own()
    {
        var schema = SchemaBuilder.FromDocument(Parser.Parse(SourceText.Of(SchoolSchema.Text)));

        var coordinates = SchemaElement.Of(schema).Select(element => element.Coordinate).ToList();

        Assert.Equal(coordinates.Distinct(), coordinates);
        Assert.All(["Query.school(id:)", "School", "School.classes(first:)", "@audit", "@audit(level:)"], coordinate => Assert.Contains(coordinate, coordinates));
    }
}
