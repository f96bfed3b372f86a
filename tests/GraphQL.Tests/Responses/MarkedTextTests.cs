using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using HomeroomGraph.GraphQL.Execution;
using HomeroomGraph.GraphQL.Paging;

namespace HomeroomGraph.GraphQL.Tests.Responses;

/// <summary>Ids and cursors that PostgreSQL sends plain between marks are written as those that are made here.</summary>
public sealed class MarkedTextTests
{
    [Theory]
    [InlineData("{}", "{}")]
    [InlineData("{\"id\":\"\u0001School:4:102\u0002\"}", "{\"id\":\"U2Nob29sOjQ6MTAy\"}")]
    [InlineData("[{\"id\":\"\u0001A:1\u0002\"},{\"id\":\"\u0001\u0002\",\"x\":\"\u0001课题\u0002\"}]", "[{\"id\":\"QTox\"},{\"id\":\"\",\"x\":\"6K--6aKY\"}]")]
    public void Marked_texts_become_base64url(string text, string expected) => Assert.Equal(expected, Written(text));

    [Fact]
    public void An_id_is_the_same_whichever_way_it_is_written()
    {
        var random = new Random(5);
        for (int i = 0; i < 200; i++)
        {
            var id = new GlobalId("ResearchProject", new RowKey(random.Next(), i % 3 == 0 ? null : random.NextInt64()));
            Assert.Equal($"\"{id}\"", Written($"\"\u0001{id.TypeName}:{id.Key}\u0002\""));
            Assert.Equal($"\"{id}\"", Text(json => id.Key.WriteId("ResearchProject:"u8, json)));
        }
    }

    [Fact]
    public void A_text_that_grows_while_its_marks_are_written_is_whole()
    {
        var random = new Random(7);
        var (text, expected) = (new StringBuilder("["), new StringBuilder("["));
        for (int i = 0; i < 3_000; i++)
        {
            string plain = new('课', random.Next(40));
            text.Append($"\"\u0001{plain}\u0002\",");
            expected.Append($"\"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(plain))}\",");
        }
        Assert.Equal(expected.Append("0]").ToString(), Written(text.Append("0]").ToString()));
    }

    private static string Written(string text) => Text(json => MarkedText.Write(Encoding.UTF8.GetBytes(text), json));

    private static string Text(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { SkipValidation = true });
        write(json);
        json.Flush();
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
