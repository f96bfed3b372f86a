namespace HomeroomGraph.GraphQL.Tests.Validation.Rules;

public sealed class VariablesInAllowedPositionRuleTests
{
    [Theory]
    [InlineData(
        """
        query ($a: ID!, $b: Int, $c: [String!]!, $d: Int = 1, $e: String!) { school(id: $a) { classes(first: $d) { id } }
        schools(limit: $b, names: $c, where: {district: $e}) { id } person(by: {eq: $e}) { id } }
        """)]
    public void Accepts(string document) => Rule.Named("VariablesInAllowedPositionRule").Accept(document);

    [Theory]
    [InlineData(
        """
        query ($a: ID, $b: String, $c: [String],
        $d: Int) { school(id: $a) { classes(first: $d) { id } } schools(limit: $b, names: $c, where: {district: $b}) { id }
        }
        """,
        """1:8 2:23 Variable "$a" of type "ID" used in position expecting type "ID!".""",
        """1:16 2:72 Variable "$b" of type "String" used in position expecting type "Int".""",
        """1:28 2:83 Variable "$c" of type "[String]" used in position expecting type "[String!]".""",
        """1:16 2:105 Variable "$b" of type "String" used in position expecting type "String!".""")]
    [InlineData(
        """
        query A($a: String) { person(by: {eq: $a}) { id } ...F }
        fragment F on Query { schools(names: [$a]) { id } search(text: $a) { __typename @skip(if: $a) } }
        """,
        """1:9 1:39 Variable "$a" is of type "String" but must be non-nullable to be used for OneOf Input Object "TextFilter".""",
        """1:9 2:39 Variable "$a" of type "String" used in position expecting type "String!".""",
        """1:9 2:64 Variable "$a" of type "String" used in position expecting type "String!".""",
        """1:9 2:91 Variable "$a" of type "String" used in position expecting type "Boolean!".""")]
    [InlineData(
        "query ($a: ID = null, $b: Int! = 1) { school(id: $a) { classes(first: $b) { id } } }",
        """1:8 1:50 Variable "$a" of type "ID" used in position expecting type "ID!".""")]
    public void Refuses(string document, params string[] errors) =>
        Rule.Named("VariablesInAllowedPositionRule").Refuse(document, errors);
}
