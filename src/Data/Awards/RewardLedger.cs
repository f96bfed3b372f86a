using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Data.Awards;

/// <summary>The ledger of points (奖励积分, rule W4): entries are only added, and a teacher's points are their sum.</summary>
internal static class RewardLedger
{
    /// <summary>Enters the points of an award for the teacher awarded, or for who heads the class awarded, by the rule of the day of the grant. Where no rule gives
    /// any, there is no entry.</summary>
    public static async Task EnterAsync(HomeroomDbContext context, Award award, DateOnly today, CancellationToken cancellation)
    {
        var rule = await context.RewardRules
            .Where(r => r.DistrictId == award.DistrictId && (r.SchoolId == award.SchoolId || r.SchoolId == null)
                && r.Kind == award.Kind && r.Level == award.Level && r.Grade == award.Grade
                && r.StartsOn <= award.GrantedOn && (r.EndsOn == null || award.GrantedOn < r.EndsOn))
            .OrderBy(r => r.SchoolId == null).FirstOrDefaultAsync(cancellation);
        if (rule is null || await RecipientAsync(context, award, cancellation) is not { } teacher)
            return;
        context.Add(new RewardPoint
        {
            DistrictId = award.DistrictId,
            SchoolId = award.SchoolId,
            TeacherId = teacher,
            AwardId = award.AwardId,
            RewardRuleId = rule.RewardRuleId,
            Points = rule.Points,
            EnteredOn = today,
            Reason = award.Title,
        });
    }

    /// <summary>Takes back what the entries of an award have left, by a counter-entry each.</summary>
    public static async Task TakeBackAsync(HomeroomDbContext context, Award award, DateOnly today, CancellationToken cancellation)
    {
        var entries = await context.RewardPoints.Where(p => p.DistrictId == award.DistrictId && p.AwardId == award.AwardId)
            .Select(p => new { Entry = p, Left = p.Points + p.Corrections.Sum(c => c.Points) }).ToListAsync(cancellation);
        context.AddRange(entries.Where(e => e.Left != 0).Select(e => new RewardPoint
        {
            DistrictId = e.Entry.DistrictId,
            SchoolId = e.Entry.SchoolId,
            TeacherId = e.Entry.TeacherId,
            CorrectsId = e.Entry.RewardPointId,
            Points = -e.Left,
            EnteredOn = today,
            Reason = $"撤销：{award.Title}",
        }));
    }

    private static async Task<long?> RecipientAsync(HomeroomDbContext context, Award award, CancellationToken cancellation) => award.TeacherId ?? await context.Appointments
        .Where(a => a.DistrictId == award.DistrictId && a.ClassId == award.ClassId && a.State == Appointments.AppointmentState.Active
            && a.Kind != Appointments.AppointmentKind.Deputy && a.StartsOn <= award.GrantedOn && (a.EndsOn == null || award.GrantedOn < a.EndsOn))
        .Select(a => (long?)a.TeacherId).FirstOrDefaultAsync(cancellation);
}
