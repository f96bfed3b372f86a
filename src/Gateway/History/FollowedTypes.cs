using HomeroomGraph.Data.Awards;
using HomeroomGraph.Data.History;
using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Data.Papers;
using HomeroomGraph.Data.Research;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.GraphQL;

namespace HomeroomGraph.Gateway.History;

/// <summary>A type whose changes can be followed (rule V4), and which of its rows a viewer follows: those that the type's row policy shows, told in the
/// circles that the change log keeps.</summary>
/// <param name="Name">As a value of <c>ChangeType</c>.</param>
/// <param name="TypeName">The type of the rows.</param>
/// <param name="Table">The table's name, without the schema.</param>
/// <param name="NaturalKey">What its natural key is, for people.</param>
/// <param name="Scope">The scope with which a machine client reads it.</param>
internal sealed record FollowedType(
    string Name, string TypeName, Type Entity, string Table, string NaturalKey, string Scope, Func<IViewer, FollowedRows> Rows)
{
    /// <summary>What a viewer follows of it; empty where the viewer sees none.</summary>
    public IEnumerable<FollowedReach> Of(IViewer viewer)
    {
        var rows = Rows(viewer);
        foreach (int district in rows.Whole.Order()) yield return new(Table, district, IsWhole: true, []);
        if (rows.Circles.Length == 0) yield break;
        foreach (int district in rows.Districts.Except(rows.Whole).Order()) yield return new(Table, district, IsWhole: false, [.. rows.Circles.Order()]);
    }
}

/// <summary>Rows of a type that a viewer follows.</summary>
/// <param name="Whole">Districts in which all are.</param>
/// <param name="Districts">Districts in which those of the circles are.</param>
/// <param name="Circles">As the change log has them (migration 0081).</param>
internal readonly record struct FollowedRows(int[] Whole, int[] Districts, long[] Circles);

/// <summary>The types that can be followed. Each says the same as the row policy of its type, for viewers who see rows by their districts and schools;
/// a test follows with several and compares with the lists.</summary>
internal static class FollowedTypes
{
    /// <summary>Everybody with a role in the district: the log's circle of rows that are of no school.</summary>
    private const long EverybodyInTheDistrict = 0;

    /// <summary>Rights that rest on rows about the person, which the log of another row does not tell of.</summary>
    private static readonly Claim[] Personal = [Reach.Self, Reach.Grades, Reach.InspectorPosts];

    public static IReadOnlyList<FollowedType> All { get; } =
    [
        new("PAPER", "Paper", typeof(Paper), "paper", "the DOI", Data.Access.AccessScope.PapersRead, viewer => new(
            Districts(viewer, Reach.Papers.Districts), [.. Districts(viewer, Reach.PartDistricts).Union(Districts(viewer, Reach.SeenDistricts))],
            [.. Schools(viewer, Reach.Papers.Schools), EverybodyInTheDistrict])),
        new("AWARD", "Award", typeof(Award), "award", "the certificate's number", Data.Access.AccessScope.AwardsRead, viewer => new(
            Districts(viewer, Reach.Awards.Districts), Districts(viewer, Reach.PartDistricts),
            [.. Schools(viewer, Reach.Awards.Schools), .. EverybodyAt(viewer, Reach.SeenSchools)])),
        new("RESEARCH_PROJECT", "ResearchProject", typeof(ResearchProject), "research_project", "the register number", Data.Access.AccessScope.ProjectsRead,
            viewer => OfSchool(viewer, Reach.Research)),
        new("TEACHER", "Teacher", typeof(Teacher), "teacher", "the staff number", Data.Access.AccessScope.RosterRead,
            viewer => OfSchool(viewer, Reach.Organisation)),
        new("SCHOOL", "School", typeof(School), "school", "the school code", Data.Access.AccessScope.RosterRead, viewer => new(
            Districts(viewer, Reach.SeenDistricts), Districts(viewer, Reach.PartDistricts), EverybodyAt(viewer, Reach.SeenSchools))),
        new("CLASS", "Class", typeof(SchoolClass), "class", "none", Data.Access.AccessScope.RosterRead,
            viewer => OfSchool(viewer, Reach.Organisation)),
    ];

    /// <summary>The viewer sees rows for what they say of the viewer as a person, and not only by district and school: that can't be followed.</summary>
    public static bool SeesAsAPerson(IViewer viewer) => Personal.Any(claim => viewer.ValueOf(claim) is { Length: > 0 });

    private static FollowedRows OfSchool(IViewer viewer, ReadingArea area) =>
        new(Districts(viewer, area.Districts), Districts(viewer, Reach.PartDistricts), Schools(viewer, area.Schools));

    private static int[] Districts(IViewer viewer, Claim claim) => (int[]?)viewer.ValueOf(claim) ?? [];

    private static long[] Schools(IViewer viewer, Claim claim) => (long[]?)viewer.ValueOf(claim) ?? [];

    private static long[] EverybodyAt(IViewer viewer, Claim schools) => [.. Schools(viewer, schools).Select(school => -school)];
}
