using HomeroomGraph.Data.Research;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Tables;
using static HomeroomGraph.GraphQL.Planning.RowPolicy;

namespace HomeroomGraph.Gateway.Research;

/// <summary>
/// What the viewer is to a project, as the use cases ask for it (<see cref="ProjectActor"/>): with <c>researchSteps</c> it says which steps the
/// viewer can take now. A test holds both to the same answers.
/// </summary>
internal static class ProjectActors
{
    public static void Declare(TableTypeDescriptor<ResearchProject> type)
    {
        type.Holds("viewerIsLeader", "The viewer leads it. Rule P2.", row => row.In(Reach.Self, p => p.LeaderId)).Filterable();
        type.Holds("viewerIsMember", "The viewer is a member, or the leader. Rule P3.", row => row.AsMember()).Filterable();
        type.Holds("viewerIsResearchOffice", "The viewer acts for the school's research office (教科室). Rule O2.", row => row.AsResearchOffice()).Filterable();
        type.Holds("viewerIsGroupLeader", "The viewer heads the research group that carries it out (教研组长). Rule O2.", row => row.AsGroupLeader()).Filterable();
        type.Holds("viewerIsReviewer", "The viewer reviews a version of its application. Rule P5.", row => row.AsReviewer()).Filterable();
        type.Holds("viewerIsApprovingBody", "The viewer acts for the body that approves it (批准单位). Rule P7.", row => AnyOf(
            AllOf(row.Is(p => p.Level, ProjectLevel.School), row.AsResearchOffice()),
            AllOf(row.IsNot(p => p.Level, ProjectLevel.School), row.AsDistrictOfficer()))).Filterable();
        type.Holds("viewerIsDistrictResearchOfficer", "The viewer is the district's research officer (区县教研员). Rule O2.", row => row.AsDistrictOfficer()).Filterable();
    }

    private static RowPolicy AsResearchOffice(this RowPolicyBuilder<ResearchProject> row) => row.In(Reach.ResearchOffices, p => p.SchoolId);

    private static RowPolicy AsDistrictOfficer(this RowPolicyBuilder<ResearchProject> row) => row.In(Reach.OfficerDistricts, p => p.DistrictId);
}
