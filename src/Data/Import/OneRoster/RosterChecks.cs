namespace HomeroomGraph.Data.Import.OneRoster;

/// <summary>Holds the rows of a bundle against one another and against what is stored, what is referred to before what refers.</summary>
internal static class RosterChecks
{
    public static void CheckAll(Roster roster, StoredDistrict stored, FindingLog log)
    {
        OrgRules.Check(roster, stored, log);
        SessionRules.Check(roster, stored, log);
        CourseRules.Check(roster, log);
        RoleRules.Check(roster, stored, log);
        UserRules.Check(roster, stored, log);
        RoleRules.FollowUsers(roster, log);
        ClassRules.Check(roster, stored, log);
        EnrollmentRules.Check(roster, stored, log);
        WithdrawalRules.Check(roster, stored, log);
    }
}
