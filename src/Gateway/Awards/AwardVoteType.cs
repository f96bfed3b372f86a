using HomeroomGraph.Data.Awards;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Tables;
using static HomeroomGraph.GraphQL.Planning.RowPolicy;

namespace HomeroomGraph.Gateway.Awards;

internal sealed class AwardVoteType() : TableType<AwardVote>("AwardVote", "A committee member's vote on a nomination, none on oneself. Rule W3.")
{
    /// <summary>A member sees the own votes; the votes of others nobody sees before they are closed.</summary>
    protected override RowPolicy Policy(RowPolicyBuilder<AwardVote> row) => AnyOf(
        row.InPart(v => v.DistrictId, row.In(Reach.Self, v => v.TeacherId)),
        AllOf(
            row.OfSchool(Reach.Awards, v => v.DistrictId, v => v.SchoolId),
            row.Some<AwardRound>(v => v.Round, round => round.Is(r => r.State, AwardRoundState.Notice, AwardRoundState.Closed))));

    protected override void Configure(TableTypeDescriptor<AwardVote> type)
    {
        type.Field(v => v.Value, "For it, against it, or neither.").Filterable().Sortable();
        type.Field(v => v.CastOn, "The day.").Filterable().Sortable();
        type.ToOne(v => v.Nomination, "The nomination.").Filterable();
        type.ToOne(v => v.Member, "The committee member.").Filterable().Sortable();
        type.OrderedBy(v => v.CastOn);
    }
}

internal sealed class AwardObjectionType() : TableType<AwardObjection>(
    "AwardObjection", "An objection (异议) to a nomination under public notice; each is handled with a finding. Rule W3.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<AwardObjection> row) => AnyOf(
        row.OfSchool(Reach.Awards, o => o.DistrictId, o => o.SchoolId),
        row.InPart(o => o.DistrictId, row.Some<AwardNomination>(o => o.Nomination, n => n.OnCommittee())));

    protected override void Configure(TableTypeDescriptor<AwardObjection> type)
    {
        type.Field(o => o.RaisedOn, "The day.").Filterable().Sortable();
        type.Field(o => o.RaisedBy, "Who raised it, as written; null where that is not known, and for the committee.")
            .VisibleTo(o => AllOf(OfHolders(Reach.Person), o.OfSchool(Reach.Awards, x => x.DistrictId, x => x.SchoolId)));
        type.Field(o => o.Content, "What is objected.");
        type.Field(o => o.State, "What became of it.").Filterable().Sortable();
        type.Field(o => o.HandledOn, "The day on which it was handled.").Filterable().Sortable();
        type.Field(o => o.HandledBy, "Who handled it, as written.");
        type.Field(o => o.Finding, "What was found.");
        type.ToOne(o => o.Nomination, "The nomination.").Filterable();
        type.OrderedBy(o => o.RaisedOn);
    }
}
