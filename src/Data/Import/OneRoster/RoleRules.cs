using HomeroomGraph.Data.Import.Columns;

namespace HomeroomGraph.Data.Import.OneRoster;

/// <summary>What holds between employments, people and schools (rule O5).</summary>
internal static class RoleRules
{
    public static void Check(Roster roster, StoredDistrict stored, FindingLog log)
    {
        var orgColumn = roster.RolesAreInUsers ? UserRow.OrgsColumn : (Column)RoleRow.OrgColumn;
        var earlier = new Dictionary<string, List<RoleRow>>();

        var rules = new Rules<RoleRow>(log)
        {
            References =
            [
                new(RoleRow.UserColumn, r => r.UserSourcedId, RosterReasons.NoSuchUser, r => roster.Users.Has(r.UserSourcedId)),
                new(orgColumn, r => r.OrgSourcedId, RosterReasons.NoSuchOrg, r => roster.Orgs.Has(r.OrgSourcedId)),
            ],
            HangsOn = r => [roster.Orgs[r.OrgSourcedId]],
            Consistency =
            [
                new(orgColumn, r => r.OrgSourcedId, RosterReasons.NotASchool, r => roster.Orgs[r.OrgSourcedId]!.IsSchool),
                new(RoleRow.EndColumn, r => $"{r.End:yyyy-MM-dd}", RosterReasons.EndsBeforeItBegins,
                    r => r.Begin is null || r.End is null || r.Begin < r.End) { Details = r => [$"{r.Begin:yyyy-MM-dd}"] },
                new(RoleRow.RoleTypeColumn, _ => "primary", RosterReasons.SecondPrimaryRole,
                    r => Covering(r, earlier) is not null || !r.IsPrimary || PrimaryBeside(r, earlier) is null)
                    { Details = r => [PrimaryBeside(r, earlier)?.Line] },
                new(orgColumn, r => r.OrgSourcedId, RosterReasons.EmploymentHeld,
                    r => Covering(r, earlier) is not null || stored.EmploymentBeside(r) is null)
                    { IsAskedAgain = true, Details = r => [stored.EmploymentBeside(r)?.SchoolName] },
            ],
            Accept = r =>
            {
                r.IsCovered = Covering(r, earlier) is not null;
                if (r.IsCovered) return;
                if (!earlier.TryGetValue(r.UserSourcedId!, out var list)) earlier[r.UserSourcedId!] = list = [];
                list.Add(r);
            },
        };
        rules.Check(roster.Roles.Rows);
    }

    /// <summary>Last, when the people are checked: an employment goes with the person it is of.</summary>
    public static void FollowUsers(Roster roster, FindingLog log) =>
        new Rules<RoleRow>(log) { HangsOn = r => [roster.Users[r.UserSourcedId]] }.Check(roster.Roles.Rows);

    private static RoleRow? Covering(RoleRow role, Dictionary<string, List<RoleRow>> earlier) =>
        OthersOf(role, earlier).FirstOrDefault(other => other != role && other.OrgSourcedId == role.OrgSourcedId && other.Overlaps(role));

    private static RoleRow? PrimaryBeside(RoleRow role, Dictionary<string, List<RoleRow>> earlier) =>
        OthersOf(role, earlier).FirstOrDefault(other => other.IsPrimary && other.Overlaps(role));

    private static IEnumerable<RoleRow> OthersOf(RoleRow role, Dictionary<string, List<RoleRow>> earlier) =>
        role.UserSourcedId is { } user && earlier.TryGetValue(user, out var list) ? list : [];
}
