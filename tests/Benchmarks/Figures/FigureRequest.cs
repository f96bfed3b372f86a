namespace HomeroomGraph.Benchmarks.Figures;

/// <summary>A figure as a dashboard asks the API for it: one row for each district that the account reads, with the district's name.</summary>
/// <param name="Name">Its rule, and what is asked.</param>
/// <param name="List">The root field.</param>
/// <param name="Where">The period, and that all grades, levels or kinds are taken together.</param>
/// <param name="Shown">The sums.</param>
/// <param name="On">The day; null where the figure is of none.</param>
internal sealed record FigureRequest(string Name, string List, string Where, string Shown, string? On = null)
{
    private const string Day = "2026-11-16", Share = "value numerator denominator";

    /// <summary>With the size of the page as its variable, <c>first</c>.</summary>
    public string Document =>
        $"query($first: Int) {{ {List}({(On is null ? "" : $"on: \"{On}\", ")}first: $first, where: {{scope: {{eq: DISTRICT}}, {Where}}}) {{ nodes {{ district {{ name }} {Shown} }} }} }}";

    public static readonly IReadOnlyList<FigureRequest> All =
    [
        new("D1 mentor coverage on a day", "mentorCoverageFigures", "grade: {eq: null}", Share, Day),
        new("D4 projects and targets of a year", "projectFigures", "level: {eq: null}, startingYear: {eq: 2026}", $"{Share} projectCount runningCount closedCount"),
        new("D5 coverage of research on a day", "researchCoverageFigures", "", Share, Day),
        new("D6 overdue share on a day", "overdueFigures", "level: {eq: null}", Share, Day),
        new("D7 papers for each homeroom teacher of a semester", "paperFigures", "grade: {eq: null}, startingYear: {eq: 2026}, semesterNumber: {eq: 1}", Share),
        new("D8 awards of a whole year", "awardFigures", "kind: {eq: null}, startingYear: {eq: 2025}", "awardCount"),
        new("D9 average of a week", "checkFigures", "grade: {eq: null}, weekStartsOn: {eq: \"2026-10-12\"}", Share),
        new("D9 habits of study of a week", "habitFigures", "grade: {eq: null}, aspect: {eq: STUDY}, weekStartsOn: {eq: \"2026-10-12\"}", Share),
        new("D12 archives of a semester", "archiveFigures", "grade: {eq: null}, startingYear: {eq: 2026}, semesterNumber: {eq: 1}", Share),
    ];
}
