using System.Text.Json;
using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Tests.Validation;

namespace HomeroomGraph.GraphQL.Tests.Operations;

public sealed class VariableCoercionTests
{
    [Theory]
    [InlineData("$a: Int", "{}", "{}")]
    [InlineData("$a: Int", """{"a": null}""", """{"a":null}""")]
    [InlineData("$a: Int = 3", "{}", """{"a":3}""")]
    [InlineData("$a: Int = 3", """{"a": null}""", """{"a":null}""")]
    [InlineData("$a: Int, $b: Float", """{"a": 3.0, "b": 1e3}""", """{"a":3,"b":1000}""")]
    [InlineData("$a: [Int]", """{"a": 3}""", """{"a":[3]}""")]
    [InlineData("$a: [[Int]]", """{"a": [1, [2, null], null]}""", """{"a":[[1],[2,null],null]}""")]
    [InlineData("$a: ID, $b: ID", """{"a": "x", "b": 12345678901234567890}""", """{"a":"x","b":"12345678901234567890"}""")]
    [InlineData("$a: Stage", """{"a": "JUNIOR", "unknown": 1}""", """{"a":"JUNIOR"}""")]
    [InlineData("$a: SchoolFilter", """{"a": {"district": "d"}}""", """{"a":{"stage":"PRIMARY","district":"d"}}""")]
    [InlineData("$a: TextFilter", """{"a": {"in": "x"}}""", """{"a":{"in":["x"]}}""")]
    public void Values_become_values_of_their_type(string definitions, string json, string expected) =>
        Assert.Equal(expected, InputText.Of(Coerce(definitions, json)));

    [Theory]
    [InlineData("$a: Int!", "{}", """1:8 Variable "$a" has invalid value: Expected a value of non-null type "Int!" to be provided.""")]
    [InlineData(
        "$a: Int!", """{"a": null}""", """1:8 Variable "$a" has invalid value: Expected value of non-null type "Int!" not to be null.""")]
    [InlineData(
        "$a: Int, $b: [Boolean]", """{"a": 1.5, "b": [true, 1]}""",
        """1:8 Variable "$a" has invalid value: Int cannot represent non-integer value: 1.5""",
        """1:17 Variable "$b" has invalid value at [1]: Boolean cannot represent a non boolean value: 1""")]
    [InlineData(
        "$a: Int", """{"a": 3000000000}""",
        """1:8 Variable "$a" has invalid value: Int cannot represent non 32-bit signed integer value: 3000000000""")]
    [InlineData(
        "$a: Float", """{"a": 1e999}""",
        """1:8 Variable "$a" has invalid value: Float cannot represent non numeric value: 1e999 (value is too large)""")]
    [InlineData(
        "$a: String, $b: ID", """{"a": "x\u0000", "b": 1.5}""",
        """1:8 Variable "$a" has invalid value: String cannot represent the character U+0000.""",
        """1:20 Variable "$b" has invalid value: ID cannot represent value: 1.5""")]
    [InlineData(
        "$a: Stage, $b: Stage", """{"a": "JUNIR", "b": 1}""",
        """1:8 Variable "$a" has invalid value: Value "JUNIR" does not exist in "Stage" enum. Did you mean the enum value "JUNIOR" or "SENIOR"?""",
        """1:19 Variable "$b" has invalid value: Enum "Stage" cannot represent non-string value: 1.""")]
    [InlineData(
        "$a: SchoolFilter", """{"a": {"and": [{"district": 1}, {}], "distrit": "d"}}""",
        """1:8 Variable "$a" has invalid value at .and[0].district: String cannot represent a non string value: 1""",
        """1:8 Variable "$a" has invalid value at .and[1]: Expected value of type "SchoolFilter" to include required field "district", found: {}.""",
        """1:8 Variable "$a" has invalid value: Expected value of type "SchoolFilter" to include required field "district", found: { and: [[Object], {}], distrit: "d" }.""",
        """1:8 Variable "$a" has invalid value: Expected value of type "SchoolFilter" not to include unknown field "distrit". Did you mean "district"? Found: { and: [[Object], {}], distrit: "d" }.""")]
    [InlineData(
        "$a: SchoolFilter", """{"a": [1]}""",
        """1:8 Variable "$a" has invalid value: Expected value of type "SchoolFilter" to be an object, found: [1].""")]
    [InlineData(
        "$a: TextFilter, $b: TextFilter", """{"a": {}, "b": {"eq": null}}""",
        """1:8 Variable "$a" has invalid value: Within OneOf Input Object type "TextFilter", exactly one field must be specified, and the value for that field must be non-null.""",
        """1:24 Variable "$b" has invalid value at .eq: Within OneOf Input Object type "TextFilter", exactly one field must be specified, and the value for that field must be non-null.""")]
    [InlineData(
        "$a: School", """{"a": 1}""",
        """1:12 Variable "$a" expected value of type "School" which cannot be used as an input type.""")]
    public void All_that_is_wrong_is_told_with_its_place(string definitions, string json, params string[] errors)
    {
        var refusal = Assert.Throws<GraphQLRequestException>(() => Coerce(definitions, json));
        Assert.Equal(errors, refusal.Errors.Select(ErrorText.Of));
        Assert.All(refusal.Errors, error => Assert.Equal(ErrorCodes.BadUserInput, error.Code));
    }

