using HomeroomGraph.Data.Access;
using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Data.Research;

/// <summary>What a draft begins with; the school is one at which the caller works as a teacher.</summary>
public sealed record NewDraft(
    RecordKey School, string Title, ProjectLevel Level, RecordKey? Subject, RecordKey? Group, IReadOnlyList<ProjectTheme> Themes);

/// <summary>Begins the application for a project (rules P1, P4): a teacher drafts it and is its leader. Drafts don't count for rule P2.</summary>
public sealed class DraftProject(ProjectWrites writes)
{
    public const int LongestTitle = 300;

    /// <exception cref="RefusedException">The caller is no teacher of the school, or the input does not fit.</exception>
    public Task<ProjectWritten> RunAsync(Caller caller, NewDraft draft, WriteTerms terms, CancellationToken cancellation)
    {
        var title = InputText.Require(draft.Title, "title", LongestTitle);
        return writes.RunAsync(caller, terms, async transaction =>
        {
            var context = transaction.Context;
            var leader = await LeaderAsync(context, caller, draft.School, cancellation);
            var project = new ResearchProject
            {
                DistrictId = draft.School.DistrictId,
                SchoolId = draft.School.Id,
                Title = title,
                Level = draft.Level,
                LeaderId = leader.Id,
                CreatedOn = writes.Today,
            };
            await ProjectPlace.SetAsync(context, project, draft.Subject, draft.Group, cancellation);
            context.Add(project);
            project.Members.Add(new ResearchMember
            {
                DistrictId = project.DistrictId, SchoolId = project.SchoolId, TeacherId = leader.Id, Name = leader.Name, Role = MemberRole.Leader, Duty = "主持课题研究",
            });
            project.Applications.Add(new ResearchApplication { DistrictId = project.DistrictId, SchoolId = project.SchoolId, Version = 1 });
            project.Themes.AddRange(draft.Themes.Distinct().Select(theme => new ResearchTheme { DistrictId = project.DistrictId, SchoolId = project.SchoolId, Theme = theme }));
            await context.SaveChangesAsync(cancellation);
            return new ProjectWritten(project.DistrictId, project.ResearchProjectId);
        }, cancellation);
    }

    /// <summary>Throws a draft away, with all that is in it.</summary>
    public Task<ProjectWritten> DiscardAsync(Caller caller, RecordKey project, WriteTerms terms, CancellationToken cancellation) =>
        writes.ChangeAsync(caller, ProjectSteps.Discard, project, terms, async work =>
        {
            await work.Context.Database.ExecuteSqlAsync(
                $"delete from homeroom.research_project where district_id = {project.DistrictId} and research_project_id = {project.Id}", cancellation);
            work.Context.ChangeTracker.Clear();
        }, cancellation);

    private async Task<(long Id, string Name)> LeaderAsync(HomeroomDbContext context, Caller caller, RecordKey school, CancellationToken cancellation)
    {
        var persons = caller.HasAtSchool(school.DistrictId, school.Id, AccessRole.Teacher) ? caller.TeachersIn(school.DistrictId).ToList() : [];
        var found = await context.Employments
            .Where(e => e.DistrictId == school.DistrictId && e.SchoolId == school.Id && persons.Contains(e.TeacherId)
                && e.StartsOn <= writes.Today && (e.EndsOn == null || writes.Today < e.EndsOn))
            .Select(e => new { e.TeacherId, e.Teacher.Name }).FirstOrDefaultAsync(cancellation);
        return found is null
            ? throw new RefusedException(Refusal.NotAllowed("Projects are drafted by teachers who work at the school today. 课题由本校在职教师起草。") with { Rule = "P2" })
            : (found.TeacherId, found.Name);
    }
}
