using System.Collections.Concurrent;

namespace HomeroomGraph.GraphQL.Execution;

/// <summary>The time that an operation has: its token is cancelled at the end of it, or with the request. Sources and their timers are used again.</summary>
internal readonly struct TimeLimit : IDisposable
{
    private const int MostKept = 64;

    private static readonly ConcurrentQueue<CancellationTokenSource> Free = [];

    private readonly CancellationTokenSource _source;
    private readonly CancellationTokenRegistration _request;

    private TimeLimit(CancellationTokenSource source, CancellationToken request) => (_source, _request) =
        (source, request.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), source));

    public CancellationToken Token => _source.Token;

    public static TimeLimit Begin(TimeSpan limit, CancellationToken request)
    {
        if (!Free.TryDequeue(out var source)) source = new CancellationTokenSource();
        source.CancelAfter(limit);
        return new TimeLimit(source, request);
    }

    /// <summary>Whatever was given the token must be done with it.</summary>
    public void Dispose()
    {
        _request.Dispose();
        if (Free.Count < MostKept && _source.TryReset()) Free.Enqueue(_source);
        else _source.Dispose();
    }
}
