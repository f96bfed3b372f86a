using HomeroomGraph.Data.Awards;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Tables;
using static HomeroomGraph.GraphQL.Planning.RowPolicy;

namespace HomeroomGraph.Gateway.Awards;

/// <summary>
/// What the viewer is to a selection, as the use cases ask for it (<see cref="AwardActor"/>): with <c>awardSteps</c> it says which steps the viewer can take now.
/// </summary>
internal static class AwardActors
{
    private static readonly AwardKind[] OfResearch = [AwardKind.ExcellentPaper, AwardKind.ExcellentCase, AwardKind.ExcellentResult];

    public static void Declare(TableTypeDescriptor<AwardRound> type)
    {
        type.Holds("viewerIsOffice", "The viewer acts for the office that runs it. Rule W3.", row => row.AsOffice()).Filterable();
        type.Holds("viewerIsGrantingBody", "The viewer approves its grants. Rule W3.", row => AnyOf(
            row.In(Reach.ManagedSchools, r => r.SchoolId), AllOf(row.IsNull(r => r.SchoolId), row.AsOffice()))).Filterable();
        type.Holds("viewerIsOnCommittee", "The viewer sits on its committee. Rule W3.", row => row.OnCommittee()).Filterable();
    }

    private static RowPolicy AsOffice(this RowPolicyBuilder<AwardRound> row) => AnyOf(
        row.In(Reach.MoralEducationOffices, r => r.SchoolId),
        AllOf(row.In(Reach.ResearchOffices, r => r.SchoolId), row.Is(r => r.Kind, OfResearch)),
        AllOf(row.IsNull(r => r.SchoolId), AnyOf(
            row.In(Reach.MoralOfficerDistricts, r => r.DistrictId),
            AllOf(row.In(Reach.OfficerDistricts, r => r.DistrictId), row.Is(r => r.Kind, OfResearch)))));
}