    [Fact]
    public void Each_part_knows_where_it_came_from()
    {
        var filter = Assert.IsType<ObjectInput>(
            Coerce("$a: SchoolFilter", """{"a": {"district": "d", "and": {"district": "e", "name": {"in": ["x", "y"]}}}}""").Values["a"]);
        Assert.Equal("$a", filter.Origin.ToString());
        Assert.Equal("$a.district", filter.Fields["district"].Origin.ToString());
        Assert.Equal("literal", filter.Fields["stage"].Origin.ToString());
        var and = Assert.IsType<ListInput>(filter.Fields["and"]);
        Assert.Equal("$a.and", and.Origin.ToString());
        var name = Assert.IsType<ObjectInput>(Assert.IsType<ObjectInput>(and.Items[0]).Fields["name"]);
        var items = Assert.IsType<ListInput>(name.Fields["in"]);
        Assert.Equal("$a.and[0].name.in[1]", items.Items[1].Origin.ToString());
    }

    [Fact]
    public void A_place_is_found_again_in_the_variables_of_another_request()
    {
        var first = Coerce("$a: [String!]", """{"a": ["x", "y"]}""");
        var place = (VariableOrigin)Assert.IsType<ListInput>(first.Values["a"]).Items[1].Origin;
        Assert.Equal("z", Coerce("$a: [String!]", """{"a": ["x", "z"]}""").Find(place)?.ToClr());
        Assert.Null(Coerce("$a: [String!]", """{"a": ["x"]}""").Find(place));
        Assert.Null(Coerce("$a: [String!]", "{}").Find(place));
    }

    [Fact]
    public void Variables_are_an_object()
    {
        var refusal = Assert.Throws<GraphQLRequestException>(() => Coerce("$a: Int", "[1]"));
        Assert.Equal(ErrorCodes.BadRequest, refusal.Errors[0].Code);
        Assert.Empty(Coerce("$a: Int", "null").Values);
    }

    [Fact]
    public void Variables_nest_no_deeper_than_the_limit()
    {
        string deep = new string('[', 65) + new string(']', 65);
        var refusal = Assert.Throws<GraphQLRequestException>(() => Coerce("$a: Int", $$"""{"a": {{deep}}}"""));
        Assert.Equal(ErrorCodes.LimitExceeded, refusal.Errors[0].Code);
    }

    [Fact]
    public void Errors_end_with_the_limit()
    {
        string many = string.Join(',', Enumerable.Repeat("\"x\"", 20_000));
        var refusal = Assert.Throws<GraphQLRequestException>(() => Coerce("$a: [Int]", $$"""{"a": [{{many}}]}"""));
        Assert.Equal(51, refusal.Errors.Count);
        Assert.Equal(ErrorCodes.LimitExceeded, refusal.Errors[^1].Code);
    }

    private static CoercedVariables Coerce(string definitions, string json)
    {
        var source = SourceText.Of($"query ({definitions}) {{ __typename }}");
        var operation = (OperationDefinitionNode)Parser.Parse(source).Definitions[0];
        using var variables = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 1_000 });
        return VariableCoercion.Coerce(SchoolSchema.Instance, operation, variables.RootElement, source, new VariableLimits());
    }
}
