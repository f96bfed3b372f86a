using HomeroomGraph.Data.Awards;
using HomeroomGraph.Data.Papers;
using HomeroomGraph.Data.Seeding.Organisation;

namespace HomeroomGraph.Data.Seeding.Awards;

/// <summary>Awards of other bodies: a part of the papers and cases won a prize of the district or the city (rules W1, R3).</summary>
internal static class OutsideAwards
{
    public static void Add(SeedSchool school, RewardData rewards)
    {
        var chance = school.ChanceFor("outside awards");
        foreach (var (paper, author) in school.Papers)
        {
            if (paper.Kind is not (PaperKind.Paper or PaperKind.Case) || !chance.Is(16))
                continue;
            var isCase = paper.Kind == PaperKind.Case;
            var level = !isCase && chance.Is(30) ? AwardLevel.City : AwardLevel.County;
            var grade = chance.Of([AwardGrade.First, AwardGrade.Second, AwardGrade.Second, AwardGrade.Third, AwardGrade.Third, AwardGrade.Third]);
            var grantedOn = paper.PublishedOn.AddDays(chance.Between(40, 75));
            if (grantedOn.AddDays(3) > school.District.Today)
                continue;
            var award = school.District.Rows.Add(
                new Award
                {
                    DistrictId = school.District.Id,
                    AwardId = school.District.Rows.IdOf<Award>(),
                    SchoolId = school.Id,
                    Source = AwardSource.Outside,
                    TeacherId = author.Id,
                    PaperId = paper.PaperId,
                    Name = author.Name,
                    Kind = isCase ? AwardKind.ExcellentCase : AwardKind.ExcellentPaper,
                    Level = level,
                    Grade = grade,
                    Title = $"优秀教育教学{(isCase ? "案例" : "论文")}{(grade switch { AwardGrade.First => "一", AwardGrade.Second => "二", _ => "三" })}等奖",
                    Number = $"LW{grantedOn.Year}{paper.PaperId:000000}",
                    Issuer = level == AwardLevel.City ? "市教育科学研究院" : school.District.Authority,
                    GrantedOn = grantedOn,
                },
                phase: 1);
            rewards.Enter(award, author);
        }
    }
}
