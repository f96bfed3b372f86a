using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL.Tests.Language;

/// <summary>Spec section 3: definitions and extensions of the type system, printed as the reference prints them.</summary>
public sealed class TypeSystemDocumentTests
{
    [Theory]
    // Schema
    [InlineData("schema{query:Q mutation:M subscription:S}", "schema {\n  query: Q\n  mutation: M\n  subscription: S\n}")]
    [InlineData("\"text\"schema@d{query:Q}", "\"text\"\nschema @d {\n  query: Q\n}")]
    [InlineData("extend schema@d", "extend schema @d")]
    [InlineData("extend schema{mutation:M}", "extend schema {\n  mutation: M\n}")]
    // Scalars
    [InlineData("\"\"\"text\"\"\"scalar Date@specifiedBy(url:\"u\")", "\"\"\"text\"\"\"\nscalar Date @specifiedBy(url: \"u\")")]
    [InlineData("extend scalar Date@d", "extend scalar Date @d")]
    // Objects and interfaces
    [InlineData("type T", "type T")]
    [InlineData("type T implements&A&B@d{a:Int}", "type T implements A & B @d {\n  a: Int\n}")]
    [InlineData("type T{\"text\"a(b:Int=1@d c:[U!]!):Int!@e}", "type T {\n  \"text\"\n  a(b: Int = 1 @d, c: [U!]!): Int! @e\n}")]
    [InlineData("type T{a(\"text\"b:Int c:Int):Int}", "type T {\n  a(\n    \"text\"\n    b: Int\n    c: Int\n  ): Int\n}")]
    [InlineData("interface I implements J{a:Int}", "interface I implements J {\n  a: Int\n}")]
    [InlineData("extend type T implements A", "extend type T implements A")]
    [InlineData("extend interface I{a:Int}", "extend interface I {\n  a: Int\n}")]
    [InlineData("type type{type:type}", "type type {\n  type: type\n}")]
    // Unions
    [InlineData("union U", "union U")]
    [InlineData("union U@d=|A|B", "union U @d = A | B")]
    [InlineData("extend union U=C", "extend union U = C")]
    // Enums
    [InlineData("enum E{\"text\"A@d B}", "enum E {\n  \"text\"\n  A @d\n  B\n}")]
    [InlineData("extend enum E{C}", "extend enum E {\n  C\n}")]
    // Input objects
    [InlineData("input I@oneOf{a:Int=1@d}", "input I @oneOf {\n  a: Int = 1 @d\n}")]
    [InlineData("extend input I@d", "extend input I @d")]
    // Directives
    [InlineData("directive@d(a:Int)repeatable on|FIELD|QUERY", "directive @d(a: Int) repeatable on FIELD | QUERY")]
    [InlineData("directive@d@e on DIRECTIVE_DEFINITION", "directive @d @e on DIRECTIVE_DEFINITION")]
    [InlineData("extend directive@d@e", "extend directive @d @e")]
    public void Definitions_are_read_and_printed(string text, string printed)
    {
        Assert.Equal(printed, Printer.Print(Parser.Parse(SourceText.Of(text))));
        Assert.Equal(printed, Printer.Print(Parser.Parse(SourceText.Of(printed))));
    }

    [Theory]
    [InlineData("schema{}", "1:8 Expected Name, found \"}\".")]
    [InlineData("schema{question:Q}", "1:8 Unexpected Name \"question\".")]
    [InlineData("extend schema", "1:14 Unexpected <EOF>.")]
    [InlineData("extend scalar Date", "1:19 Unexpected <EOF>.")]
    [InlineData("extend type T type U", "1:15 Unexpected Name \"type\".")]
    [InlineData("extend query", "1:8 Unexpected Name \"query\".")]
    [InlineData("extend directive@d", "1:19 Unexpected <EOF>.")]
    [InlineData("type T{}", "1:8 Expected Name, found \"}\".")]
    [InlineData("type T{a}", "1:9 Expected \":\", found \"}\".")]
    [InlineData("type T{a():Int}", "1:10 Expected Name, found \")\".")]
    [InlineData("type T{a:Int@d(b:$c)}", "1:18 Unexpected variable \"$c\" in constant value.")]
    [InlineData("type T implements{a:Int}", "1:18 Expected Name, found \"{\".")]
    [InlineData("type T implements A B{a:Int}", "1:21 Unexpected Name \"B\".")]
    [InlineData("union U=", "1:9 Expected Name, found <EOF>.")]
    [InlineData("union U=||A", "1:10 Expected Name, found \"|\".")]
    [InlineData("enum E{true}", "1:8 Name \"true\" is reserved and cannot be used for an enum value.")]
    [InlineData("input I{a(b:Int):Int}", "1:10 Expected \":\", found \"(\".")]
    [InlineData("directive@d", "1:12 Expected \"on\", found <EOF>.")]
    [InlineData("directive@d on NOWHERE", "1:16 Unexpected Name \"NOWHERE\".")]
    [InlineData("directive@d on field", "1:16 Unexpected Name \"field\".")]
    public void Definitions_that_break_the_grammar_say_where(string text, string error) =>
        Assert.Equal(error, SyntaxErrors.OfDocument(text));
}
