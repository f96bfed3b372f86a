namespace HomeroomGraph.Data;

/// <summary>
/// The one clock of the business: days are calendar dates of Asia/Shanghai, whatever the machine's time zone. A fixed day
/// can be set, for the demo and for tests.
/// </summary>
public sealed class BusinessClock(TimeProvider time, DateOnly? fixedToday = null)
{
    // China has kept UTC+8 without summer time since 1991, so no time-zone data of the machine is needed.
    private static readonly TimeSpan ShanghaiOffset = TimeSpan.FromHours(8);

    /// <summary>Today's date.</summary>
    public DateOnly Today => fixedToday ?? DateOnly.FromDateTime(time.GetUtcNow().ToOffset(ShanghaiOffset).DateTime);

    /// <summary>This moment, on the business's day: where that is fixed nothing is dated before or beyond it.</summary>
    public DateTimeOffset Now
    {
        get
        {
            var now = time.GetUtcNow();
            return fixedToday is { } day
                ? new DateTimeOffset(day.ToDateTime(TimeOnly.FromDateTime(now.ToOffset(ShanghaiOffset).DateTime)), ShanghaiOffset)
                : now;
        }
    }
}
