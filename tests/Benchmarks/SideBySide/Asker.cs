using System.Text.Json.Nodes;
using HomeroomGraph.Benchmarks.Load;
using HomeroomGraph.Benchmarks.Questions;
using HomeroomGraph.Benchmarks.Systems;

namespace HomeroomGraph.Benchmarks.SideBySide;

/// <summary>Asks a system every request of a question once: gathers the requests to measure with, and what the answers say.</summary>
internal static class Asker
{
    private const int PagesOfAWalk = 12;

    /// <summary>All requests of a question with their answers, in an order that is the same for all systems.</summary>
    /// <exception cref="InvalidOperationException">An answer is none.</exception>
    public static IReadOnlyList<(byte[] Request, int Length, JsonObject Answer)> AskAll(BenchedSystem system, Question question, IReadOnlyList<Variables> pool)
    {
        using var connection = new HttpConnection(system.Server);
        return [.. pool.SelectMany(variables => question.Walks is { } list
            ? Walk(connection, system, question, variables, list)
            : [Ask(connection, system, question, system.RequestOf(question, variables))])];
    }

    /// <summary>The pages behind a first one, whose size is the variables'.</summary>
    private static IEnumerable<(byte[] Request, int Length, JsonObject Answer)> Walk(
        HttpConnection connection, BenchedSystem system, Question question, Variables variables, string list)
    {
        var page = Exchange(connection, system, question, system.RequestOf(question, variables)).Answer;
        for (var number = 0; number < PagesOfAWalk && CursorOf(page, list) is { } cursor; number++)
        {
            var request = system.RequestOf(question, variables, cursor, question.PageSize);
            var (answer, length) = Exchange(connection, system, question, request);
            page = answer.DeepClone().AsObject();
            yield return (Again(connection, system, request), system.StatusAgain == 304 ? 0 : length, system.Normalise(answer));
        }
    }

    private static string? CursorOf(JsonObject answer, string list)
    {
        var info = (answer["data"] ?? answer)[list]!["pageInfo"]!;
        return info["hasNextPage"]!.GetValue<bool>() ? info["endCursor"]!.GetValue<string>() : null;
    }

    private static (byte[] Request, int Length, JsonObject Answer) Ask(HttpConnection connection, BenchedSystem system, Question question, byte[] request)
    {
        var (answer, length) = Exchange(connection, system, question, request);
        return (Again(connection, system, request), system.StatusAgain == 304 ? 0 : length, system.Normalise(answer));
    }

    private static byte[] Again(HttpConnection connection, BenchedSystem system, byte[] request) =>
        system.Again(request, System.Text.Encoding.ASCII.GetString(connection.Headers));

    private static (JsonObject Answer, int Length) Exchange(HttpConnection connection, BenchedSystem system, Question question, byte[] request)
    {
        var (status, length) = connection.Exchange(request);
        var body = connection.Body();
        if (status == 200 && JsonNode.Parse(body) is JsonObject answer && answer["errors"] is null) return (answer, length);
        throw new InvalidOperationException($"{question.Number}: {system.Name} answered {status}: {System.Text.Encoding.UTF8.GetString(body)[..Math.Min(2000, body.Length)]}");
    }
}
