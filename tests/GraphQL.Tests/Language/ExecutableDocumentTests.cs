using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL.Tests.Language;

/// <summary>Spec 2.2 to 2.12: operations, fragments, values, types, directives; printed as the reference prints them.</summary>
public sealed class ExecutableDocumentTests
{
    [Theory]
    // Operations
    [InlineData("{a}", "{\n  a\n}")]
    [InlineData("query{a}", "{\n  a\n}")]
    [InlineData("query Q{a}", "query Q {\n  a\n}")]
    [InlineData("query @d{a}", "query @d {\n  a\n}")]
    [InlineData("mutation{a}", "mutation {\n  a\n}")]
    [InlineData("subscription S{a}", "subscription S {\n  a\n}")]
    [InlineData("{a}{b}", "{\n  a\n}\n\n{\n  b\n}")]
    [InlineData("\"text\" query{a}", "\"text\"\nquery {\n  a\n}")]
    // Selections, fields, arguments, aliases
    [InlineData("{a:b(c:1,d:$e)@f{g}}", "{\n  a: b(c: 1, d: $e) @f {\n    g\n  }\n}")]
    [InlineData("{on,fragment,query,true,null}", "{\n  on\n  fragment\n  query\n  true\n  null\n}")]
    // Fragments
    [InlineData("{...F@d ...on T{a}...@d{b}...{c}}",
        "{\n  ...F @d\n  ... on T {\n    a\n  }\n  ... @d {\n    b\n  }\n  ... {\n    c\n  }\n}")]
    [InlineData("fragment F on T@d{a}", "fragment F on T @d {\n  a\n}")]
    [InlineData("\"\"\"text\"\"\"fragment F on T{a}", "\"\"\"text\"\"\"\nfragment F on T {\n  a\n}")]
    // Variables
    [InlineData("query($a:[Int!]!=[1]@d,$b:T){a}", "query ($a: [Int!]! = [1] @d, $b: T) {\n  a\n}")]
    [InlineData("query(\"the id\"$a:ID){a}", "query (\n\"the id\"\n$a: ID\n) {\n  a\n}")]
    // Directives
    [InlineData("{a@b@c(d:1)}", "{\n  a @b @c(d: 1)\n}")]
    public void Documents_are_read_and_printed(string text, string printed)
    {
        Assert.Equal(printed, Printer.Print(Parser.Parse(SourceText.Of(text))));
        Assert.Equal(printed, Printer.Print(Parser.Parse(SourceText.Of(printed))));
    }

    [Theory]
    [InlineData("$a")]
    [InlineData("-1")]
    [InlineData("1.50e3")]
    [InlineData("true")]
    [InlineData("false")]
    [InlineData("null")]
    [InlineData("HOMEROOM")]
    [InlineData("trueish")]
    [InlineData("\"a\\n\\u0000\\\"\\\\班😀\"")]
    [InlineData("[]")]
    [InlineData("[1, [2, $a], {  }]")]
    [InlineData("{ a: 1, b: { c: [D] } }")]
    public void Values_are_read_and_printed(string text) => Assert.Equal(text, Printer.Print(Parser.ParseValue(SourceText.Of(text))));

    [Theory]
    [InlineData("Int")]
    [InlineData("Int!")]
    [InlineData("[Int]")]
    [InlineData("[[Int!]]!")]
    public void Types_are_read_and_printed(string text) => Assert.Equal(text, Printer.Print(Parser.ParseType(SourceText.Of(text))));

    [Fact]
    public void Lines_longer_than_80_are_broken()
    {
        string eighty = $"{{\n  a(b: \"{new string('x', 72)}\")\n}}";
        Assert.Equal(eighty, Printer.Print(Parser.Parse(SourceText.Of(eighty))));
        string longer = eighty.Replace("x\"", "xx\"", StringComparison.Ordinal);
        string broken = $"{{\n  a(\n    b: \"{new string('x', 73)}\"\n  )\n}}";
        Assert.Equal(broken, Printer.Print(Parser.Parse(SourceText.Of(longer))));
    }

    [Theory]
    [InlineData("", "1:1 Unexpected <EOF>.")]
    [InlineData("# only a comment", "1:17 Unexpected <EOF>.")]
    [InlineData("{", "1:2 Expected Name, found <EOF>.")]
    [InlineData("{}", "1:2 Expected Name, found \"}\".")]
    [InlineData("{a{}}", "1:4 Expected Name, found \"}\".")]
    [InlineData("{a()}", "1:4 Expected Name, found \")\".")]
    [InlineData("{a(b)}", "1:5 Expected \":\", found \")\".")]
    [InlineData("{a(b:)}", "1:6 Unexpected \")\".")]
    [InlineData("{a:1}", "1:4 Expected Name, found Int \"1\".")]
    [InlineData("{...on}", "1:7 Expected Name, found \"}\".")]
    [InlineData("{...F(a:1)}", "1:6 Expected Name, found \"(\".")]
    [InlineData("fragment on on T{a}", "1:10 Unexpected Name \"on\".")]
    [InlineData("fragment F($a:Int) on T{a}", "1:11 Expected \"on\", found \"(\".")]
    [InlineData("query Q", "1:8 Expected \"{\", found <EOF>.")]
    [InlineData("query(){a}", "1:7 Expected \"$\", found \")\".")]
    [InlineData("query($a:Int=$b){a}", "1:14 Unexpected variable \"$b\" in constant value.")]
    [InlineData("query($a:Int=[$]){a}", "1:15 Unexpected \"$\".")]
    [InlineData("query($a:Int@d(e:$a)){a}", "1:18 Unexpected variable \"$a\" in constant value.")]
    [InlineData("query($a:[Int){a}", "1:14 Expected \"]\", found \")\".")]
    [InlineData("query($a:Int!!){a}", "1:14 Expected \"$\", found \"!\".")]
    [InlineData("\"text\" {a}", "1:1 Unexpected description, descriptions are not supported on shorthand queries.")]
    [InlineData("\"text\" extend type T @d", "1:1 Unexpected description, only GraphQL definitions support descriptions.")]
    [InlineData("notAKeyword {a}", "1:1 Unexpected Name \"notAKeyword\".")]
    [InlineData("{a} }", "1:5 Unexpected \"}\".")]
    public void Documents_that_break_the_grammar_say_where_and_what_was_expected(string text, string error) =>
        Assert.Equal(error, SyntaxErrors.OfDocument(text));

    [Theory]
    [InlineData("[1] 2", "1:5 Expected <EOF>, found Int \"2\".")]
    [InlineData("{a:1", "1:5 Expected Name, found <EOF>.")]
    public void A_value_is_the_whole_text(string text, string error) =>
        Assert.Equal(error, SyntaxErrors.Describe(() => Parser.ParseValue(SourceText.Of(text))));

    [Fact]
    public void Every_node_knows_its_bytes()
    {
        var document = Parser.Parse(SourceText.Of("# 班\n{ x: y(z: \"班\") }"));
        var operation = Assert.IsType<OperationDefinitionNode>(Assert.Single(document.Definitions));
        var field = Assert.IsType<FieldNode>(Assert.Single(operation.SelectionSet.Selections));
        Assert.Equal(new SourceSpan(0, 24), document.Span);
        Assert.Equal(new SourceSpan(6, 24), operation.Span);
        Assert.Equal(new SourceSpan(8, 22), field.Span);
        Assert.Equal(new SourceSpan(8, 9), field.Alias!.Span);
        Assert.Equal(new SourceSpan(11, 12), field.Name.Span);
        Assert.Equal(new SourceSpan(16, 21), Assert.Single(field.Arguments).Value.Span);
    }
}
