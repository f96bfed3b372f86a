using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL.Tests.Language;

/// <summary>How much of a document the parser takes. Each limit stops it at the token that goes over.</summary>
public sealed class ParserLimitsTests
{
    /// <summary>Everything that nests: its opening, repeated, then something inside, then its closing, repeated.</summary>
    public static TheoryData<string, string, string, string, string> Nestings => new()
    {
        { "", "{a", "", "}", "" },
        { "", "{...", "{b}", "}", "" },
        { "{", "...on T{", "a", "}", "}" },
        { "{a(b:", "[", "", "]", ")}" },
        { "{a(b:", "{c:", "1", "}", ")}" },
        { "{a(b:", "[{c:", "1", "}]", ")}" },
        { "query($a:", "[", "Int", "]", "){b}" },
        { "query($a:", "[", "Int", "!]", "){b}" },
        { "query($a:Int=", "[", "", "]", "){b}" },
        { "{a@d(b:", "[", "", "]", ")}" },
        { "type T{a:", "[", "Int", "]", "}" },
        { "type T{a(b:Int=", "{c:", "1", "}", "):Int}" },
    };

    [Theory]
    [MemberData(nameof(Nestings))]
    public void Nesting_deeper_than_the_limit_is_refused(string before, string open, string inside, string close, string after)
    {
        Parser.Parse(Nest(20));
        string error = SyntaxErrors.Describe(() => Parser.Parse(Nest(100)));
        Assert.EndsWith("Document is nested deeper than 64 levels. Parsing aborted.", error, StringComparison.Ordinal);

        SourceText Nest(int times) => SourceText.Of(
            before + string.Concat(Enumerable.Repeat(open, times)) + inside + string.Concat(Enumerable.Repeat(close, times)) + after);
    }

    [Fact]
    public void Depth_counts_all_kinds_of_nesting_together()
    {
        var limits = new ParserLimits { MaxDepth = 4 };
        Parser.Parse(SourceText.Of("{a{b(c:[{d:1}])}}"), limits);
        Assert.Equal("1:10 Document is nested deeper than 4 levels. Parsing aborted.",
            SyntaxErrors.Describe(() => Parser.Parse(SourceText.Of("{a{b(c:[[{d:1}]])}}"), limits)));
    }

    [Theory]
    [InlineData("{a b}", 4, null)]
    [InlineData("{a b}", 3, "1:5 Document contains more than 3 tokens. Parsing aborted.")]
    [InlineData("{a #comments,do not count\n b}", 4, null)]
    public void Tokens_are_counted(string text, int tokens, string? error) => Check(text, new ParserLimits { MaxTokens = tokens }, error);

    [Theory]
    [InlineData("{a{b c}}", 3, null)]
    [InlineData("{a{b c}}", 2, "1:6 Document contains more than 2 fields. Parsing aborted.")]
    [InlineData("{a}fragment F on T{b c}", 2, "1:22 Document contains more than 2 fields. Parsing aborted.")]
    public void Fields_are_counted(string text, int fields, string? error) => Check(text, new ParserLimits { MaxFields = fields }, error);

    [Theory]
    [InlineData("{a:b c d:e}", null)]
    [InlineData("{a:b c d:e f:g}", "1:13 Document contains more than 2 aliases. Parsing aborted.")]
    [InlineData("{a:b}fragment F on T{c:d e:f}", "1:27 Document contains more than 2 aliases. Parsing aborted.")]
    [InlineData("{abcde:b}", "1:7 An alias is longer than 4 characters. Parsing aborted.")]
    [InlineData("{abcde}", null)]
    public void Aliases_are_counted_and_short(string text, string? error) => Check(text, new ParserLimits { MaxAliases = 2, MaxAliasLength = 4 }, error);

    [Theory]
    [InlineData("query@a@b{c@a@b}", null)]
    [InlineData("query@a@b{c@a@b@c}", "1:16 More than 2 directives at one location. Parsing aborted.")]
    public void Directives_are_counted_at_each_location(string text, string? error) =>
        Check(text, new ParserLimits { MaxDirectivesPerLocation = 2 }, error);

    [Fact]
    public void Going_over_a_limit_has_a_code_of_its_own()
    {
        var limit = Assert.Throws<GraphQLSyntaxException>(() => Parser.Parse(SourceText.Of("{a}"), new ParserLimits { MaxTokens = 1 }));
        Assert.Equal(ErrorCodes.LimitExceeded, limit.Error.Code);
        var syntax = Assert.Throws<GraphQLSyntaxException>(() => Parser.Parse(SourceText.Of("{")));
        Assert.Equal(ErrorCodes.SyntaxError, syntax.Error.Code);
    }

    [Fact]
    public void No_setting_goes_beyond_what_the_stack_holds() => Assert.Throws<ArgumentOutOfRangeException>(
        () => new ParserLimits { MaxDepth = ParserLimits.StackSafeDepth + 1 });

    [Theory]
    [MemberData(nameof(Nestings))]
    public void The_greatest_depth_is_read_and_printed_on_a_small_stack(
        string before, string open, string inside, string close, string after)
    {
        int times = ParserLimits.StackSafeDepth / 2 - 2;
        string text = before + string.Concat(Enumerable.Repeat(open, times)) + inside + string.Concat(Enumerable.Repeat(close, times)) + after;
        string printed = "";
        var thread = new Thread(
            () => printed = Printer.Print(Parser.Parse(SourceText.Of(text), ParserLimits.Trusted)), maxStackSize: 512 * 1024);
        thread.Start();
        thread.Join();
        Assert.NotEmpty(printed);
    }

    private static void Check(string text, ParserLimits limits, string? error)
    {
        if (error is null) Parser.Parse(SourceText.Of(text), limits);
        else Assert.Equal(error, SyntaxErrors.Describe(() => Parser.Parse(SourceText.Of(text), limits)));
    }
}
