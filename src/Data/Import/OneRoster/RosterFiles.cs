namespace HomeroomGraph.Data.Import.OneRoster;

/// <summary>The files of a bundle that we read, in the order of a report.</summary>
internal static class RosterFiles
{
    public const string Manifest = "manifest.csv";
    public const string Orgs = "orgs.csv";
    public const string Sessions = "academicSessions.csv";
    public const string Courses = "courses.csv";
    public const string Users = "users.csv";
    public const string Roles = "roles.csv";
    public const string Classes = "classes.csv";
    public const string Enrollments = "enrollments.csv";

    public static readonly IReadOnlyList<string> InOrder =
        [Manifest, Orgs, Sessions, Courses, Users, Roles, Classes, Enrollments];
}
