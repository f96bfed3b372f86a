using HomeroomGraph.Data.Seeding.Organisation;
using HomeroomGraph.Data.Training;

namespace HomeroomGraph.Data.Seeding.Training;

/// <summary>
/// Certificates and the continuing-education ledger (rules T5, T8): most homeroom teachers hold a valid one, some have let it expire, a few
/// never had one; one was revoked.
/// </summary>
internal static class CertificateData
{
    private static readonly DateOnly[] Issues = [new(2023, 7, 10), new(2024, 7, 10), new(2025, 7, 10), new(2026, 7, 13)];

    public static void AddCycles(SeedDistrict district)
    {
        foreach (var year in new[] { 2021, 2026 })
        {
            district.Rows.Add(new EducationCycle
            {
                DistrictId = district.Id,
                EducationCycleId = district.Rows.IdOf<EducationCycle>(),
                Name = $"{year}—{year + 4}年继续教育周期",
                StartsOn = new(year, 1, 1),
                EndsOn = new(year + 5, 1, 1),
            });
        }
    }

    public static void Add(SeedSchool school)
    {
        var chance = school.ChanceFor("certificates");
        foreach (var teacher in school.Teachers.Where(t => t.Appointments.Exists(a => a.SchoolId == school.Id)).Distinct().ToList())
        {
            // New ones get it at the end of their first year.
            var possible = Issues.Where(day => day > teacher.StartedWorkOn.AddDays(200) && teacher.WorksAt(school.Id, day)).ToArray();
            if (possible.Length > 0 && chance.Is(91))
                Issue(school, teacher, possible[^(chance.Is(80) ? 1 : Math.Min(possible.Length, chance.Between(1, 4)))], chance);
            if (chance.Is(24) && teacher.WorksAt(school.Id, school.District.Today))
                EarnOutside(school, teacher, chance);
        }
    }

    // Valid for three years.
    private static void Issue(SeedSchool school, SeedTeacher teacher, DateOnly day, Chance chance)
    {
        var number = school.District.Certificates += 1;
        var isRevoked = day.Year == 2025 && chance.Is(5);
        school.District.Rows.Add(new Certificate
        {
            DistrictId = school.District.Id,
            CertificateId = school.District.Rows.IdOf<Certificate>(),
            Number = $"BZR{school.District.Code}{day.Year}{number:00000}",
            Kind = CertificateKind.Homeroom,
            TeacherId = teacher.Id,
            Holder = teacher.Name,
            Issuer = school.District.Authority,
            IssuedOn = day,
            ExpiresOn = day.AddYears(3),
            Credits = 30,
            RevokedOn = isRevoked ? new(2026, 3, 18) : null,
            RevocationReason = isRevoked ? "考核材料不实，经复核撤销" : null,
        });
    }

    private static void EarnOutside(SeedSchool school, SeedTeacher teacher, Chance chance) => school.District.Rows.Add(new EducationCredit
    {
        DistrictId = school.District.Id,
        TeacherId = teacher.Id,
        OutsideSource = chance.Of(["山东省教师远程研修", "国家中小学智慧教育平台暑期研修", "市级骨干教师高级研修班", "校本研修学时认定"]),
        InProbation = school.District.Today.Year - teacher.StartedWorkOn.Year < 2,
        Hours = 12 * chance.Between(1, 6),
        EarnedOn = chance.Day(new(2025, 7, 1), new(2026, 9, 1)) is var day && day > teacher.StartedWorkOn ? day : school.District.Today.AddDays(-9),
    });
}
