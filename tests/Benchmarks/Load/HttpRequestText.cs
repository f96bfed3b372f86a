using System.Globalization;
using System.Text;

namespace HomeroomGraph.Benchmarks.Load;

/// <summary>A request as the bytes that go over the socket, made once.</summary>
internal static class HttpRequestText
{
    public static byte[] Get(Uri server, string pathAndQuery, params ReadOnlySpan<string> headers) => Of("GET", server, pathAndQuery, [], headers);

    public static byte[] PostJson(Uri server, string path, string json, params ReadOnlySpan<string> headers) =>
        Of("POST", server, path, Encoding.UTF8.GetBytes(json), ["Content-Type: application/json", .. headers]);

    /// <summary>A GET with one more header.</summary>
    public static byte[] With(byte[] get, string header) => [.. get.AsSpan(0, get.Length - 2), .. Encoding.ASCII.GetBytes($"{header}\r\n\r\n")];

    private static byte[] Of(string method, Uri server, string target, byte[] body, ReadOnlySpan<string> headers)
    {
        var head = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{method} {target} HTTP/1.1\r\nHost: {server.Authority}\r\nAccept: application/json\r\n");
        foreach (var header in headers) head.Append(header).Append("\r\n");
        if (body.Length > 0) head.Append(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n");
        return [.. Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()), .. body];
    }
}
