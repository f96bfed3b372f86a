namespace HomeroomGraph.GraphQL.Tests.Validation.Rules;

public sealed class FieldsOnCorrectTypeRuleTests
{
    [Theory]
    [InlineData(
        """
        { __typename school(id: 1) { __typename id } search(text: "a") { __typename } node(id: 1) { id } unknown {
        __typename } }
        """,
        """1:98 Cannot query field "unknown" on type "Query".""")]
    [InlineData(
        """
        { school(id: 1) { nam } node(id: 1) { name grade }
        search(text: "a") { name } __type(name: "a") { nme } }
        { schols { whatever } }
        """,
        """1:19 Cannot query field "nam" on type "School". Did you mean "name"?""",
        """1:39 Cannot query field "name" on type "Node". Did you mean to use an inline fragment on "Person", "Class", "Clerk", "School", or "Teacher"?""",
        """1:44 Cannot query field "grade" on type "Node". Did you mean to use an inline fragment on "Class"?""",
        """2:21 Cannot query field "name" on type "SearchResult". Did you mean to use an inline fragment on "Class" or "School"?""",
        """2:48 Cannot query field "nme" on type "__Type". Did you mean "name"?""",
        """3:3 Cannot query field "schols" on type "Query". Did you mean "schools" or "school"?""")]
    [InlineData(
        "{ person { staffNumber office salary } }",
        """1:12 Cannot query field "staffNumber" on type "Person". Did you mean to use an inline fragment on "Clerk" or "Teacher"?""",
        """1:24 Cannot query field "office" on type "Person". Did you mean to use an inline fragment on "Clerk"?""",
        """1:31 Cannot query field "salary" on type "Person".""")]
    [InlineData("mutation { __schema { description } }", """1:12 Cannot query field "__schema" on type "Mutation".""")]
    public void Refuses(string document, params string[] errors) =>
        Rule.Named("FieldsOnCorrectTypeRule").Refuse(document, errors);
}
