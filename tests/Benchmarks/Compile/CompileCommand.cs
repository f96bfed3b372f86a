using System.CommandLine;
using System.Diagnostics;
using System.Text.Json.Nodes;
using HomeroomGraph.Benchmarks.Load;
using HomeroomGraph.Benchmarks.SideBySide;
using HomeroomGraph.Benchmarks.Systems;

namespace HomeroomGraph.Benchmarks.Compile;

/// <summary>
/// <c>compile</c>: what a document costs that was never seen, over HTTP. Each is sent with <c>GraphQL-Cost: validate</c>, so it is parsed, validated,
/// planned and written as SQL and does not run; then again, when all of it comes out of the caches. The difference is the compile time.
/// </summary>
internal static class CompileCommand
{
    public static Command Create()
    {
        var data = BenchOptions.DataDirectory();
        var districts = BenchOptions.Districts();
        var documents = new Option<int>("--documents") { Description = "How many different documents.", DefaultValueFactory = _ => 3_000 };
        var command = new Command("compile", "Measures what documents cost that were never seen before.") { data, districts, documents };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var database = await BenchDatabase.OpenAsync(parsed.GetValue(data), parsed.GetValue(districts), Console.Error.WriteLine, cancellation);
            var ours = await RunningSystems.StartAsync(RunningSystems.Ours, database, cancellation);
            await using var server = ours.Server;
            Console.WriteLine(Measure((Ours)ours.System, parsed.GetValue(documents)));
        });
        return command;
    }

    private static string Measure(Ours ours, int count)
    {
        using var connection = new HttpConnection(ours.Server);
        var schema = JsonNode.Parse(Answer(connection, ours.RequestOf(DocumentMaker.Introspection)))!["data"]!;
        var maker = new DocumentMaker(schema, seed: 1);

        // The first third warms the compiler of the server's own code up.
        var (firsts, seconds, bytes) = (new List<double>(), new List<double>(), new List<double>());
        for (var number = 0; number < count * 3 / 2; number++)
        {
            var document = maker.Next(number);
            var request = ours.RequestOf(document, "GraphQL-Cost: validate");
            var (first, second) = (Time(connection, request), Time(connection, request));
            if (number < count / 2) continue;
            firsts.Add(first);
            seconds.Add(second);
            bytes.Add(document.Length);
        }

        var compiled = firsts.Zip(seconds, (first, second) => first - second).Order().ToArray();
        return $"{count:N0} different documents of {bytes.Average():0} characters on average: median {compiled[count / 2]:0.000} ms to compile, " +
            $"90 of 100 under {compiled[count * 9 / 10]:0.000} ms, 99 of 100 under {compiled[count * 99 / 100]:0.000} ms (a repeated one takes {seconds.Order().ElementAt(count / 2):0.000} ms with its way over HTTP).";
    }

    private static double Time(HttpConnection connection, byte[] request)
    {
        var start = Stopwatch.GetTimestamp();
        var answer = connection.Exchange(request);
        var took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return answer.Status == 200 && !connection.Framed.StartsWith("{\"errors\""u8) ? took
            : throw new InvalidOperationException($"A document was refused: {System.Text.Encoding.UTF8.GetString(connection.Body())}\n{System.Text.Encoding.UTF8.GetString(request)}");
    }

    private static byte[] Answer(HttpConnection connection, byte[] request)
    {
        connection.Exchange(request);
        return connection.Body();
    }
}
