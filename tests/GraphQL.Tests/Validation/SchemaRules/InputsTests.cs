namespace HomeroomGraph.GraphQL.Tests.Validation.SchemaRules;

public sealed class InputsTests
{
    [Theory]
    [InlineData(
        """
        type Query { a(b: A, c: Int! @deprecated): Int } input A { a: A! b: B! } input B { c: [A!]! d: C! } input C { a: A!
        }
        input O @oneOf { o: O } input P @oneOf { o: O p: Int q: Int! r: Int = 1 } input R { s: Int! @deprecated }
        """,
        "1:30 1:25 Required argument Query.a(c:) cannot be deprecated.",
        "3:57 OneOf input field P.q must be nullable.",
        "3:62 OneOf input field P.r cannot have a default value.",
        "3:93 3:88 Required input field R.s cannot be deprecated.",
        "1:60 Input Object A cannot be provided a finite value because it references itself through fields: A.a.",
        "1:66 1:93 1:111 Input Object A cannot be provided a finite value because it references itself through fields: A.b, B.d, C.a.",
        "3:18 Input Object O cannot be provided a finite value because it references itself through fields: O.o.")]
    [InlineData(
        """type Query { a(b: Int = "1", c: E = X, d: I = {e: 1}): Int } enum E { A } input I { f: Int! g: Int = 1.5 }""",
        "1:25 Query.a(b:) has invalid default value: Int cannot represent non-integer value: \"1\"",
        """1:37 Query.a(c:) has invalid default value: Value "X" does not exist in "E" enum. Did you mean the enum value "A"?""",
        """1:47 Query.a(d:) has invalid default value: Expected value of type "I" to include required field "f", found: { e: 1 }.""",
        """1:48 Query.a(d:) has invalid default value: Expected value of type "I" not to include unknown field "e". Did you mean "f" or "g"? Found: { e: 1 }.""",
        "1:102 I.g has invalid default value: Int cannot represent non-integer value: 1.5")]
    [InlineData(
        "type Query { a(b: A): Int } input A { b: B = {} c: A = {c: null} } input B { a: A = {} }",
        "1:46 1:85 Invalid circular reference. The default value of Input Object field A.b references itself via the default values of: B.a.",
        "1:46 1:85 1:56 Invalid circular reference. The default value of Input Object field A.b references itself via the default values of: B.a, A.c.")]
    public void Refuses(string document, params string[] errors) =>
        SchemaRule.Refuse(document, errors);
}
