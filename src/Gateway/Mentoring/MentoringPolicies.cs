using HomeroomGraph.Data.Mentoring;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.GraphQL.Planning;
using static HomeroomGraph.GraphQL.Planning.RowPolicy;

namespace HomeroomGraph.Gateway.Mentoring;

/// <summary>Who knows of a pair more than that it is one.</summary>
internal static class MentoringPolicies
{
    /// <summary>The two themselves, and who runs homeroom work: a grade head is neither.</summary>
    public static RowPolicy OfPairOrOffice(this RowPolicyBuilder<Mentorship> row) => AnyOf(
        row.OfSchool(Reach.Homeroom, m => m.DistrictId, m => m.SchoolId),
        row.InPart(m => m.DistrictId, row.In(Reach.Self, m => m.MentorId), row.In(Reach.Self, m => m.MenteeId)));
}
