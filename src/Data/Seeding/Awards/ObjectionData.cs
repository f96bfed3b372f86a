using HomeroomGraph.Data.Awards;
using HomeroomGraph.Data.Seeding.Organisation;

namespace HomeroomGraph.Data.Seeding.Awards;

/// <summary>Objections (异议) that a public notice of last spring met, looked into and found to be nothing (rule W3): in every fifth school one.</summary>
internal static class ObjectionData
{
    public static void Add(SeedSchool school, AwardNomination nomination, DateOnly day)
    {
        if (school.District.Schools.IndexOf(school) % 5 != 2)
            return;
        school.District.Rows.Add(new AwardObjection
        {
            DistrictId = school.District.Id,
            AwardObjectionId = school.District.Rows.IdOf<AwardObjection>(),
            AwardNominationId = nomination.AwardNominationId,
            SchoolId = school.Id,
            RaisedOn = day,
            RaisedBy = "家长代表",
            Content = "申报材料中班级获奖次数与公示栏不一致，请核实。",
            State = AwardObjectionState.Dismissed,
            HandledOn = day.AddDays(3),
            HandledBy = OfficeNames.MoralEducation,
            Finding = "经核对周评比公示记录，申报次数属实，公示栏漏登一次。",
        });
    }
}
