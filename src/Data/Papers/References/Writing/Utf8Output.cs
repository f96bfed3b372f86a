using System.Buffers;
using System.Text;

namespace HomeroomGraph.Data.Papers.References;

/// <summary>Text into a buffer of UTF-8; half a surrogate becomes U+FFFD.</summary>
internal static class Utf8Output
{
    public static void Write(this IBufferWriter<byte> output, ReadOnlySpan<char> text) => Encoding.UTF8.GetBytes(text, output);
}
