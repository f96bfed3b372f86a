using HomeroomGraph.GraphQL.Contract;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Tests.Types;

public sealed class SchemaCoordinateTests
{
    [Theory]
    [InlineData("School", typeof(ObjectType))]
    [InlineData("School.name", typeof(FieldDefinition))]
    [InlineData("School.name(short:)", typeof(InputValueDefinition))]
    [InlineData("SchoolFilter.stage", typeof(InputValueDefinition))]
    [InlineData("Stage.PRIMARY", typeof(EnumValue))]
    [InlineData("@audit", typeof(DirectiveDefinition))]
    [InlineData("@audit(level:)", typeof(InputValueDefinition))]
    public void An_element_is_found_by_its_coordinate(string text, Type expected)
    {
        Assert.True(SchemaCoordinate.TryParse(text, out var coordinate));
        Assert.Equal(text, coordinate.ToString());
        Assert.IsType(expected, coordinate.Resolve(SchoolSchema.Instance));
    }

    [Fact]
    public void Every_element_of_a_schema_is_found_by_its_own() =>
        Assert.All(SchemaElement.Of(SchoolSchema.Instance), element =>
        {
            Assert.True(SchemaCoordinate.TryParse(element.Coordinate, out var coordinate));
            Assert.NotNull(coordinate.Resolve(SchoolSchema.Instance));
        });

    [Theory]
    [InlineData("Nothing")]
    [InlineData("School.nothing")]
    [InlineData("School.name(nothing:)")]
    [InlineData("SchoolFilter.stage(a:)")]
    [InlineData("Stage.PRIMARY(a:)")]
    [InlineData("Date.name")]
    [InlineData("@nothing")]
    [InlineData("@audit(nothing:)")]
    public void What_a_schema_has_not_is_not_found(string text)
    {
        Assert.True(SchemaCoordinate.TryParse(text, out var coordinate));
        Assert.Null(coordinate.Resolve(SchoolSchema.Instance));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" School")]
    [InlineData("School.name ")]
    [InlineData("School.name(short)")]
    [InlineData("School.name(short: )")]
    [InlineData("School(short:)")]
    [InlineData("School.name.more")]
    [InlineData("@")]
    [InlineData("@audit.level")]
    [InlineData("9a")]
    [InlineData("School\n")]
    public void A_text_of_another_form_is_no_coordinate(string text) => Assert.False(SchemaCoordinate.TryParse(text, out _));
}
