namespace HomeroomGraph.GraphQL.Tests.Validation.Rules;

public sealed class OverlappingFieldsCanBeMergedRuleTests
{
    [Theory]
    [InlineData(
        """
        { school(id: 1) { name ...A ...B head { name } } } fragment A on School { name head { name } } fragment B on School
        { ...A id }
        """)]
    public void Accepts(string document) => Rule.Named("OverlappingFieldsCanBeMergedRule").Accept(document);

    [Theory]
    [InlineData(
        "{ school(id: 1) { id id n: name n: name(short: true) } school(id: 2) { id } }",
        """1:3 1:56 Fields "school" conflict because they have differing arguments""",
        """1:25 1:33 Fields "n" conflict because they have differing arguments""")]
    [InlineData(
        """
        { school(id: 1) { name: stage
        ...A name } }
        fragment A on School { name: formerName }
        """,
        """1:19 2:6 Fields "name" conflict because "stage" and "name" are different fields""",
        """1:19 3:24 Fields "name" conflict because "stage" and "formerName" are different fields""",
        """2:6 3:24 Fields "name" conflict because "name" and "formerName" are different fields""")]
    [InlineData(
        """
        { node(id: 1) { ... on Teacher { staffNumber } ... on Clerk { staffNumber }
        ... on School { x: name } ... on Class { x: name } } }
        """,
        "1:34 1:63 Fields \"staffNumber\" conflict because they return conflicting types \"String\" and \"Int\"",
        "2:17 2:42 Fields \"x\" conflict because they return conflicting types \"String!\" and \"String\"")]
    [InlineData(
        """
        { person { ... on Teacher { x: name } ... on Clerk { x: office } ... on Teacher { y: name } ... on Clerk { y: name }
        } }
        """,
        "1:29 1:54 Fields \"x\" conflict because they return conflicting types \"String!\" and \"String\"")]
    [InlineData(
        """
        { node(id: 1) { ... on School { x: head { y: name } }
        ... on Class { x: homeroomTeacher { y: id } } ... on Class { x: school { y: stage } } } }
        """,
        "1:33 1:43 2:16 2:37 Fields \"x\" conflict because subfields \"y\" conflict because they return conflicting types \"String!\" and \"ID!\"",
        "1:33 2:62 Fields \"x\" conflict because they return conflicting types \"Teacher\" and \"School!\"",
        """2:16 2:62 Fields "x" conflict because "homeroomTeacher" and "school" are different fields""")]
    [InlineData(
        """
        { a: schools(where: {district: "a", minClasses: 1}) { id } a: schools(where: {minClasses: 1, district: "a"}) { id }
        b: schools(where: {district: "a"}) { id } b: schools(where: {district: "b"}) { id } }
        """,
        """2:1 2:43 Fields "b" conflict because they have differing arguments""")]
    [InlineData(
        """
        { school(id: 1) { ...A } } fragment A on School { id ...A
        x: name head { heads { school { ...A x: stage } } } }
        """,
        """2:38 2:1 Fields "x" conflict because "stage" and "name" are different fields""")]
    [InlineData(
        """
        query ($a: Int, $b: Int) { x: schools(limit: $a) { id } x: schools(limit: $a) { id } y: schools(limit: $a) { id } y:
        schools(limit: $b) { id } }
        """,
        """1:86 1:115 Fields "y" conflict because they have differing arguments""")]
    [InlineData(
        """
        { school(id: 1) { head { a: id a: name
        b: name b: id heads { c: id } } head { heads { c: name } } } }
        """,
        """1:19 2:15 2:23 2:33 2:40 2:48 Fields "head" conflict because subfields "heads" conflict because subfields "c" conflict because "id" and "name" are different fields""",
        """1:26 1:32 Fields "a" conflict because "id" and "name" are different fields""",
        """2:1 2:9 Fields "b" conflict because "name" and "id" are different fields""")]
    [InlineData(
        "{ schools @stream { id } schools { id } }",
        """1:3 1:26 Fields "schools" conflict because they have overlapping stream directives""")]
    public void Refuses(string document, params string[] errors) => Rule.Named("OverlappingFieldsCanBeMergedRule")
        .Refuse(document, [.. errors.Select(error => $"{error}. Use different aliases on the fields to fetch both if this was intentional.")]);
}
