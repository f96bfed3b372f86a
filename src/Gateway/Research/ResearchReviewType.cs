using HomeroomGraph.Data.Research;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Tables;
using static HomeroomGraph.GraphQL.Planning.RowPolicy;

namespace HomeroomGraph.Gateway.Research;

internal sealed class ResearchReviewType() : TableType<ResearchReview>("ResearchReview", "A review (评审) of a version of an application by one reviewer. Rule P5.")
{
    // The office sees all; a reviewer the own, and the others' once the own is given; leader and members once the round is decided.
    protected override RowPolicy Policy(RowPolicyBuilder<ResearchReview> row) => AllOf(
        AnyOf(
            Own(row),
            row.Some<ResearchProject>(r => r.Project, p => p.AsReader()),
            AllOf(row.Is(r => r.State, ReviewState.Submitted), AnyOf(
                row.AsFellowReviewer(r => r.Application),
                row.Some<ResearchProject>(r => r.Project, p => p.AsMember())))),
        AnyOf(Own(row), AllOf(
            row.NotBeforeTheOwnReview(r => r.Application),
            row.NotForMembersBeforeTheDecision(r => r.Project, r => r.Application))));

    protected override void Configure(TableTypeDescriptor<ResearchReview> type)
    {
        type.Root.List("researchReviews", "The reviews that the viewer sees, the own among them. Rule P5.")
            .Groups("Groups of the reviews that the viewer sees. Rule P5.")
            .Changes("researchReviewChanged", "Tells of reviews of research projects that the viewer sees when they change. Rule V4.")
            .ById("researchReview", "A review by its id.");

        type.Field(r => r.Name, "The reviewer's name at that time.").Filterable().Sortable();
        type.Field(r => r.State, "Whether it is given. Rule P5.").Filterable().Sortable().Groupable();
        type.Field(r => r.Scientific, "Scientific quality (科学性), 0 to 100. Rule P5.").VisibleTo(Persons).Filterable().Sortable().Measurable();
        type.Field(r => r.Advancement, "Advancement (先进性), 0 to 100. Rule P5.").VisibleTo(Persons).Filterable().Sortable().Measurable();
        type.Field(r => r.Feasibility, "Feasibility (可行性), 0 to 100. Rule P5.").VisibleTo(Persons).Filterable().Sortable().Measurable();
        type.Field(r => r.Comment, "The comment. Rule P5.").VisibleTo(Persons);
        type.Field(r => r.AssignedAt, "When the reviewer was assigned.").Filterable().Sortable();
        type.Field(r => r.SubmittedAt, "When the review was given.").Filterable().Sortable();
        type.ToOne(r => r.Project, "The project.").Filterable().Sortable().Groupable();
        type.ToOne(r => r.Application, "The version reviewed.").Filterable().Sortable();
        type.ToOne(r => r.Reviewer, "The reviewer.").Filterable().Sortable().Groupable();
        type.ToMany(r => r.Opinions, "What the review wants mended. Rule P6.").Filterable().Sortable();
        type.OrderedBy(r => r.AssignedAt, descending: true);
    }

    /// <summary>A scope of a machine client opens that there are reviews, not what they say.</summary>
    private static RowPolicy Persons(RowPolicyBuilder<ResearchReview> row) => OfHolders(Reach.Person);

    private static RowPolicy Own(RowPolicyBuilder<ResearchReview> row) => row.InPart(
        r => r.DistrictId, AllOf(row.In(Reach.Self, r => r.ReviewerId), row.IsNot(r => r.State, ReviewState.Released)));
}
