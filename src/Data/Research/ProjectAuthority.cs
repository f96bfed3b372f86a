using HomeroomGraph.Data.Access;
using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Data.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Data.Research;

/// <summary>What the caller is to a project, by its rows and the caller's roles as they stand in the transaction (rule O2).</summary>
internal sealed class ProjectAuthority
{
    private readonly Caller caller;
    private readonly ResearchProject project;
    private readonly HashSet<long> persons;
    private readonly bool isGroupLeader, isReviewer;

    private ProjectAuthority(Caller caller, ResearchProject project, HashSet<long> persons, bool isGroupLeader, bool isReviewer) =>
        (this.caller, this.project, this.persons, this.isGroupLeader, this.isReviewer) = (caller, project, persons, isGroupLeader, isReviewer);

    /// <param name="context">The transaction's, which has the project with its members.</param>
    /// <param name="caller">Who calls.</param>
    /// <param name="project">The project.</param>
    /// <param name="today">The day of the business.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<ProjectAuthority> OfAsync(
        HomeroomDbContext context, Caller caller, ResearchProject project, DateOnly today, CancellationToken cancellation)
    {
        var persons = caller.TeachersIn(project.DistrictId).ToHashSet();
        var isReviewer = persons.Count > 0 && await context.ResearchReviews.AnyAsync(
            review => review.DistrictId == project.DistrictId && review.ResearchProjectId == project.ResearchProjectId
                && persons.Contains(review.ReviewerId) && review.State != ReviewState.Released,
            cancellation);
        var isGroupLeader = persons.Count > 0 && project.ResearchGroupId is { } group && await context.ResearchGroupMembers.AnyAsync(
            member => member.DistrictId == project.DistrictId && member.ResearchGroupId == group && persons.Contains(member.TeacherId)
                && member.Post == ResearchGroupPost.Head && member.StartsOn <= today && (member.EndsOn == null || today < member.EndsOn),
            cancellation);
        return new(caller, project, persons, isGroupLeader, isReviewer);
    }

    /// <summary>The caller may know that the project is there: as the row policies of the contract have it.</summary>
    public bool Sees => IsMember || (project.State != ProjectState.Draft && (isReviewer || isGroupLeader
        || caller.HasAtSchool(project.DistrictId, project.SchoolId, AccessRole.Principal, AccessRole.LeadingGroup, AccessRole.ResearchOffice, AccessRole.AcademicAffairs)
        || caller.HasInDistrict(project.DistrictId, AccessRole.DistrictAnalyst, AccessRole.DistrictResearchOfficer, AccessRole.DistrictMoralEducationOfficer)));

    /// <summary>The person is the caller.</summary>
    public bool IsSelf(long teacherId) => persons.Contains(teacherId);

    public bool Is(ProjectActor actor) => actor switch
    {
        ProjectActor.Leader => persons.Contains(project.LeaderId),
        ProjectActor.Member => IsMember,
        ProjectActor.ResearchOffice => IsResearchOffice,
        ProjectActor.GroupLeader => isGroupLeader,
        ProjectActor.Reviewer => isReviewer,
        ProjectActor.ApprovingBody => project.Level == ProjectLevel.School ? IsResearchOffice : IsDistrictOfficer,
        ProjectActor.DistrictResearchOfficer => IsDistrictOfficer,
        _ => false,
    };

    private bool IsMember => project.Members.Any(member => member.LeftOn is null && persons.Contains(member.TeacherId));

    private bool IsResearchOffice => caller.HasAtSchool(project.DistrictId, project.SchoolId, AccessRole.ResearchOffice);

    private bool IsDistrictOfficer => caller.HasInDistrict(project.DistrictId, AccessRole.DistrictResearchOfficer);
}
