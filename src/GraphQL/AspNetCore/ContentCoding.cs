using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace HomeroomGraph.GraphQL.AspNetCore;

/// <summary>A way to make an answer smaller on its way (RFC 9110, 8.4.1).</summary>
/// <param name="Name">As <c>Content-Encoding</c> has it.</param>
/// <param name="Over">A stream that compresses what is written to it into another.</param>
internal sealed record ContentCoding(string Name, Func<Stream, Stream> Over)
{
    // The fastest level: an answer is made once and read once, so its time counts more than its last bytes.
    private static readonly ContentCoding Brotli = new("br", to => new BrotliStream(to, CompressionLevel.Fastest, leaveOpen: true));
    private static readonly ContentCoding Gzip = new("gzip", to => new GZipStream(to, CompressionLevel.Fastest, leaveOpen: true));

    /// <summary>A whole answer in the coding.</summary>
    public byte[] Compress(byte[] plain)
    {
        var coded = new MemoryStream(plain.Length / 2);
        using (var coder = Over(coded)) coder.Write(plain);
        return coded.ToArray();
    }

    /// <summary>The coding the client likes best, ours first among equals; null where it takes the answer only as it is.</summary>
    public static ContentCoding? Negotiate(HttpRequest request)
    {
        if (request.Headers.AcceptEncoding.Count == 0) return null;
        var accepted = request.GetTypedHeaders().AcceptEncoding;
        if (accepted is not { Count: > 0 }) return null;
        double brotli = QualityOf(Brotli, accepted), gzip = QualityOf(Gzip, accepted);
        if (Math.Max(brotli, gzip) <= 0) return null;
        return brotli >= gzip ? Brotli : Gzip;
    }

    /// <summary>What is said of the coding itself counts more than what is said of all others (<c>*</c>).</summary>
    private static double QualityOf(ContentCoding coding, IList<StringWithQualityHeaderValue> accepted) =>
        (Find(coding.Name, accepted) ?? Find("*", accepted)) is { } said ? said.Quality ?? 1 : 0;

    private static StringWithQualityHeaderValue? Find(string name, IList<StringWithQualityHeaderValue> accepted) =>
        accepted.FirstOrDefault(said => said.Value.Equals(name, StringComparison.OrdinalIgnoreCase));
}
