using System.Linq.Expressions;
using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Data.Research;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.GraphQL.Planning;
using static HomeroomGraph.GraphQL.Planning.RowPolicy;

namespace HomeroomGraph.Gateway.Research;

/// <summary>Who sees what of research projects. Readers of the area see all but drafts; leader and members the own project, from whichever
/// school; reviewers the application they are assigned to, for as long as they are.</summary>
internal static class ResearchPolicies
{
    /// <summary>A project as readers of the area see it.</summary>
    public static RowPolicy AsReader(this RowPolicyBuilder<ResearchProject> row) => AllOf(
        row.OfSchool(Reach.Research, p => p.DistrictId, p => p.SchoolId), row.IsNot(p => p.State, ProjectState.Draft));

    /// <summary>A project of the group that the viewer heads today.</summary>
    public static RowPolicy AsGroupLeader(this RowPolicyBuilder<ResearchProject> row) => AllOf(
        row.InPart(p => p.DistrictId, AllOf(
            row.In(Reach.SeenSchools, p => p.SchoolId),
            row.Some<ResearchGroup>(p => p.Group, group => group.Some<ResearchGroupMember>(g => g.Members, member => AllOf(
                member.In(Reach.Self, m => m.TeacherId), member.Is(m => m.Post, ResearchGroupPost.Head),
                member.HoldsToday(m => m.StartsOn, m => m.EndsOn)))))),
        row.IsNot(p => p.State, ProjectState.Draft));

    /// <summary>The own project, drafts too.</summary>
    public static RowPolicy AsMember(this RowPolicyBuilder<ResearchProject> row) => row.InPart(
        p => p.DistrictId,
        row.Some<ResearchMember>(p => p.Members, m => AllOf(m.In(Reach.Self, x => x.TeacherId), m.IsNull(x => x.LeftOn))));

    /// <summary>A project of which an application was given to the viewer to review.</summary>
    public static RowPolicy AsReviewer(this RowPolicyBuilder<ResearchProject> row) => AllOf(
        row.InPart(p => p.DistrictId, row.Some<ResearchReview>(p => p.Reviews, review => AllOf(
            review.In(Reach.Self, r => r.ReviewerId), review.IsNot(r => r.State, ReviewState.Released)))),
        row.IsNot(p => p.State, ProjectState.Draft));

    /// <summary>What belongs to the project as it runs: not for reviewers, who judge the application.</summary>
    public static RowPolicy OfProject<T>(this RowPolicyBuilder<T> row, Expression<Func<T, object?>> project) =>
        row.Some<ResearchProject>(project, p => AnyOf(p.AsReader(), p.AsGroupLeader(), p.AsMember()));

    /// <summary>What is revised is a draft, for leader and members only until it is submitted again (P6); the versions submitted before stay to be read.</summary>
    public static RowPolicy NotWhileRevised<T>(this RowPolicyBuilder<T> row, Expression<Func<T, object?>> project) => AnyOf(
        row.Some<ResearchProject>(project, p => p.IsNot(x => x.State, ProjectState.RevisionRequested)),
        row.Some<ResearchProject>(project, p => p.AsMember()));

    /// <summary>P5: nobody who has an own review of the version still to give.</summary>
    public static RowPolicy NotBeforeTheOwnReview<T>(this RowPolicyBuilder<T> row, Expression<Func<T, object?>> application) =>
        row.None<ResearchApplication>(application, a => a.Some<ResearchReview>(x => x.Reviews, own => AllOf(
            own.In(Reach.Self, r => r.ReviewerId), own.Is(r => r.State, ReviewState.Assigned))));

    /// <summary>P5: a reviewer of the version who gave the own review.</summary>
    public static RowPolicy AsFellowReviewer<T>(this RowPolicyBuilder<T> row, Expression<Func<T, object?>> application) =>
        row.Some<ResearchApplication>(application, a => a.Some<ResearchReview>(x => x.Reviews, own => AllOf(
            own.In(Reach.Self, r => r.ReviewerId), own.Is(r => r.State, ReviewState.Submitted))));

    /// <summary>P5, P6: leader and members only once the round is decided, whatever else they are.</summary>
    public static RowPolicy NotForMembersBeforeTheDecision<T>(
        this RowPolicyBuilder<T> row, Expression<Func<T, object?>> project, Expression<Func<T, object?>> application) => AnyOf(
            row.None<ResearchProject>(project, p => p.AsMember()),
            row.Some<ResearchApplication>(application, a => a.Is(x => x.Outcome, ReviewOutcome.Passed, ReviewOutcome.Revision, ReviewOutcome.Rejected)));
}
