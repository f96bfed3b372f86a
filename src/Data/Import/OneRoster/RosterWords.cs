namespace HomeroomGraph.Data.Import.OneRoster;

/// <summary>The words of OneRoster's vocabularies that decide what becomes of a row.</summary>
internal static class RosterWords
{
    /// <summary>Roles of 1.2 and of 1.1 (<c>administrator</c>).</summary>
    public static readonly IReadOnlyCollection<string> Roles =
    [
        "administrator", "aide", "counselor", "districtAdministrator", "guardian", "parent", "principal", "proctor",
        "relative", "siteAdministrator", "student", "systemAdministrator", "teacher",
    ];

    public static readonly IReadOnlyCollection<string> EnrollmentRoles =
        ["administrator", "aide", "guardian", "parent", "proctor", "relative", "student", "teacher"];

    /// <summary>Roles that make a user one of the teaching staff; a principal teaches and has a staff number too.</summary>
    private static readonly IReadOnlyCollection<string> TeachingStaff = ["teacher", "principal", "counselor"];

    /// <summary>A valid role of somebody who is not on the teaching staff: a pupil (never stored, O6), a guardian, a technician.</summary>
    public static bool IsOfOthers(string role) =>
        !TeachingStaff.Contains(role) && (Roles.Contains(role) || role.StartsWith("ext:", StringComparison.Ordinal));
}
