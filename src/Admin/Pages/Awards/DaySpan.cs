using HomeroomGraph.Admin.Language;

namespace HomeroomGraph.Admin.Pages.Awards;

/// <summary>A span of days, half-open, such as a school year; in an address as ISO 8601 writes an interval: <c>2025-09-01--2026-09-01</c>.</summary>
public sealed record DaySpan(DateOnly StartsOn, DateOnly EndsOn)
{
    private const string Separator = "--";

    /// <summary>Null where it is none.</summary>
    public static DaySpan? Parse(string text) =>
        text.Split(Separator) is [var first, var last] && Dates.ParseIso(first) is { } start && Dates.ParseIso(last) is { } end && start < end ? new(start, end) : null;

    public override string ToString() => StartsOn.Iso() + Separator + EndsOn.Iso();
}
