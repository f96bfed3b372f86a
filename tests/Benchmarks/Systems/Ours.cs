using System.Text.Json.Nodes;
using HomeroomGraph.Benchmarks.Load;
using HomeroomGraph.Benchmarks.Questions;

namespace HomeroomGraph.Benchmarks.Systems;

/// <summary>Ours: the whole document with its variables is posted each time, by a signed-in account.</summary>
internal sealed class Ours(Uri server, string token) : BenchedSystem("ours", server)
{
    public override byte[] RequestOf(Question question, Variables variables, string? cursor = null, int? first = null) =>
        HttpRequestText.PostJson(Server, "/graphql", PostBody.Of(question.Document("ours"), With(variables.Ours, cursor, first)), $"Authorization: Bearer {token}");

    /// <summary>Any document, without variables.</summary>
    public byte[] RequestOf(string document, params string[] headers) =>
        HttpRequestText.PostJson(Server, "/graphql", PostBody.Of(document, []), [$"Authorization: Bearer {token}", .. headers]);

    /// <summary>Any document with its variables.</summary>
    public byte[] RequestOf(string document, JsonObject variables) =>
        HttpRequestText.PostJson(Server, "/graphql", PostBody.Of(document, variables), $"Authorization: Bearer {token}");
}

/// <summary>The body of a GraphQL request.</summary>
internal static class PostBody
{
    public static string Of(string document, JsonObject variables) => new JsonObject { ["query"] = document, ["variables"] = variables }.ToJsonString();
}
