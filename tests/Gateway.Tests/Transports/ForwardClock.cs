namespace HomeroomGraph.Gateway.Tests.Transports;

/// <summary>The system's clock, which can be put forward: timers that are due by then fire at once.</summary>
public sealed class ForwardClock : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<ForwardTimer> _timers = [];
    private TimeSpan _ahead;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _ahead;

    public void Forward(TimeSpan time)
    {
        List<ForwardTimer> due;
        lock (_lock)
        {
            _ahead += time;
            due = [.. _timers.Where(timer => timer.Due <= GetUtcNow())];
        }
        foreach (var timer in due) timer.Fire();
    }

    /// <summary>Timers of one time only; they fire by themselves too, as time goes by.</summary>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (period != Timeout.InfiniteTimeSpan || dueTime == Timeout.InfiniteTimeSpan) return System.CreateTimer(callback, state, dueTime, period);
        var timer = new ForwardTimer(this, callback, state, GetUtcNow() + dueTime, dueTime);
        lock (_lock) _timers.Add(timer);
        return timer;
    }

    private void Remove(ForwardTimer timer)
    {
        lock (_lock) _timers.Remove(timer);
    }

    private sealed class ForwardTimer : ITimer
    {
        private readonly ForwardClock _clock;
        private readonly ITimer _real;
        private Action? _fire;

        public ForwardTimer(ForwardClock clock, TimerCallback callback, object? state, DateTimeOffset due, TimeSpan left)
        {
            (_clock, Due, _fire) = (clock, due, () => callback(state));
            _real = System.CreateTimer(_ => Fire(), null, left, Timeout.InfiniteTimeSpan);
        }

        public DateTimeOffset Due { get; }

        public void Fire()
        {
            _clock.Remove(this);
            Interlocked.Exchange(ref _fire, null)?.Invoke();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException("Nothing here changes a timer.");

        public void Dispose()
        {
            _fire = null;
            _clock.Remove(this);
            _real.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
