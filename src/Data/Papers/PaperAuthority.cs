using HomeroomGraph.Data.Access;
using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Data.Papers;

/// <summary>What the caller is to the papers of a school (rule R1): teachers record and change the own ones, the research office those of the school.</summary>
internal sealed class PaperAuthority(Caller caller, int districtId, long? schoolId)
{
    private readonly HashSet<long> persons = [.. caller.TeachersIn(districtId)];

    /// <summary>教科室 of the school; of papers of the district's own staff its research officer.</summary>
    public bool IsOffice => schoolId is { } school
        ? caller.HasAtSchool(districtId, school, AccessRole.ResearchOffice) : caller.HasInDistrict(districtId, AccessRole.DistrictResearchOfficer);

    /// <summary>The caller is one of these authors.</summary>
    public bool IsAmong(IEnumerable<PaperAuthor> authors) => authors.Any(author => author.TeacherId is { } teacher && persons.Contains(teacher));

    /// <summary>The caller may know that a paper of these authors is there: as the row policy of the contract has it.</summary>
    public bool Sees(IEnumerable<PaperAuthor> authors) => IsAmong(authors) || caller.HasInDistrict(
            districtId, AccessRole.DistrictAnalyst, AccessRole.DistrictResearchOfficer, AccessRole.DistrictMoralEducationOfficer)
        || (schoolId is { } school && caller.HasAtSchool(
            districtId, school, AccessRole.Principal, AccessRole.LeadingGroup, AccessRole.ResearchOffice, AccessRole.MoralEducationOffice));

    /// <summary>The caller records a paper of these authors at the school.</summary>
    /// <exception cref="RefusedException">That is for others to do, or no author is of the school.</exception>
    public async Task RequireRecordingAsync(HomeroomDbContext context, IReadOnlyList<PaperAuthor> authors, CancellationToken cancellation)
    {
        RequireOwn(authors);
        var teachers = authors.Select(author => author.TeacherId).OfType<long>().ToList();
        if (!await context.Employments.AnyAsync(e => e.DistrictId == districtId && e.SchoolId == schoolId && teachers.Contains(e.TeacherId), cancellation))
            throw new RefusedException(PaperRules.OfTheSchool.Refuse(null, "input", "authors"));
    }

    /// <summary>A paper of these authors is the caller's own, or the office's.</summary>
    /// <exception cref="RefusedException">It isn't.</exception>
    public void RequireOwn(IEnumerable<PaperAuthor> authors)
    {
        if (!IsOffice && !IsAmong(authors))
            throw new RefusedException(PaperRules.OwnPaper.Refuse(null, "input", "authors") with { Kind = RefusalKind.NotAllowed, Code = "NOT_ALLOWED" });
    }
}
