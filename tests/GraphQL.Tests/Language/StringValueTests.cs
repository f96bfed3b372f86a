using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL.Tests.Language;

/// <summary>Spec 2.9.4: strings, their escapes, block strings.</summary>
public sealed class StringValueTests
{
    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("\" 班主任 😀 # no comment \"", " 班主任 😀 # no comment ")]
    [InlineData("\"\0\u007F\"", "\0\u007F")]
    [InlineData(@"""\"" \\ \/ \b \f \n \r \t""", "\" \\ / \b \f \n \r \t")]
    [InlineData(@"""\u73ED\u4e3b""", "班主")]
    [InlineData(@"""\uD83D\uDE00 \u{1F600} \u{01F600} \u{0}""", "😀 😀 😀 \0")]
    public void Strings_mean_what_their_escapes_say(string text, string value) => Assert.Equal(value, ValueOf(text));

    [Theory]
    [InlineData("\"", "1:2 Unterminated string.")]
    [InlineData("\"a\nb\"", "1:3 Unterminated string.")]
    [InlineData("\"a\r\"", "1:3 Unterminated string.")]
    [InlineData("\"a\\\"", "1:5 Unterminated string.")]
    [InlineData("\"\"\"a\"\"", "1:7 Unterminated string.")]
    [InlineData("\"\"\"\n\\\"\"\"", "2:5 Unterminated string.")]
    [InlineData(@"""\x""", "1:2 Invalid character escape sequence: \"\\x\".")]
    [InlineData(@"""\", "1:2 Invalid character escape sequence: \"\\\".")]
    [InlineData(@"""\u12""", "1:2 Invalid Unicode escape sequence: \"\\u12\"\".")]
    [InlineData(@"""\uD83D""", "1:2 Invalid Unicode escape sequence: \"\\uD83D\".")]
    [InlineData(@"""\uDE00\uD83D""", "1:2 Invalid Unicode escape sequence: \"\\uDE00\".")]
    [InlineData(@"""\uD83D\n""", "1:2 Invalid Unicode escape sequence: \"\\uD83D\".")]
    [InlineData(@"""\u{}""", "1:2 Invalid Unicode escape sequence: \"\\u{}\".")]
    [InlineData(@"""\u{D800}""", "1:2 Invalid Unicode escape sequence: \"\\u{D800}\".")]
    [InlineData(@"""\u{110000}""", "1:2 Invalid Unicode escape sequence: \"\\u{110000}\".")]
    [InlineData(@"""\u{FFFFFFFF}""", "1:2 Invalid Unicode escape sequence: \"\\u{FFFFFFFF\".")]
    [InlineData(@"""\u{000000000061}""", "1:2 Invalid Unicode escape sequence: \"\\u{000000000\".")]
    [InlineData(@"""\u{班}""", "1:2 Invalid Unicode escape sequence: \"\\u{班\".")]
    public void Strings_that_do_not_end_or_escape_wrongly_are_errors(string text, string error) =>
        Assert.Equal(error, Tokens.ErrorOf(text));

    [Theory]
    [InlineData("", "")]
    [InlineData(" one line ", " one line ")]
    [InlineData("\n  Hello,\n    World!\n\n  Yours,\n    GraphQL.\n", "Hello,\n  World!\n\nYours,\n  GraphQL.")]
    [InlineData("\r\n  a\r\r\n   b\n", "a\n\n b")]
    [InlineData("first\n    second\n  third", "first\n  second\nthird")]
    [InlineData("\n\n\t\ta\n\t\t\tb\n \n", "a\n\tb")]
    [InlineData("   \n \n", "")]
    [InlineData("\\\"\"\" \\n \\u{1F600} \"\" \\\\ ", "\"\"\" \\n \\u{1F600} \"\" \\\\ ")]
    public void Block_strings_lose_their_common_indentation_and_blank_ends(string raw, string value) =>
        Assert.Equal(value, ValueOf($"\"\"\"{raw}\"\"\""));

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData(" indented")]
    [InlineData("a\nb")]
    [InlineData("a\n  b\n\nc")]
    [InlineData("ends with a quote\"")]
    [InlineData("ends with a backslash\\")]
    [InlineData("has \"\"\" in it")]
    [InlineData("\"\"\"")]
    [InlineData("a\n  indented from the second line")]
    [InlineData("a line that is so long that the printer puts the quotes of the block string on lines of their own")]
    public void Values_that_can_be_block_strings_come_back_the_same(string value)
    {
        Assert.True(BlockString.CanPrint(value));
        Assert.Equal(value, ValueOf(BlockString.Print(value)));
    }

    [Theory]
    [InlineData("\na")]
    [InlineData("a\n")]
    [InlineData("  \n a")]
    [InlineData(" a\n b")]
    [InlineData("a\rb")]
    [InlineData("a\0b")]
    public void Values_that_block_strings_would_change_are_told_apart(string value) => Assert.False(BlockString.CanPrint(value));

    private static string ValueOf(string text) => Assert.IsType<StringValueNode>(Parser.ParseValue(SourceText.Of(text))).Value;
}
