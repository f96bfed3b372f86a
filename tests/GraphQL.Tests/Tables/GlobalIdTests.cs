using System.Text;
using HomeroomGraph.GraphQL.Paging;

namespace HomeroomGraph.GraphQL.Tests.Tables;

/// <summary>A global id is read as it was written, and one text only stands for a row.</summary>
public sealed class GlobalIdTests
{
    [Theory]
    [InlineData("School", 1, 2L)]
    [InlineData("District", 7, null)]
    [InlineData("ResearchProject", int.MaxValue, long.MaxValue)]
    [InlineData("A", 0, 0L)]
    public void It_comes_back(string type, int district, long? own)
    {
        var id = new GlobalId(type, new RowKey(district, own));

        Assert.True(GlobalId.TryParse(id.ToString(), out var read));
        Assert.Equal(id, read);
    }

    [Theory]
    [InlineData("School:01:2")]
    [InlineData("School:1:02")]
    [InlineData("School:1:")]
    [InlineData("School:")]
    [InlineData("School")]
    [InlineData("School:1:2:3")]
    [InlineData("School:-1:2")]
    [InlineData("School:+1:2")]
    [InlineData("School: 1:2")]
    [InlineData("School:2147483648:2")]
    [InlineData("School:1:9223372036854775808")]
    [InlineData("School:１:2")]
    [InlineData("Schöol:1:2")]
    public void Nothing_else_is_an_id(string plain) => Assert.False(GlobalId.TryParse(Base64(Encoding.UTF8.GetBytes(plain)), out _));

    [Fact]
    public void Another_spelling_of_the_same_bytes_is_none()
    {
        string id = new GlobalId("School", new RowKey(1, 23)).ToString();
        Assert.True(GlobalId.TryParse(id, out _));

        foreach (string other in new[] { "", id + "=", id + "==", id + " ", " " + id, id.Insert(3, "\n"), id + "A", id[..^1], id.Replace('_', '/'), new string('A', 129) })
            if (other != id) Assert.False(GlobalId.TryParse(other, out _), other);
    }

    [Fact]
    public void The_bits_that_no_byte_holds_are_nought()
    {
        // 11 bytes: the last of 15 characters holds four bits of them and two of nothing.
        string id = new GlobalId("School", new RowKey(1, 23)).ToString();
        Assert.Equal(15, id.Length);

        for (int more = 1; more < 4; more++) Assert.False(GlobalId.TryParse(id[..^1] + (char)(id[^1] + more), out _));
    }

    private static string Base64(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
}
