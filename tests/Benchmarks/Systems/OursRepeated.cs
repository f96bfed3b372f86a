using System.Security.Cryptography;
using System.Text;
using HomeroomGraph.Benchmarks.Load;
using HomeroomGraph.Benchmarks.Questions;

namespace HomeroomGraph.Benchmarks.Systems;

/// <summary>Ours, asked the same again and again by GET and the document's hash: answers come from what is kept.</summary>
internal class OursRepeated(string name, Uri server, string token) : BenchedSystem(name, server)
{
    private readonly HashSet<string> _known = [];

    public override byte[] RequestOf(Question question, Variables variables, string? cursor = null, int? first = null)
    {
        var document = question.Document("ours");
        var asked = With(variables.Ours, cursor, first);
        if (_known.Add(question.Name)) MakeKnown(document, asked);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));
        return HttpRequestText.Get(Server, $"/graphql?documentId=sha256:{hash}&variables={Uri.EscapeDataString(asked.ToJsonString())}", $"Authorization: Bearer {token}");
    }

    /// <summary>A document is found by its hash once it was sent by a signed-in caller.</summary>
    private void MakeKnown(string document, System.Text.Json.Nodes.JsonObject variables)
    {
        using var connection = new HttpConnection(Server);
        connection.Exchange(HttpRequestText.PostJson(Server, "/graphql", PostBody.Of(document, variables), $"Authorization: Bearer {token}"));
    }
}

/// <summary>The same with the tag of the answer that one has: the answer is that nothing changed.</summary>
internal sealed class OursUnchanged(string name, Uri server, string token) : OursRepeated(name, server, token)
{
    public override int StatusAgain => 304;

    public override byte[] Again(byte[] request, string headers)
    {
        var tag = headers.Split("\r\n").FirstOrDefault(line => line.StartsWith("ETag:", StringComparison.OrdinalIgnoreCase))
            ?? throw new InvalidOperationException($"{Name} gave no ETag: {headers}");
        return HttpRequestText.With(request, $"If-None-Match: {tag["ETag:".Length..].Trim()}");
    }
}
