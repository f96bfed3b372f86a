using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Seeding.Organisation;

/// <summary>Makes a school with its teachers and the classes of all years.</summary>
internal static class SchoolData
{
    public static SeedSchool Add(SeedDistrict district, SchoolPlan plan)
    {
        var row = district.Rows.Add(new School
        {
            DistrictId = district.Id,
            SchoolId = district.Rows.IdOf<School>(),
            Code = plan.Code,
            Name = plan.Name,
            Pinyin = Pinyin.OfText(plan.Name),
            Stage = plan.Stage,
        });
        var school = new SeedSchool(district, plan, row);
        TeacherData.Add(school);
        ClassData.Add(school);
        district.Schools.Add(school);
        return school;
    }
}
