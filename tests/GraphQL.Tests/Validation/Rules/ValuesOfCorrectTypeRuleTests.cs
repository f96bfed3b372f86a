namespace HomeroomGraph.GraphQL.Tests.Validation.Rules;

public sealed class ValuesOfCorrectTypeRuleTests
{
    [Theory]
    [InlineData(
        """
        query ($a: ID! = 1, $b: [String!] = ["a"], $c: SchoolFilter = {district: "d", name: {eq: "a"}}, $d: Date = {any:
        [1]}) { school(id: "a") { id } schools(where: {district: "d", stage: JUNIOR, and: {district: "e"}}, limit: null,
        names: "a") { id } weights(of: [[1, 2.5], null]) }
        """)]
    public void Accepts(string document) => Rule.Named("ValuesOfCorrectTypeRule").Accept(document);

    [Theory]
    [InlineData(
        """
        { school(id: 1.5) { name(short: "yes") classes(grade: 1.0, first: null) { id } }
        a: schools(limit: 3000000000, names: ["a", null, 2]) { id } b: schools(limit: "1") { id } weights(of: [["a"]]) }
        """,
        "1:14 ID cannot represent a non-string and non-integer value: 1.5",
        "1:33 Boolean cannot represent a non boolean value: \"yes\"",
        "1:55 Int cannot represent non-integer value: 1.0",
        """1:67 Expected value of non-null type "Int!" not to be null.""",
        "2:19 Int cannot represent non 32-bit signed integer value: 3000000000",
        """2:44 Expected value of non-null type "String!" not to be null.""",
        "2:50 String cannot represent a non string value: 2",
        "2:79 Int cannot represent non-integer value: \"1\"",
        "2:105 Float cannot represent non numeric value: \"a\"")]
    [InlineData(
        """
        { a: schools(where: {stage: PRIMRY}) { id }
        b: schools(where: {district: "d", distrit: "e", stage: "PRIMARY"}) { id }
        c: schools(where: [1]) { id } }
        """,
        """1:29 Value "PRIMRY" does not exist in "Stage" enum. Did you mean the enum value "PRIMARY"?""",
        """1:21 Expected value of type "SchoolFilter" to include required field "district", found: { stage: PRIMRY }.""",
        """2:56 Enum "Stage" cannot represent non-enum value: "PRIMARY". Did you mean the enum value "PRIMARY"?""",
        """2:35 Expected value of type "SchoolFilter" not to include unknown field "distrit". Did you mean "district"? Found: { district: "d", distrit: "e", stage: "PRIMARY" }.""",
        """3:19 Expected value of type "SchoolFilter" to be an object, found: [1].""")]
    [InlineData(
        """
        { a: person(by: {}) { id } b: person(by: {eq: "a", in: []}) { id }
        c: person(by: {eq: null}) { id } d: person(by: {eq: "a", of: 1}) { id } }
        """,
        """1:17 Within OneOf Input Object type "TextFilter", exactly one field must be specified, and the value for that field must be non-null.""",
        """1:42 Within OneOf Input Object type "TextFilter", exactly one field must be specified, and the value for that field must be non-null.""",
        """2:15 Within OneOf Input Object type "TextFilter", exactly one field must be specified, and the value for that field must be non-null.""",
        """2:58 Expected value of type "TextFilter" not to include unknown field "of", found: { eq: "a", of: 1 }.""")]
    [InlineData(
        """
        query ($a: Int = "1", $b: Stage = UNKNOWN, $c: [Int!]! = [1, null],
        $d: TextFilter = {eq: 1}) { school(id: true) @skip(if: 1) { id } node(id: A) { id } search(text: 1) { __typename } }
        """,
        "1:18 Int cannot represent non-integer value: \"1\"",
        """1:35 Value "UNKNOWN" does not exist in "Stage" enum.""",
        """1:62 Expected value of non-null type "Int!" not to be null.""",
        "2:23 String cannot represent a non string value: 1",
        "2:40 ID cannot represent a non-string and non-integer value: true",
        "2:56 Boolean cannot represent a non boolean value: 1",
        "2:75 ID cannot represent a non-string and non-integer value: A",
        "2:98 String cannot represent a non string value: 1")]
    [InlineData("""{ schools(where: {district: "a\u0000"}) { id } }""", "1:29 String cannot represent the character U+0000.")]
    public void Refuses(string document, params string[] errors) =>
        Rule.Named("ValuesOfCorrectTypeRule").Refuse(document, errors);
}
