namespace HomeroomGraph.Data.Papers.References;

/// <summary>A day, a month or a year.</summary>
/// <param name="Year">Of the common era; negative before it.</param>
/// <param name="Month">1 to 12; 0: not said.</param>
/// <param name="Day">1 to 31; 0: not said.</param>
public readonly record struct ReferenceDay(int Year, int Month = 0, int Day = 0)
{
    internal DatePrecision Precision => Day > 0 ? DatePrecision.Day : Month > 0 ? DatePrecision.Month : DatePrecision.Year;

    internal DateOnly? First =>
        Year is >= 1 and <= 9999 ? new(Year, Math.Max(Month, 1), Math.Clamp(Day, 1, DateTime.DaysInMonth(Year, Math.Max(Month, 1)))) : null;
}

/// <summary>A date as exactly as a record says it: a day, a range of days, or words only.</summary>
/// <remarks>Source: CSL-JSON, date variables.</remarks>
public sealed record ReferenceDate
{
    /// <summary>Null where there are only words.</summary>
    public ReferenceDay? From { get; init; }

    /// <summary>The end of a range.</summary>
    public ReferenceDay? To { get; init; }

    /// <summary>It is estimated (circa).</summary>
    public bool IsEstimated { get; init; }

    /// <summary>Words that stand for the date: c1988.</summary>
    public string? Literal { get; init; }

    /// <param name="date">The day, or the first of what is known.</param>
    /// <param name="precision">How much of it is known.</param>
    public static ReferenceDate Of(DateOnly date, DatePrecision precision) => new()
    {
        From = precision switch
        {
            DatePrecision.Year => new(date.Year),
            DatePrecision.Month => new(date.Year, date.Month),
            _ => new(date.Year, date.Month, date.Day),
        },
    };

    internal bool Says(DateOnly date, DatePrecision precision) => From is { } from && from.First == date && from.Precision == precision;
}
