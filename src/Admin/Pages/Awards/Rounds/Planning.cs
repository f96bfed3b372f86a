using HomeroomGraph.Admin.Operations.Access;
using HomeroomGraph.Admin.Operations.Awards;

namespace HomeroomGraph.Admin.Pages.Awards.Rounds;

/// <summary>A school or district for which the viewer can plan selections, with the kinds that the office runs.</summary>
public sealed record PlanningPlace(string Id, string Name, bool IsSchool, IReadOnlyList<AwardKind> Kinds);

/// <summary>Which office runs which selections: rule W3. The API decides; this spares who can't a form that is refused.</summary>
public static class Planning
{
    private static readonly AwardKind[] All = Enum.GetValues<AwardKind>(), OfResearch = [AwardKind.ExcellentPaper, AwardKind.ExcellentCase, AwardKind.ExcellentResult];

    public static IReadOnlyDictionary<string, IReadOnlyList<AwardKind>> Offices { get; } = new Dictionary<string, IReadOnlyList<AwardKind>>
    {
        [RoleCodes.MoralEducationOffice] = All,
        [RoleCodes.ResearchOffice] = OfResearch,
        [RoleCodes.DistrictMoralEducationOfficer] = All,
        [RoleCodes.DistrictResearchOfficer] = OfResearch,
    };

    public static IReadOnlyList<PlanningPlace> PlacesOf(PlanningViewer? viewer) =>
    [
        .. (viewer?.Roles ?? []).Where(role => Offices.ContainsKey(role.Role) && (role.School ?? role.District) is not null)
            .GroupBy(role => (Place: (role.School ?? role.District)!, IsSchool: role.School is not null))
            .Select(of => new PlanningPlace(of.Key.Place.Id, of.Key.Place.Name, of.Key.IsSchool, [.. of.SelectMany(role => Offices[role.Role]).Distinct().Order()])),
    ];
}
