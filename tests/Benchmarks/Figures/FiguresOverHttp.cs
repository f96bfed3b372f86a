using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using HomeroomGraph.Benchmarks.Load;
using HomeroomGraph.Benchmarks.Measures;
using HomeroomGraph.Benchmarks.SideBySide;
using HomeroomGraph.Benchmarks.Systems;
using HomeroomGraph.Data.Bench;

namespace HomeroomGraph.Benchmarks.Figures;

/// <summary>Measures what a dashboard waits for: the figures of one district and those of all districts of the database, a row for each, asked of the gateway in
/// turns over one connection, one after the other. No answer is kept, and every request differs from the one before.</summary>
internal sealed class FiguresOverHttp(BenchDatabase database, int requests)
{
    /// <summary>Sizes of pages: enough for all districts, and as many different ones as fit below the greatest.</summary>
    private const int SmallestPage = 200, GreatestPage = 500;

    /// <summary>The table: time on the clock at the median, and the ratio.</summary>
    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var ours = await RunningSystems.StartAsync(RunningSystems.Ours, database, cancellation);
        await using var server = ours.Server;
        var one = (Ours)ours.System;
        var all = new Ours(server.Address, await RunningSystems.SignInAsync(server.Address, BenchAccounts.OfAll, cancellation));
        using var connection = new HttpConnection(server.Address);

        var table = new StringBuilder("| figure, over HTTP | rows | 1 district | rows | all districts | : 1 district |\n|---|---:|---:|---:|---:|---:|\n");
        // A server's first seconds are its compiler's.
        foreach (var request in FigureRequest.All) Ask(request);
        foreach (var request in FigureRequest.All)
        {
            var (rows, allRows) = (RowsOf(request, one), RowsOf(request, all));
            var times = Ask(request);

            var (ofOne, ofAll) = (times.One.Median(), times.All.Median());
            table.AppendLine(FormattableString.Invariant($"| {request.Name} | {rows} | {ofOne:0.00} ms | {allRows} | {ofAll:0.00} ms | {ofAll / ofOne:0.00} |"));
        }

        return table.ToString();

        (List<double> One, List<double> All) Ask(FigureRequest request)
        {
            var times = (One: new List<double>(requests), All: new List<double>(requests));
            for (var n = 0; n < requests; n++)
            {
                cancellation.ThrowIfCancellationRequested();
                times.One.Add(Took(request, one, n));
                times.All.Add(Took(request, all, n));
            }

            return times;
        }

        byte[] Text(FigureRequest request, Ours asked, int number) =>
            asked.RequestOf(request.Document, new JsonObject { ["first"] = SmallestPage + number % (GreatestPage - SmallestPage) });

        double Took(FigureRequest request, Ours asked, int number)
        {
            var text = Text(request, asked, number);
            var start = Stopwatch.GetTimestamp();
            var (status, _) = connection.Exchange(text);
            var took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            return status == 200 ? took : throw new InvalidOperationException($"{request.Name}: status {status}.");
        }

        int RowsOf(FigureRequest request, Ours asked)
        {
            connection.Exchange(Text(request, asked, 0));
            var answer = JsonNode.Parse(connection.Body())!;
            if (answer["errors"] is { } errors) throw new InvalidOperationException($"{request.Name}: {errors.ToJsonString()}");
            return answer["data"]![request.List]!["nodes"]!.AsArray().Count;
        }
    }
}
