using HomeroomGraph.Data.Awards;
using HomeroomGraph.Data.Seeding.Organisation;

namespace HomeroomGraph.Data.Seeding.Awards;

/// <summary>The reward rules (奖励条例) of a district, and what an award is worth by them (rule W4).</summary>
internal sealed class RewardData
{
    private static readonly (AwardKind Kind, AwardLevel Level, AwardGrade Grade, decimal Points)[] Rules =
    [
        (AwardKind.ExcellentHomeroomTeacher, AwardLevel.School, AwardGrade.None, 2),
        (AwardKind.FamedHomeroomTeacher, AwardLevel.County, AwardGrade.None, 6),
        (AwardKind.FamedHomeroomTeacher, AwardLevel.City, AwardGrade.None, 10),
        (AwardKind.ModelClass, AwardLevel.School, AwardGrade.None, 1.5m),
        (AwardKind.ExcellentPaper, AwardLevel.County, AwardGrade.First, 2),
        (AwardKind.ExcellentPaper, AwardLevel.County, AwardGrade.Second, 1.5m),
        (AwardKind.ExcellentPaper, AwardLevel.County, AwardGrade.Third, 1),
        (AwardKind.ExcellentPaper, AwardLevel.City, AwardGrade.First, 4),
        (AwardKind.ExcellentPaper, AwardLevel.City, AwardGrade.Second, 3),
        (AwardKind.ExcellentPaper, AwardLevel.City, AwardGrade.Third, 2),
        (AwardKind.ExcellentCase, AwardLevel.County, AwardGrade.First, 2),
        (AwardKind.ExcellentCase, AwardLevel.County, AwardGrade.Second, 1.5m),
        (AwardKind.ExcellentCase, AwardLevel.County, AwardGrade.Third, 1),
    ];

    private readonly SeedDistrict district;
    private readonly Dictionary<(AwardKind, AwardLevel, AwardGrade), RewardRule> rules;

    public RewardData(SeedDistrict district)
    {
        this.district = district;
        rules = Rules.ToDictionary(rule => (rule.Kind, rule.Level, rule.Grade), rule => district.Rows.Add(new RewardRule
        {
            DistrictId = district.Id,
            RewardRuleId = district.Rows.IdOf<RewardRule>(),
            Kind = rule.Kind,
            Level = rule.Level,
            Grade = rule.Grade,
            Points = rule.Points,
            StartsOn = new(2024, 9, 1),
            Note = "区县教育系统奖励积分办法",
        }));
    }

    /// <summary>Enters the points of an award in the ledger of a teacher.</summary>
    public void Enter(Award award, SeedTeacher teacher)
    {
        if (!rules.TryGetValue((award.Kind, award.Level, award.Grade), out var rule))
            return;
        district.Rows.Add(
            new RewardPoint
            {
                DistrictId = district.Id,
                RewardPointId = district.Rows.IdOf<RewardPoint>(),
                SchoolId = award.SchoolId,
                TeacherId = teacher.Id,
                AwardId = award.AwardId,
                RewardRuleId = rule.RewardRuleId,
                Points = rule.Points,
                EnteredOn = award.GrantedOn.AddDays(3),
                Reason = award.Title,
            },
            phase: 1);
    }
}
