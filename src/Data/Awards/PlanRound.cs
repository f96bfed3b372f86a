using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Data.Awards;

/// <summary>What a selection begins with; the school is null for the district's.</summary>
public sealed record NewRound(
    int DistrictId, long? SchoolId, AwardKind Kind, AwardLevel Level, RecordKey SchoolYear, RecordKey? Semester, string Name, int? Places);

/// <summary>Plans a selection (rules W1, W3): the office that runs it prepares it, and announces it later (<see cref="MoveRound.OpenAsync"/>).</summary>
public sealed class PlanRound(AwardWrites writes)
{
    public const int LongestName = 200;

    /// <exception cref="RefusedException">It is not the caller's to run, or kind, level and period don't fit (rule W1).</exception>
    public Task<AwardWritten> RunAsync(Caller caller, NewRound planned, WriteTerms terms, CancellationToken cancellation)
    {
        var name = InputText.Require(planned.Name, "name", LongestName);
        RequirePlaces(planned.Places);
        return writes.RunAsync(caller, terms, async transaction =>
        {
            if (!AwardAuthority.IsOffice(caller, planned.DistrictId, planned.SchoolId, planned.Kind))
                throw new RefusedException(Refusal.NotAllowed("A selection is planned by the office that runs it. 评选由组织评选的部门发起。") with { Rule = "W3" });
            var context = transaction.Context;
            if (planned.SchoolYear.DistrictId != planned.DistrictId || planned.Semester is { } of && of.DistrictId != planned.DistrictId
                || !await context.SchoolYears.AnyAsync(y => y.DistrictId == planned.DistrictId && y.SchoolYearId == planned.SchoolYear.Id, cancellation)
                || planned.Semester is { } semester && !await context.Semesters.AnyAsync(
                    s => s.DistrictId == planned.DistrictId && s.SemesterId == semester.Id && s.SchoolYearId == planned.SchoolYear.Id, cancellation))
                throw new RefusedException(Refusal.NotFound("There is no such school year in the district, or no such semester in it. 本区县没有该学年或该学期。", "schoolYearId"));
            var round = new AwardRound
            {
                DistrictId = planned.DistrictId,
                SchoolId = planned.SchoolId,
                Kind = planned.Kind,
                Level = planned.Level,
                SchoolYearId = planned.SchoolYear.Id,
                SemesterId = planned.Semester?.Id,
                Name = name,
                Places = planned.Places,
            };
            context.Add(round);
            await context.SaveChangesAsync(cancellation);
            return new AwardWritten(round.DistrictId, round.AwardRoundId);
        }, cancellation);
    }

    /// <summary>Changes the name, or how many may be granted; null places: not limited.</summary>
    public Task<AwardWritten> ChangeAsync(Caller caller, RecordKey round, Given<string>? name, Given<int?>? places, WriteTerms terms, CancellationToken cancellation) =>
        writes.ChangeAsync(caller, AwardSteps.Change, round, terms, work =>
        {
            if (name is not null)
                work.Round.Name = InputText.Require(name.Value, "name", LongestName);
            if (places is not null)
            {
                RequirePlaces(places.Value);
                work.Round.Places = places.Value;
            }
            return Task.CompletedTask;
        }, cancellation);

    private static void RequirePlaces(int? places)
    {
        if (places <= 0)
            throw new RefusedException(Refusal.InvalidInput("There is at least one place. 名额至少为1。", "places"));
    }
}
