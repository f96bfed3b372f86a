using HomeroomGraph.Data.Awards;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Tables;
using static HomeroomGraph.GraphQL.Planning.RowPolicy;

namespace HomeroomGraph.Gateway.Awards;

internal sealed class AwardStateChangeType() : TableType<AwardStateChange>("AwardStateChange", "A step (流程记录) that a selection or one of its nominations took. Append-only. Rule W3.")
{
    /// <summary>As the selection, or as the nomination whose step it is.</summary>
    protected override RowPolicy Policy(RowPolicyBuilder<AwardStateChange> row) => AnyOf(
        AllOf(row.IsNull(c => c.AwardNominationId), row.AsOwner<AwardRound>(c => c.Round)),
        row.AsOwner<AwardNomination>(c => c.Nomination));

    protected override void Configure(TableTypeDescriptor<AwardStateChange> type)
    {
        type.Field(c => c.FromState, "The state before: of AwardRoundState, or of AwardNominationState for a nomination's step, in small letters.").Filterable();
        type.Field(c => c.ToState, "The state after.").Filterable();
        type.Field(c => c.ChangedBy, "Who took the step.").Filterable();
        type.Field(c => c.ChangedAt, "When.").Filterable().Sortable();
        type.Field(c => c.Remark, "What was said of it.");
        type.ToOne(c => c.Round, "The selection.").Filterable();
        type.ToOne(c => c.Nomination, "The nomination whose step it is; null: the selection's own.").Filterable();
        type.OrderedBy(c => c.ChangedAt, descending: true);
    }
}
