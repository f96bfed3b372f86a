using System.Diagnostics;

namespace HomeroomGraph.Benchmarks.Load;

/// <summary>What one system was asked of one question, and how long its answers must be: that they are right was checked before.</summary>
internal sealed record LoadTarget(Uri Server, IReadOnlyList<byte[]> Requests, IReadOnlyList<int> Lengths, int Status = 200);

/// <summary>What came of asking for a while.</summary>
/// <param name="Latencies">Of each answer in ticks of the stopwatch, in order of length.</param>
internal sealed record LoadResult(TimeSpan Elapsed, long[] Latencies)
{
    public double PerSecond => Latencies.Length / Elapsed.TotalSeconds;

    /// <summary>In milliseconds.</summary>
    public double Percentile(double of) => Latencies[(int)Math.Min(Latencies.Length - 1, Latencies.Length * of)] * 1000.0 / Stopwatch.Frequency;
}

/// <summary>Asks over a number of connections at once, each with the next request as soon as it has the answer to the last.</summary>
internal static class LoadRun
{
    /// <param name="target">Whom, and what; which request is next is drawn by chance.</param>
    /// <param name="connections">How many, a thread each: a blocking socket costs less than one that is waited for.</param>
    /// <param name="time">How long; what is on its way then is waited for.</param>
    /// <param name="seed">Of the chance, so that every system gets the same.</param>
    public static LoadResult Ask(LoadTarget target, int connections, TimeSpan time, int seed)
    {
        var latencies = new List<long>[connections];
        var faults = new List<Exception>();
        var clock = Stopwatch.StartNew();
        var threads = Enumerable.Range(0, connections).Select(number => new Thread(
            () =>
            {
                try
                {
                    latencies[number] = AskOver(target, clock, time, new Random(seed * 1000 + number));
                }
                catch (Exception fault)
                {
                    lock (faults) faults.Add(fault);
                }
            },
            maxStackSize: 256 << 10)).ToArray();
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
        var elapsed = clock.Elapsed;
        if (faults.Count > 0) throw new InvalidOperationException($"{target.Server}: {faults[0].Message}", faults[0]);
        var all = latencies.SelectMany(l => l).ToArray();
        Array.Sort(all);
        return new(elapsed, all);
    }

    private static List<long> AskOver(LoadTarget target, Stopwatch clock, TimeSpan time, Random chance)
    {
        var latencies = new List<long>(4096);
        using var connection = new HttpConnection(target.Server);
        while (clock.Elapsed < time)
        {
            var which = chance.Next(target.Requests.Count);
            var start = Stopwatch.GetTimestamp();
            var (status, length) = connection.Exchange(target.Requests[which]);
            latencies.Add(Stopwatch.GetTimestamp() - start);
            if (status != target.Status || length != target.Lengths[which])
                throw new InvalidDataException($"Under load another answer came: status {status}, {length} bytes in place of {target.Lengths[which]}.");
        }

        return latencies;
    }
}
