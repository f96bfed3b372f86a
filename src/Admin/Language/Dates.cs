using System.Globalization;

namespace HomeroomGraph.Admin.Language;

/// <summary>Dates as the page's language writes them. The culture's own short forms are ambiguous (11/05) or sparse, so they are spelt out here.</summary>
public static class Dates
{
    private static readonly TimeSpan Shanghai = TimeSpan.FromHours(8);

    public static string Text(this DateOnly date) => Languages.Current == Languages.Chinese
        ? date.ToString("yyyy年M月d日", CultureInfo.InvariantCulture)
        : date.ToString("d MMM yyyy", CultureInfo.GetCultureInfo(Languages.English));

    /// <summary>A moment by the clock of the schools: Asia/Shanghai, which knows no summer time.</summary>
    public static string Text(this DateTimeOffset moment)
    {
        var there = moment.ToOffset(Shanghai);
        var date = DateOnly.FromDateTime(there.DateTime).Text();
        var time = there.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        return Languages.Current == Languages.Chinese ? $"{date} {time}" : $"{date}, {time}";
    }

    /// <summary>The day of a moment in the schools.</summary>
    public static DateOnly Day(this DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(Shanghai).DateTime);

    /// <summary>When a day begins in the schools.</summary>
    public static DateTimeOffset Start(this DateOnly date) => new(date.ToDateTime(TimeOnly.MinValue), Shanghai);

    /// <summary>The form of addresses and date fields: 2026-11-16.</summary>
    public static string Iso(this DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly? ParseIso(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
