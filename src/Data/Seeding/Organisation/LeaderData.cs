using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Seeding.Organisation;

/// <summary>Who heads the offices of a school: the most experienced of those who head no class.</summary>
internal static class LeaderData
{
    public static void Choose(SeedSchool school)
    {
        var today = school.District.Today;
        var people = school.TeachersOn(today)
            .Where(t => t.Row.Status == TeacherStatus.Active && t.TermOn(today) is null && t.StartedWorkOn.Year < 2016)
            .OrderBy(t => t.TitleOn(today) is ProfessionalTitle.Senior or ProfessionalTitle.FullSenior ? 0 : 1).ThenBy(t => t.StartedWorkOn);
        foreach (var (office, teacher) in OfficeNames.All.Zip(people))
            school.OfficeHeads[office] = teacher;
    }
}

/// <summary>The offices of a school (rules O2, O3).</summary>
internal static class OfficeNames
{
    public const string Principal = "校长室";
    public const string Research = "教科室";
    public const string AcademicAffairs = "教务处";
    public const string MoralEducation = "政教处";
    public const string GeneralAffairs = "总务处";

    public static IReadOnlyList<string> All { get; } = [Principal, Research, AcademicAffairs, MoralEducation, GeneralAffairs];
}
