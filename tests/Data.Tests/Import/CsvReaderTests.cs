using System.Text;
using HomeroomGraph.Data.Import;
using HomeroomGraph.Data.Import.Files;

namespace HomeroomGraph.Data.Tests.Import;

public sealed class CsvReaderTests
{
    [Theory]
    [InlineData("a,b\nc,d", "1:a|b 2:c|d")]
    [InlineData("a,b\r\nc,d\r\n", "1:a|b 2:c|d")]
    [InlineData("a,b\rc,d\r", "1:a|b 2:c|d")]
    [InlineData("\n\na\n\nb", "3:a 5:b")]
    [InlineData("a,\n,b\n,", "1:a| 2:|b 3:|")]
    [InlineData("\"a,b\",\"c\"\"d\"\nx,y", "1:a,b|c\"d 2:x|y")]
    [InlineData("\"a\r\nb\",c\nx,y", "1:a\r\nb|c 3:x|y")]
    [InlineData("\"a\rb\nc\"\nx", "1:a\rb\nc 4:x")]
    [InlineData("\"\",\"\"", "1:|")]
    [InlineData("a\"b,c", "1:a\"b|c")]
    [InlineData("班,级", "1:班|级")]
    [InlineData("", "")]
    public void Records_are_read_with_the_line_they_begin_on(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Read(text)));

    [Fact]
    public void Text_after_a_closing_quote_is_told()
    {
        var reader = Open("a,\"b\"c,d");
        Assert.True(reader.Read());
        Assert.Equal(1, reader.BrokenField);
    }

    [Fact]
    public void Text_larger_than_a_block_is_read_whole()
    {
        var lines = Enumerable.Range(0, 50_000).Select(i => $"{i},\"值{i}\r\n\"\"x\"\"\"").ToList();
        var records = Read(string.Join("\r\n", lines)).ToList();
        Assert.Equal(lines.Count, records.Count);
        Assert.Equal("99999:49999|值49999\r\n\"x\"", records[^1]);
    }

    private static IEnumerable<string> Read(string text)
    {
        for (var reader = Open(text); reader.Read();)
            yield return $"{reader.Line}:{string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(reader.Field))}";
    }

    private static CsvReader Open(string text) => new(new MemoryStream(Encoding.UTF8.GetBytes(text)), "t.csv", new ImportLimits());
}
