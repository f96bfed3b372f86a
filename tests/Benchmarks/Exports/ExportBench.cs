using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using HomeroomGraph.Benchmarks.Measures;
using HomeroomGraph.Benchmarks.SideBySide;
using HomeroomGraph.Benchmarks.Systems;
using HomeroomGraph.Data.Bench;

namespace HomeroomGraph.Benchmarks.Exports;

/// <summary>Exports over HTTP, read to the end by a client, beside COPY to a client that does nothing with it: no token, no policy, the owner's login.
/// In turns; the first round warms up.</summary>
internal sealed class ExportBench(BenchDatabase database, int rounds, TextWriter log)
{
    private static readonly string[] Formats = ["csv", "xlsx", "jsonl"];

    /// <summary>The table: seconds at the median, our speed as a part of COPY's, and the server's memory.</summary>
    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var ours = await RunningSystems.StartAsync(RunningSystems.Ours, database, cancellation);
        await using var server = ours.Server;
        using var http = new HttpClient { BaseAddress = server.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await RunningSystems.SignInAsync(server.Address, BenchAccounts.OfAll, cancellation));
        var before = server.PeakMegabytes;

        var table = new StringBuilder("| list | format | MB | COPY s | ours s | speed : COPY |\n|---|---|---:|---:|---:|---:|\n");
        foreach (var question in ExportQuestion.All)
        {
            var copied = new List<double>();
            var exported = Formats.ToDictionary(format => format, _ => new List<(double Seconds, long Bytes)>());
            for (var round = 0; round <= rounds; round++)
            {
                var copy = await CopyAsync(question.Sql, cancellation);
                if (round > 0) copied.Add(copy);
                foreach (var format in Formats)
                {
                    var export = await ExportAsync(http, question.Document, format, cancellation);
                    if (round > 0) exported[format].Add(export);
                }
                await log.WriteLineAsync($"{question.Name}: {round}/{rounds}");
            }
            foreach (var (format, runs) in exported)
                table.AppendLine(FormattableString.Invariant(
                    $"| {question.Name} | {format} | {runs[0].Bytes / 1e6:0.0} | {copied.Median():0.00} | {runs.Select(r => r.Seconds).Median():0.00} | {copied.Zip(runs, (c, r) => c / r.Seconds).Median():0.00} |"));
        }
        table.AppendLine(FormattableString.Invariant($"\nMost memory of the server: {before:0} MB before, {server.PeakMegabytes:0} MB after."));
        return table.ToString();
    }

    private async Task<double> CopyAsync(string sql, CancellationToken cancellation)
    {
        await using var connection = await database.Owner.OpenConnectionAsync(cancellation);
        var clock = Stopwatch.StartNew();
        using var rows = await connection.BeginTextExportAsync($"copy ({sql}) to stdout", cancellation);
        var block = new char[64 * 1024];
        while (await rows.ReadBlockAsync(block, cancellation) > 0)
        {
        }
        return clock.Elapsed.TotalSeconds;
    }

    private static async Task<(double Seconds, long Bytes)> ExportAsync(HttpClient http, string document, string format, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/exports?format={format}") { Content = JsonContent.Create(new { query = document }) };
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        answer.EnsureSuccessStatusCode();
        await using var file = await answer.Content.ReadAsStreamAsync(cancellation);
        var (block, bytes) = (new byte[64 * 1024], 0L);
        for (int read; (read = await file.ReadAsync(block, cancellation)) > 0; ) bytes += read;
        return (clock.Elapsed.TotalSeconds, bytes);
    }
}
