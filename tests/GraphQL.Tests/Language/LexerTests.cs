using System.Text;
using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL.Tests.Language;

/// <summary>Spec 2.1 and appendix C: how bytes become tokens.</summary>
public sealed class LexerTests
{
    [Theory]
    [InlineData("! $ & ( ) ... : = @ [ ] { | }")]
    [InlineData("!$&()...:=@[]{|}")]
    public void Punctuators_need_no_space_between_them(string text) => Assert.Equal(
        ["\"!\"", "\"$\"", "\"&\"", "\"(\"", "\")\"", "\"...\"", "\":\"", "\"=\"", "\"@\"", "\"[\"", "\"]\"", "\"{\"", "\"|\"", "\"}\""],
        Tokens.Of(text));

    [Theory]
    [InlineData("a b")]
    [InlineData("a,b")]
    [InlineData(",,,a ,\t, b,,,")]
    [InlineData("a\nb")]
    [InlineData("a\rb")]
    [InlineData("a\r\nb")]
    [InlineData("\uFEFFa\uFEFFb")]
    [InlineData("# 班主任\na # comment \"with\" {tokens}\r\nb#end")]
    public void Whitespace_commas_byte_order_marks_and_comments_are_ignored(string text) =>
        Assert.Equal(["Name \"a\"", "Name \"b\""], Tokens.Of(text));

    [Theory]
    [InlineData("_", "Name \"_\"")]
    [InlineData("__typename", "Name \"__typename\"")]
    [InlineData("aZ_09", "Name \"aZ_09\"")]
    [InlineData("0", "Int \"0\"")]
    [InlineData("-0", "Int \"-0\"")]
    [InlineData("-123456789012345678901234567890", "Int \"-123456789012345678901234567890\"")]
    [InlineData("1.5", "Float \"1.5\"")]
    [InlineData("-0.123e-05", "Float \"-0.123e-05\"")]
    [InlineData("1E+10", "Float \"1E+10\"")]
    public void Names_and_numbers_are_single_tokens(string text, string token) => Assert.Equal([token], Tokens.Of(text));

    [Theory]
    [InlineData("00", "1:2 Invalid number, unexpected digit after 0: \"0\".")]
    [InlineData("-", "1:2 Invalid number, expected digit but got: <EOF>.")]
    [InlineData("1.", "1:3 Invalid number, expected digit but got: <EOF>.")]
    [InlineData("1.e1", "1:3 Invalid number, expected digit but got: \"e\".")]
    [InlineData("1e", "1:3 Invalid number, expected digit but got: <EOF>.")]
    [InlineData("1.2.3", "1:4 Invalid number, expected digit but got: \".\".")]
    [InlineData("0xF1", "1:2 Invalid number, expected digit but got: \"x\".")]
    [InlineData("1班", "1:2 Unexpected character: U+73ED.")]
    [InlineData(".25", "1:1 Invalid number, expected digit before \".\", did you mean \"0.25\"?")]
    public void Numbers_that_are_none_say_where(string text, string error) => Assert.Equal(error, Tokens.ErrorOf(text));

    [Theory]
    [InlineData("?", "1:1 Unexpected character: \"?\".")]
    [InlineData("\n  ..", "2:3 Unexpected \"..\", did you mean \"...\"?")]
    [InlineData("a\0", "1:2 Unexpected character: U+0000.")]
    [InlineData("😀 ?", "1:1 Unexpected character: U+1F600.")]
    [InlineData("'a'", "1:1 Unexpected single quote character ('), did you mean to use a double quote (\")?")]
    public void Characters_that_start_no_token_are_named(string text, string error) => Assert.Equal(error, Tokens.ErrorOf(text));

    [Fact]
    public void Offsets_count_bytes_and_columns_count_utf16_units()
    {
        var source = SourceText.Of("\"班😀\" x ?");
        var lexer = new Utf8Lexer(source);
        lexer.MoveNext();
        Assert.Equal((0, 9), (lexer.Start, lexer.End));
        lexer.MoveNext();
        Assert.Equal((10, 11), (lexer.Start, lexer.End));
        Assert.Equal("1:9 Unexpected character: \"?\".", Tokens.ErrorOf("\"班😀\" x ?"));
    }

    [Theory]
    [InlineData(new byte[] { 0xFF }, "1:1 Invalid character: byte 0xFF (not UTF-8).")]
    [InlineData(new byte[] { (byte)'a', (byte)' ', 0xC3 }, "1:3 Invalid character: byte 0xC3 (not UTF-8).")]
    [InlineData(new byte[] { (byte)'"', 0xED, 0xA0, 0x80, (byte)'"' }, "1:2 Invalid character within String: U+D800.")]
    [InlineData(new byte[] { (byte)'#', 0x80 }, "1:2 Invalid character: byte 0x80 (not UTF-8).")]
    [InlineData(new byte[] { (byte)'1', 0xC0, 0xAF }, "1:2 Invalid character: byte 0xC0 (not UTF-8).")]
    [InlineData(new byte[] { (byte)'?', 0xFF }, "1:1 Unexpected character: \"?\".")]
    public void Bytes_that_are_not_UTF8_are_an_error_where_they_stand(byte[] bytes, string error) =>
        Assert.Equal(error, Tokens.ErrorOf(bytes));

    [Fact]
    public void Reading_tokens_allocates_nothing()
    {
        var source = SourceText.Of(string.Concat(Enumerable.Repeat("{ name(a: 1.5, b: \"\\u{73ED}\") # text\n \"\"\"block\"\"\" } ", 100)));
        Assert.Equal(1_200, Count(source)); // and the code is compiled
        long before = GC.GetAllocatedBytesForCurrentThread();
        Count(source);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static int Count(SourceText source)
    {
        int count = 0;
        var lexer = new Utf8Lexer(source);
        for (lexer.MoveNext(); lexer.Kind != TokenKind.EndOfFile; lexer.MoveNext()) count++;
        return count;
    }

    [Fact]
    public void A_long_token_is_cut_short_in_an_error()
    {
        string error = SyntaxErrors.OfDocument(new string('a', 1_000_000));
        Assert.Equal($"1:1 Unexpected Name \"{new string('a', 200)}…\".", error);
        Assert.True(Encoding.UTF8.GetByteCount(error) < 1_000);
    }
}
