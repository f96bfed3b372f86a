using HomeroomGraph.Data.Policies;
using HomeroomGraph.Data.Seeding.Organisation;

namespace HomeroomGraph.Data.Seeding.Policies;

/// <summary>Own figures of a district and of a school, beside the defaults that hold everywhere else.</summary>
internal static class PolicyData
{
    /// <summary>A district that asks for more, with a figure that has changed since.</summary>
    public static void AddOfDistrict(SeedDistrict district)
    {
        var body = district.Authority;
        Add(district, null, "t2_hours_a_school_year", 36, new(2025, 9, 1), null, "落实教师培训五年规划，提高班主任学年培训学时", body);
        Add(district, null, "p5_reviewers_at_least", 3, new(2024, 9, 1), null, "规范课题初审，评审人数不少于三人", body);
        Add(district, null, "m2_mentees_at_most", 2, new(2024, 9, 1), new(2025, 9, 1), "保证结对质量，每位师傅至多带两名徒弟", body);
        Add(district, null, "m2_mentees_at_most", 3, new(2025, 9, 1), null, "新任班主任增多，恢复每位师傅至多带三名徒弟", body);
        AddWeeklyMeetings(district);
    }

    /// <summary>A district that changed one figure only.</summary>
    public static void AddWeeklyMeetings(SeedDistrict district) =>
        Add(district, null, "t6_weeks_between_meetings", 1, new(2026, 9, 1), null, "班主任例会改为每周一次", district.Authority);

    /// <summary>A school's own, which goes before the district's.</summary>
    public static void AddOfSchool(SeedSchool school) =>
        Add(school.District, school, "t6_weeks_between_meetings", 1, new(2025, 9, 1), null, "学校班主任例会每周五召开", $"{school.Row.Name}校务会");

    private static void Add(
        SeedDistrict district, SeedSchool? school, string key, decimal figure, DateOnly startsOn, DateOnly? endsOn, string reason, string decidedBy) =>
        district.Rows.Add(new Policy
        {
            DistrictId = district.Id,
            PolicyId = district.Rows.IdOf<Policy>(),
            SchoolId = school?.Id,
            PolicyKey = key,
            Figure = figure,
            StartsOn = startsOn,
            EndsOn = endsOn,
            Reason = reason,
            DecidedBy = decidedBy,
        });
}
