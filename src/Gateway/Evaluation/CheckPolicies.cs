using HomeroomGraph.Data.Evaluation;
using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.GraphQL.Planning;
using static HomeroomGraph.GraphQL.Planning.RowPolicy;

namespace HomeroomGraph.Gateway.Evaluation;

/// <summary>Row policies that several types of checks share.</summary>
internal static class CheckPolicies
{
    /// <summary>Read with the class: by the grade head, by who heads or headed the class.</summary>
    public static RowPolicy OfGradeOrOwn(this RowPolicyBuilder<SchoolClass> row) => AnyOf(row.OfGrade(), row.OwnClass());

    /// <summary>Read with the class, and by the post that checks it.</summary>
    public static RowPolicy OfGradeOwnOrPost(this RowPolicyBuilder<SchoolClass> row) => AnyOf(
        row.OfGradeOrOwn(), row.Some<InspectorPostClass>(c => c.InspectorPosts, a => a.In(Reach.InspectorPosts, x => x.InspectorPostId)));

    /// <summary>Read by the school's staff once it is published; by the grade head before.</summary>
    public static RowPolicy OfNoticeBoardOrGrade(this RowPolicyBuilder<CheckPublication> row) => AnyOf(
        AllOf(row.In(Reach.StaffSchools, p => p.SchoolId), row.Is(p => p.State, PublicationState.Published)),
        row.InPairs((Reach.GradeSchools, Reach.Grades), p => p.SchoolId, p => p.Grade));
}
