namespace HomeroomGraph.Data.Seeding;

/// <summary>Points in time of a day, for rows that keep more than the date.</summary>
internal static class SeedTime
{
    /// <summary>That time of the day in UTC: eight hours earlier than the clock on the wall in China.</summary>
    public static DateTime AtUtc(this DateOnly day, int hour, int minute = 0) => day.ToDateTime(new(hour, minute), DateTimeKind.Utc);
}
