using HomeroomGraph.Data.Research;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Tables;
using static HomeroomGraph.GraphQL.Planning.RowPolicy;

namespace HomeroomGraph.Gateway.Research;

internal sealed class ResearchOpinionType() : TableType<ResearchOpinion>("ResearchOpinion", "An opinion (评审意见) on a version of an application, and the leader's answer. Rule P6.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<ResearchOpinion> row) => AllOf(
        AnyOf(
            row.Some<ResearchProject>(o => o.Project, p => AnyOf(p.AsReader(), p.AsMember())),
            row.AsFellowReviewer(o => o.Application)),
        row.NotBeforeTheOwnReview(o => o.Application),
        row.NotForMembersBeforeTheDecision(o => o.Project, o => o.Application));

    protected override void Configure(TableTypeDescriptor<ResearchOpinion> type)
    {
        type.Field(o => o.Position, "The place among the opinions on the version.").Sortable();
        type.Field(o => o.Opinion, "What is to be mended.").VisibleTo(_ => OfHolders(Reach.Person)).Filterable();
        type.Field(o => o.Answer, "The leader's answer. Rule P6.").VisibleTo(_ => OfHolders(Reach.Person)).Filterable();
        type.Field(o => o.AnsweredAt, "When it was answered.").Filterable().Sortable();
        type.ToOne(o => o.Project, "The project.").Filterable();
        type.ToOne(o => o.Application, "The version it is about.").Filterable();
        type.ToOne(o => o.Review, "The review it comes from; null for the office's own.").Filterable();
        type.OrderedBy(o => o.Position);
    }
}
