namespace HomeroomGraph.GraphQL.Tests.Validation.SchemaRules;

public sealed class KindsTests
{
    [Theory]
    [InlineData(
        """
        type Query { a(b: Query): I c: Int } input I { d: Query e: [Int] }
        directive @x(y: Query) on FIELD
        """,
        "2:14 The type of @x(y:) must be Input Type but got: Query.",
        "1:27 The type of Query.a must be Output Type but got: I.",
        "1:19 The type of Query.a(b:) must be Input Type but got: Query.",
        "1:51 The type of I.d must be Input Type but got: Query.")]
    [InlineData(
        """
        type Query { a: Int } type A
        interface B
        enum C
        input D
        union E
        directive @x on FIELD
        """,
        "1:23 Type A must define one or more fields.",
        "2:1 Type B must define one or more fields.",
        "3:1 Enum type C must define one or more values.",
        "4:1 Input Object type D must define one or more fields.",
        "5:1 Union type E must define one or more member types.")]
    public void Refuses(string document, params string[] errors) =>
        SchemaRule.Refuse(document, errors);
}
