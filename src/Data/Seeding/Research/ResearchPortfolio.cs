using HomeroomGraph.Data.Research;
using HomeroomGraph.Data.Seeding.Organisation;

namespace HomeroomGraph.Data.Seeding.Research;

/// <summary>What a project's portfolio holds, and what inspections found (rules P8, P9): closed ones are complete, running ones are not yet.</summary>
internal static class ResearchPortfolio
{
    public static void Add(SeedProject project, Chance chance)
    {
        var (plan, today) = (project.Plan, project.School.District.Today);
        var last = plan.Target == ProjectState.Closed ? plan.Day(ResearchPlan.ClosedAfter) : today;
        var opened = plan.Day(ResearchPlan.OpenedAfter);
        var share = Math.Min(1.0, (last.DayNumber - opened.DayNumber) / 430.0);
        var count = plan.Target == ProjectState.Closed ? ResearchWords.Portfolio.Count : (int)(share * ResearchWords.Portfolio.Count);
        for (var at = 0; at < count; at++)
        {
            var day = opened.AddDays((at * 45) + chance.Between(0, 20));
            project.Rows.Add(new PortfolioItem
            {
                DistrictId = project.Row.DistrictId,
                ResearchPortfolioItemId = project.Rows.IdOf<PortfolioItem>(),
                SchoolId = project.Row.SchoolId,
                ResearchProjectId = project.Id,
                Category = ResearchWords.Portfolio[at].Category,
                Title = ResearchWords.Portfolio[at].Title,
                Body = $"《{project.Row.Title}》{ResearchWords.Portfolio[at].Title}，由课题组整理归档。",
                AddedOn = day < last ? day : last,
                AddedBy = chance.Of(project.Team).Name,
            });
        }

        for (var day = opened.AddDays(95); day < last; day = day.AddDays(190))
            Inspect(project, day, chance);
    }

    private static void Inspect(SeedProject project, DateOnly day, Chance chance)
    {
        var finding = chance.Of(ResearchWords.Findings);
        var hasDeadline = finding.Contains('请', StringComparison.Ordinal) || finding.Contains('缺', StringComparison.Ordinal) || finding.Contains('不', StringComparison.Ordinal);
        var head = project.School.GroupHeads.GetValueOrDefault(project.Leader.Subject);
        var isMended = hasDeadline && day.AddDays(21) < project.School.District.Today && chance.Is(88);
        project.Rows.Add(new ResearchInspection
        {
            DistrictId = project.Row.DistrictId,
            ResearchInspectionId = project.Rows.IdOf<ResearchInspection>(),
            SchoolId = project.Row.SchoolId,
            ResearchProjectId = project.Id,
            InspectedOn = day,
            InspectorId = head?.Id,
            InspectedBy = head?.Name ?? project.School.NameOfHead(OfficeNames.Research),
            Finding = finding,
            MendBy = hasDeadline ? day.AddDays(30) : null,
            MendedOn = isMended ? day.AddDays(chance.Between(6, 20)) : null,
        });
    }
}
