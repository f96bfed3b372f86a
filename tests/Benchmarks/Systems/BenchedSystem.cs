using System.Text.Json.Nodes;
using HomeroomGraph.Benchmarks.Questions;

namespace HomeroomGraph.Benchmarks.Systems;

/// <summary>A system that can be asked the questions: how it takes them, and what of its answers is its own way of saying the same.</summary>
internal abstract class BenchedSystem(string name, Uri server)
{
    public string Name => name;

    public Uri Server => server;

    /// <summary>A question as this system's bytes.</summary>
    /// <param name="question">Which.</param>
    /// <param name="variables">With what.</param>
    /// <param name="cursor">Behind which row, where the question asks for pages and this is not the first.</param>
    /// <param name="first">The rows of the page, where the question leaves that to its variables.</param>
    public abstract byte[] RequestOf(Question question, Variables variables, string? cursor = null, int? first = null);

    /// <summary>What is sent when the same is asked again and again.</summary>
    /// <param name="request">What was sent first.</param>
    /// <param name="headers">The headers of its answer.</param>
    public virtual byte[] Again(byte[] request, string headers) => request;

    /// <summary>The status of an answer to that.</summary>
    public virtual int StatusAgain => 200;

    /// <summary>What the answer says, in the words of ours; the texts of cursors are each system's own and left out.</summary>
    public virtual JsonObject Normalise(JsonObject answer)
    {
        var said = (answer["data"] ?? answer).AsObject();
        WithoutCursors(said);
        return said;
    }

    private static void WithoutCursors(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject fields:
                fields.Remove("endCursor");
                foreach (var (_, value) in fields) WithoutCursors(value);
                break;
            case JsonArray items:
                foreach (var item in items) WithoutCursors(item);
                break;
        }
    }

    protected static JsonObject With(JsonObject variables, string? cursor, int? first)
    {
        var all = variables.DeepClone().AsObject();
        if (first is not null) all["first"] = first;
        if (cursor is not null) all["after"] = cursor;
        return all;
    }
}
