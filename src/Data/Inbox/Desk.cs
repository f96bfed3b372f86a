using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Inbox;

/// <summary>Whose turn it is: a teacher, a school's research office, or a district's research officer (rule O2). A view of schema <c>desk</c>, which is
/// the same as the person, the school or the district that it is of.</summary>
public sealed class Desk
{
    /// <summary>From here on desks have numbers that are no teacher's.</summary>
    private const long Offices = 1L << 40, Officers = 1L << 41;

    public int DistrictId { get; private set; }

    /// <summary>A teacher's desk has the teacher's id, an office's 2^40 and the school's, the officer's 2^41: one number for each in the district.</summary>
    public long DeskId { get; private set; }

    public DeskKind Kind { get; private set; }
    public long? TeacherId { get; private set; }
    public long? OfficeSchoolId { get; private set; }
    public int? OfficerDistrictId { get; private set; }

    public District District { get; private set; } = null!;
    public Teacher? Teacher { get; private set; }
    public School? School { get; private set; }

    /// <summary>Of whom a desk with that number is: the teacher or the school; the officer's is nobody's but the district's.</summary>
    public static (DeskKind Kind, long OwnerId) OwnerOf(long deskId) => deskId switch
    {
        < Offices => (DeskKind.Teacher, deskId),
        < Officers => (DeskKind.ResearchOffice, deskId - Offices),
        _ => (DeskKind.ResearchOfficer, 0),
    };
}

/// <summary>What kind of desk it is.</summary>
public enum DeskKind
{
    /// <summary>教师本人.</summary>
    Teacher,

    /// <summary>学校教科室.</summary>
    ResearchOffice,

    /// <summary>区县教研员.</summary>
    ResearchOfficer,
}
