using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Data.Research;

/// <summary>Where a project belongs in its school: the subject, and the research group that carries it out (rules O2, P1).</summary>
internal static class ProjectPlace
{
    /// <exception cref="RefusedException">There is no such subject in the district, or no such group at the school.</exception>
    public static async Task SetAsync(HomeroomDbContext context, ResearchProject project, RecordKey? subject, RecordKey? group, CancellationToken cancellation)
    {
        await SetSubjectAsync(context, project, subject, cancellation);
        await SetGroupAsync(context, project, group, cancellation);
    }

    public static async Task SetSubjectAsync(HomeroomDbContext context, ResearchProject project, RecordKey? subject, CancellationToken cancellation)
    {
        if (subject is { } key && !(key.DistrictId == project.DistrictId && await context.Subjects.AnyAsync(s => s.DistrictId == key.DistrictId && s.SubjectId == key.Id, cancellation)))
            throw new RefusedException(Refusal.NotFound("There is no such subject. 没有该学科。", "subjectId"));
        project.SubjectId = subject?.Id;
    }

    public static async Task SetGroupAsync(HomeroomDbContext context, ResearchProject project, RecordKey? group, CancellationToken cancellation)
    {
        if (group is { } key && !(key.DistrictId == project.DistrictId && await context.ResearchGroups.AnyAsync(
                g => g.DistrictId == key.DistrictId && g.ResearchGroupId == key.Id && g.SchoolId == project.SchoolId, cancellation)))
            throw new RefusedException(Refusal.NotFound("There is no such research group at the school. 本校没有该教研组。", "groupId"));
        project.ResearchGroupId = group?.Id;
    }
}
