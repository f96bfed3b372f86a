namespace HomeroomGraph.GraphQL.Tests.Validation.SchemaRules;

public sealed class InterfacesTests
{
    [Theory]
    [InlineData(
        "type Query implements I & I & Query & S { a: Int } interface I { a: Int } scalar S",
        "1:23 1:27 Type Query can only implement I once.",
        "1:31 Type Query must only implement Interface types, it cannot implement Query.",
        "1:39 Type Query must only implement Interface types, it cannot implement S.")]
    [InlineData(
        """
        interface A { a: Int } interface B implements A { a: Int } type Query implements B { a: Int }
        interface C implements D { a: Int } interface D implements C { a: Int }
        """,
        "1:47 1:82 Type Query must implement A because it is implemented by B.",
        "2:60 2:24 Type C cannot implement D because it would create a circular reference.",
        "2:24 2:60 Type D cannot implement C because it would create a circular reference.")]
    [InlineData(
        """
        interface N { a(b: Int, c: Int): String d: Int e: Int f: [N] }
        type Query implements N { a(b: String, x: Int!): Int d: Int! e: Int @deprecated
        f: [Query!]! }
        """,
        "1:34 2:50 Interface field N.a expects type String but Query.a is type Int.",
        "1:20 2:32 Interface field argument N.a(b:) expects type Int but Query.a(b:) is type String.",
        "1:25 2:27 Interface field argument N.a(c:) expected but Query.a does not provide it.",
        """2:40 1:15 Argument "Query.a(x:)" must not be required type "Int!" if not provided by the Interface field "N.a".""",
        "2:69 2:65 Interface field N.e is not deprecated, so implementation field Query.e must not be deprecated.")]
    public void Refuses(string document, params string[] errors) =>
        SchemaRule.Refuse(document, errors);
}
