using System.Globalization;
using HomeroomGraph.Admin.Language;
using HomeroomGraph.Admin.Operations.Papers;

namespace HomeroomGraph.Admin.Pages.Papers;

/// <summary>How papers and semesters are worded.</summary>
public static class PaperPhrases
{
    /// <summary>The day, month or year, as exactly as it is known.</summary>
    public static string Text(this DateOnly date, DatePrecision precision) => precision switch
    {
        DatePrecision.Year => Languages.Current == Languages.Chinese ? date.ToString("yyyy年", CultureInfo.InvariantCulture) : date.ToString("yyyy", CultureInfo.InvariantCulture),
        DatePrecision.Month => Languages.Current == Languages.Chinese
            ? date.ToString("yyyy年M月", CultureInfo.InvariantCulture) : date.ToString("MMM yyyy", CultureInfo.GetCultureInfo(Languages.English)),
        _ => date.Text(),
    };

    /// <summary>Semesters by their first day, which districts share.</summary>
    public static IReadOnlyList<SemesterOption> Shared(this IEnumerable<SemesterOption> semesters) => [.. semesters.DistinctBy(semester => semester.StartsOn)];

    public static string Text(this SemesterOption semester) => $"{semester.SchoolYear?.Name} {semester.Name}".Trim();

    /// <summary>Where it appeared: the venue with volume and issue.</summary>
    public static string? Place(this PaperRow paper) => paper.Venue is null ? null : (paper.Volume, paper.Issue) switch
    {
        (null, null) => paper.Venue,
        (null, var issue) => $"{paper.Venue} ({issue})",
        (var volume, null) => $"{paper.Venue}, {volume}",
        (var volume, var issue) => $"{paper.Venue}, {volume}({issue})",
    };
}
