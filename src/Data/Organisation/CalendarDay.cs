namespace HomeroomGraph.Data.Organisation;

/// <summary>A day that differs from its weekday: a holiday (节假日) or a make-up workday (调休) of the calendar (rule O4).</summary>
public sealed class CalendarDay
{
    public int DistrictId { get; set; }
    public long CalendarDayId { get; set; }
    public required DateOnly Day { get; set; }
    public required CalendarDayKind Kind { get; set; }
    public required string Name { get; set; }

    public District District { get; set; } = null!;
}

/// <summary>How a calendar day differs from its weekday (rule O4).</summary>
public enum CalendarDayKind
{
    /// <summary>节假日: free, whatever the weekday.</summary>
    Holiday,

    /// <summary>调休: worked, whatever the weekday.</summary>
    Workday,
}
