using System.Diagnostics;
using System.Text;
using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL.Tests.Language;

/// <summary>Whatever a client sends, the parser answers with a tree or a syntax error, soon and in little memory.</summary>
public sealed class ParserRobustnessTests
{
    private const int Times = 100_000;

    private static readonly Dictionary<string, Func<string>> HugeDocuments = new()
    {
        ["braces"] = () => Repeat("{a", Times),
        ["braces only"] = () => Repeat("{", Times),
        ["brackets"] = () => "{a(b:" + Repeat("[", Times),
        ["closed brackets"] = () => "{a(b:" + Repeat("[", Times) + Repeat("]", Times) + ")}",
        ["object values"] = () => "{a(b:" + Repeat("{c:", Times),
        ["list types"] = () => "query($a:" + Repeat("[", Times),
        ["list types of a schema"] = () => "type T{a:" + Repeat("[", Times),
        ["inline fragments"] = () => Repeat("{...", Times),
        ["parentheses"] = () => "{a" + Repeat("(", Times),
        ["directives"] = () => "{a" + Repeat("@d", Times) + "}",
        ["fields"] = () => "{" + Repeat("a ", Times) + "}",
        ["operations"] = () => Repeat("{a}", Times),
        ["items of a list"] = () => "{a(b:[" + Repeat("1 ", Times) + "])}",
        ["exclamation marks"] = () => "query($a:Int" + Repeat("!", Times),
        ["an unterminated string"] = () => "{a(b:\"" + Repeat("x", 10 * Times),
        ["an unterminated block string"] = () => "{a(b:\"\"\"" + Repeat("\n x", 10 * Times),
        ["a huge name"] = () => "{" + Repeat("x", 10 * Times),
        ["a huge name where none belongs"] = () => Repeat("x", 10 * Times),
        ["a huge number"] = () => "{a(b:-" + Repeat("9", 10 * Times) + "a",
        ["a huge string where none belongs"] = () => "{\"" + Repeat("\\n", 10 * Times) + "\"}",
        ["comments"] = () => Repeat("#\n", 5 * Times),
        ["commas"] = () => Repeat(",", 10 * Times),
        ["backslashes"] = () => "\"" + Repeat("\\\\", 5 * Times),
        ["quotes"] = () => "\"\"\"" + Repeat("\"\" ", 3 * Times),
    };

    public static TheoryData<string> KindsOfHugeDocuments => [.. HugeDocuments.Keys];

    [Theory]
    [MemberData(nameof(KindsOfHugeDocuments))]
    public void A_huge_document_is_refused_soon_and_in_little_memory(string kind)
    {
        string text = HugeDocuments[kind]();
        var source = SourceText.Of(text);
        long before = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();
        var error = Assert.Throws<GraphQLSyntaxException>(() => Parser.Parse(source)).Error;
        // Milliseconds where time grows with the text, minutes where it grows with its square: what lies between is a busy machine.
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), $"{kind}: took {clock.Elapsed}");
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(allocated < 5_000_000 + 8 * text.Length, $"{kind}: allocated {allocated} bytes");
        Assert.True(error.Message.Length < 500, $"{kind}: {error.Message.Length} characters");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Random_bytes_give_a_tree_or_a_syntax_error(int seed)
    {
        var random = new Random(seed);
        for (int i = 0; i < 2_000; i++)
        {
            byte[] bytes = new byte[random.Next(200)];
            random.NextBytes(bytes);
            ParseAnything(bytes);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Mutated_documents_give_a_tree_or_a_syntax_error_and_print_what_they_mean(int seed)
    {
        var random = new Random(seed);
        for (int i = 0; i < 2_000; i++)
        {
            var bytes = Encoding.UTF8.GetBytes(Seeds[random.Next(Seeds.Length)]).ToList();
            for (int mutations = random.Next(1, 4); mutations > 0 && bytes.Count > 0; mutations--) Mutate(bytes, random);
            ParseAnything([.. bytes]);
        }
    }

    private static readonly string[] Seeds =
    [
        "query Q($a: [Int!] = [1, 2] @d) @e { a: b(c: $a, d: {e: \"班\\u{1F600}\"}) @f { ...G ... on T { g } } } fragment G on T { h }",
        "\"\"\"\n  text\n   more\n\"\"\"\ntype T implements A & B @d { \"x\" a(b: Int = -1.5e3): [U!]! } extend enum E { F } union V = | W | X",
        "schema { query: Q } directive @d(a: Int = 1) repeatable on FIELD | QUERY input I @oneOf { a: Int } scalar S interface J",
    ];

    private static readonly string[] Fragments =
        ["{", "}", "(", ")", "[", "]", "!", "$", "&", "...", ":", "=", "@", "|", "\"", "\"\"\"", "\\", "\\u", "#", "\n", "-", "0", "1.", "班", "on"];

    private static void Mutate(List<byte> bytes, Random random)
    {
        int at = random.Next(bytes.Count);
        switch (random.Next(4))
        {
            case 0: bytes.RemoveAt(at); break;
            case 1: bytes[at] = (byte)random.Next(256); break;
            case 2: bytes.InsertRange(at, Encoding.UTF8.GetBytes(Fragments[random.Next(Fragments.Length)])); break;
            default: bytes.RemoveRange(at, Math.Min(random.Next(10), bytes.Count - at)); break;
        }
    }

    /// <summary>What parses must print to something that parses to the same print.</summary>
    private static void ParseAnything(byte[] bytes)
    {
        try
        {
            string printed = Printer.Print(Parser.Parse(new SourceText(bytes)));
            Assert.Equal(printed, Printer.Print(Parser.Parse(SourceText.Of(printed))));
        }
        catch (GraphQLSyntaxException exception)
        {
            Assert.NotEmpty(exception.Error.Locations);
        }
    }

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();
}
