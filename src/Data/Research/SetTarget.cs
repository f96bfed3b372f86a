using HomeroomGraph.Data.Access;
using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Data.Research;

/// <summary>Sets how many projects of a level a school is to have in a school year (rule P12).</summary>
public sealed class SetTarget(ProjectWrites writes)
{
    /// <exception cref="RefusedException">It is not the caller's school, or the figures don't fit.</exception>
    public Task<ProjectWritten> RunAsync(
        Caller caller, RecordKey school, RecordKey schoolYear, ProjectLevel level, int minimum, int? maximum, WriteTerms terms, CancellationToken cancellation) =>
        writes.RunAsync(caller, terms, async transaction =>
        {
            if (!caller.HasAtSchool(school.DistrictId, school.Id, AccessRole.ResearchOffice) && !caller.HasInDistrict(school.DistrictId, AccessRole.DistrictResearchOfficer))
                throw new RefusedException(Refusal.NotAllowed("Targets are set by the school's research office or the district's research officer. 指标由学校教科室或区县教研员设定。") with { Rule = "P12" });
            if (minimum < 0)
                throw new RefusedException(Refusal.InvalidInput("A target is not below 0. 指标不能小于0。", "minimum"));
            var context = transaction.Context;
            if (schoolYear.DistrictId != school.DistrictId
                || !await context.SchoolYears.AnyAsync(y => y.DistrictId == school.DistrictId && y.SchoolYearId == schoolYear.Id, cancellation)
                || !await context.Schools.AnyAsync(s => s.DistrictId == school.DistrictId && s.SchoolId == school.Id, cancellation))
                throw new RefusedException(Refusal.NotFound("There is no such school or school year in the district. 本区县没有该学校或学年。", "schoolYearId"));
            var target = await context.ResearchTargets.SingleOrDefaultAsync(
                t => t.DistrictId == school.DistrictId && t.SchoolId == school.Id && t.SchoolYearId == schoolYear.Id && t.Level == level, cancellation);
            if (target is null)
                context.Add(target = new ResearchTarget { DistrictId = school.DistrictId, SchoolId = school.Id, SchoolYearId = schoolYear.Id, Level = level, Minimum = minimum });
            (target.Minimum, target.Maximum) = (minimum, maximum);
            await context.SaveChangesAsync(cancellation);
            return new ProjectWritten(school.DistrictId, ProjectId: null, target.ResearchTargetId);
        }, cancellation);
}
