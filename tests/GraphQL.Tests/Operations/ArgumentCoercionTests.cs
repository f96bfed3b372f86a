using System.Text.Json;
using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Tests.Operations;

public sealed class ArgumentCoercionTests
{
    private const string Definitions = "$i: Int, $s: String, $l: [String!], $f: SchoolFilter, $t: String, $st: Stage";

    [Theory]
    [InlineData("schools { id }", "{}", """{"limit":10}""")]
    [InlineData("schools(limit: null) { id }", "{}", """{"limit":null}""")]
    [InlineData("schools(limit: $i) { id }", "{}", """{"limit":10}""")]
    [InlineData("schools(limit: $i) { id }", """{"i": null}""", """{"limit":null}""")]
    [InlineData("schools(limit: $i) { id }", """{"i": 2}""", """{"limit":2}""")]
    [InlineData("schools(names: \"a\") { id }", "{}", """{"limit":10,"names":["a"]}""")]
    [InlineData("schools(names: [\"a\", $s]) { id }", """{"s": "b"}""", """{"limit":10,"names":["a","b"]}""")]
    [InlineData("schools(names: $l) { id }", """{"l": ["a"]}""", """{"limit":10,"names":["a"]}""")]
    [InlineData("weights(of: [[1, $i], $i])", "{}", """{"of":[[1,null],null]}""")]
    [InlineData(
        "schools(where: {district: $s, minClasses: $i, stage: $st}) { id }", """{"s": "d"}""",
        """{"where":{"stage":"PRIMARY","district":"d"},"limit":10}""")]
    [InlineData("person(by: {eq: $s}) { id }", """{"s": "d"}""", """{"by":{"eq":"d"}}""")]
    public void Arguments_are_given_by_literals_variables_and_defaults(string field, string json, string expected) =>
        Assert.Equal(expected, InputText.Of(Coerce(field, json)));

    [Theory]
    [InlineData("school(id: $s) { id }", "{}", """Argument "Query.school(id:)" has invalid value: Expected variable "$s" provided to type "ID!" to provide a runtime value.""")]
    [InlineData("school { id }", "{}", """Argument "Query.school(id:)" of required type "ID!" was not provided.""")]
    [InlineData(
        "schools(names: [$s]) { id }", """{"s": null}""",
        """Argument "Query.schools(names:)" has invalid value at [0]: Expected variable "$s" provided to non-null type "String!" not to be null.""")]
    [InlineData(
        "person(by: {eq: $s}) { id }", """{"s": null}""",
        """Argument "Query.person(by:)" has invalid value: Expected variable "$s" provided to field "eq" for OneOf Input Object type "TextFilter" not to be null.""")]
    [InlineData(
        "person(by: {eq: $s}) { id }", "{}",
        """Argument "Query.person(by:)" has invalid value: Expected variable "$s" provided to field "eq" for OneOf Input Object type "TextFilter" to provide a runtime value.""")]
    public void What_only_the_variables_show_to_be_wrong_is_refused(string field, string json, string message) =>
        Assert.Equal(message, Assert.Throws<InputCoercionException>(() => Coerce(field, json)).Message);

    [Fact]
    public void Parts_of_a_literal_and_of_variables_in_it_know_where_they_came_from()
    {
        var where = (ObjectInput)Coerce(
            "schools(where: {district: $s, and: [$f], minClasses: 1}) { id }", """{"s": "d", "f": {"district": "e"}}""")["where"];
        Assert.Equal("literal", where.Origin.ToString());
        Assert.Equal("$s", where.Fields["district"].Origin.ToString());
        Assert.Equal("literal", where.Fields["minClasses"].Origin.ToString());
        var and = (ListInput)where.Fields["and"];
        Assert.Equal("literal", and.Origin.ToString());
        Assert.Equal("$f.district", ((ObjectInput)and.Items[0]).Fields["district"].Origin.ToString());
    }

    private static OrderedDictionary<string, InputValue> Coerce(string field, string json)
    {
        var source = SourceText.Of($"query ({Definitions}) {{ {field} }}");
        var operation = (OperationDefinitionNode)Parser.Parse(source).Definitions[0];
        var node = (FieldNode)operation.SelectionSet.Selections[0];
        using var given = JsonDocument.Parse(json);
        var variables = VariableCoercion.Coerce(SchoolSchema.Instance, operation, given.RootElement, source, new VariableLimits());
        return ArgumentCoercion.Coerce(
            $"Query.{node.Name}", SchoolSchema.Instance.Query!.Fields[node.Name.Value].Arguments.Values, node.Arguments, variables);
    }
}
