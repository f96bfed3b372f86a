using HomeroomGraph.Data.Tenancy;
using Microsoft.EntityFrameworkCore;
using static HomeroomGraph.Data.Access.AccessRole;

namespace HomeroomGraph.Data.Awards;

/// <summary>What the caller is to a selection, by its rows and the caller's roles as they stand in the transaction.</summary>
internal sealed class AwardAuthority
{
    private readonly Caller caller;
    private readonly AwardRound round;
    private readonly HashSet<long> persons;

    private AwardAuthority(Caller caller, AwardRound round, HashSet<long> persons, bool isOnCommittee) =>
        (this.caller, this.round, this.persons, IsOnCommittee) = (caller, round, persons, isOnCommittee);

    public static async Task<AwardAuthority> OfAsync(HomeroomDbContext context, Caller caller, AwardRound round, CancellationToken cancellation)
    {
        var persons = caller.TeachersIn(round.DistrictId).ToHashSet();
        var isOnCommittee = persons.Count > 0 && await context.AwardCommitteeMembers.AnyAsync(
            m => m.DistrictId == round.DistrictId && m.AwardRoundId == round.AwardRoundId && persons.Contains(m.TeacherId), cancellation);
        return new(caller, round, persons, isOnCommittee);
    }

    public bool IsOnCommittee { get; }

    /// <summary>The caller may know that the selection is there: as the row policy of the contract has it.</summary>
    public bool Sees => IsOnCommittee
        || caller.HasInDistrict(round.DistrictId, DistrictAnalyst, DistrictResearchOfficer, DistrictMoralEducationOfficer)
        || (round.SchoolId is { } school && caller.HasAtSchool(round.DistrictId, school, Principal, LeadingGroup, ResearchOffice, MoralEducationOffice))
        || (round.State != AwardRoundState.Planned && IsStaff);

    /// <summary>The persons who the caller is in the district.</summary>
    public IReadOnlySet<long> Persons => persons;

    /// <param name="actor">Who takes the step.</param>
    /// <param name="nominee">The nomination that the step is about, where it is about one.</param>
    public bool Is(AwardActor actor, AwardNomination? nominee = null) => actor switch
    {
        AwardActor.Office => IsOffice(caller, round.DistrictId, round.SchoolId, round.Kind),
        AwardActor.NominatingOffice => round.SchoolId is null && nominee is not null && IsOffice(caller, round.DistrictId, nominee.SchoolId, round.Kind),
        AwardActor.Nominee => nominee?.TeacherId is { } person && persons.Contains(person),
        AwardActor.CommitteeMember => IsOnCommittee,
        AwardActor.GrantingBody => round.SchoolId is { } school
            ? caller.HasAtSchool(round.DistrictId, school, Principal)
            : IsOffice(caller, round.DistrictId, schoolId: null, round.Kind),
        AwardActor.Staff => IsStaff,
        _ => false,
    };

    /// <summary>The account acts for the office that runs selections of that kind: of the school, or of the district where there is none.</summary>
    public static bool IsOffice(Caller caller, int districtId, long? schoolId, AwardKind kind)
    {
        var isOfResearch = kind is AwardKind.ExcellentPaper or AwardKind.ExcellentCase or AwardKind.ExcellentResult;
        return schoolId is { } school
            ? caller.HasAtSchool(districtId, school, MoralEducationOffice) || (isOfResearch && caller.HasAtSchool(districtId, school, ResearchOffice))
            : caller.HasInDistrict(districtId, DistrictMoralEducationOfficer) || (isOfResearch && caller.HasInDistrict(districtId, DistrictResearchOfficer));
    }

    private bool IsStaff => round.SchoolId is { } school ? caller.HasAnyAtSchool(round.DistrictId, school) : caller.HasAnyInDistrict(round.DistrictId);
}
