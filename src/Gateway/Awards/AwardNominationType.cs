using HomeroomGraph.Data.Awards;
using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.Gateway.Organisation;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Tables;
using static HomeroomGraph.GraphQL.Planning.RowPolicy;

namespace HomeroomGraph.Gateway.Awards;

internal sealed class AwardNominationType() : TableType<AwardNomination>(
    "AwardNomination", "A teacher, a teacher's paper, or a class put forward in a selection (推荐). Rule W3.")
{
    /// <summary>What is under public notice or granted, everyone with a role at the nominee's school sees.</summary>
    protected override RowPolicy Policy(RowPolicyBuilder<AwardNomination> row) => AnyOf(
        row.OfSchool(
            Reach.Awards, n => n.DistrictId, n => n.SchoolId,
            row.OfNominee(),
            row.Some<SchoolClass>(n => n.Class, c => c.OfGrade()),
            row.Is(n => n.State, AwardNominationState.Notice, AwardNominationState.Granted)),
        row.InPart(n => n.DistrictId, row.OnCommittee()));

    protected override void Configure(TableTypeDescriptor<AwardNomination> type)
    {
        type.Root.List("awardNominations", "The nominations that the viewer sees, newest first.")
            .Groups("Groups of the nominations that the viewer sees. Rule W3.")
            .Changes("awardNominationChanged", "Tells of nominations that the viewer sees when they change. Rule V4.")
            .ById("awardNomination", "A nomination by its id.");

        type.Field(n => n.Kind, "What is awarded. Rule W1.").Filterable().Sortable().Groupable();
        type.Field(n => n.Name, "The name of the teacher or class as written then.").Filterable().Sortable();
        type.Field(n => n.Grade, "The grade that is proposed or decided.").Filterable().Sortable().Groupable();
        type.Field(n => n.Statement, "Why this nominee (事迹).");
        type.Field(n => n.NominatedBy, "Who nominates, as written.").Filterable();
        type.Field(n => n.NominatedOn, "The day of the nomination.").Filterable().Sortable().GroupableByTime();
        type.Field(n => n.State, "How far it has come. Rule W3.").Filterable().Sortable().Groupable();
        type.Field(n => n.DecidedOn, "The day of the decision.").Filterable().Sortable().GroupableByTime();
        type.Field(n => n.Decision, "Why it was decided so.");
        type.ToOne(n => n.Round, "The selection.").Filterable().Sortable().Groupable();
        type.ToOne(n => n.School, "The nominee's school.").Filterable().Sortable().Groupable();
        type.ToOne(n => n.Teacher, "The teacher nominated.").Filterable().Sortable();
        type.ToOne(n => n.Class, "The class nominated. Rule E9.").Filterable().Sortable();
        type.ToOne(n => n.Paper, "The paper nominated. Rule R3.").Filterable().Sortable();
        type.ToMany(n => n.StateChanges, "The steps taken, the last first. Rule W3.").Filterable().Sortable();
        type.Holds("viewerIsNominee", "The viewer is nominated.", row => row.In(Reach.Self, n => n.TeacherId)).Filterable();
        type.ToMany(n => n.Conditions, "Each condition of eligibility as it was found, with its rule. Rule W2.").Filterable().Sortable();
        type.Count<AwardCondition>("unmetConditionCount", "The number of conditions that were found not met. Rule W2.", n => n.Conditions,
            (condition, _) => Predicate.Of($"not {condition[c => c.IsMet]}")).Filterable().Measurable();
        type.ToMany(n => n.Votes, "The committee's votes; until they are closed, a member sees only the own. Rule W3.").Filterable().Sortable();
        type.Count<AwardVote>("approvalCount", "The number of votes for it that the viewer sees. Rule W3.", n => n.Votes,
            (vote, _) => Predicate.Of($"{vote[v => v.Value]} = 'approve'")).Filterable().Sortable().Measurable();
        type.Count<AwardVote>("rejectionCount", "The number of votes against it that the viewer sees. Rule W3.", n => n.Votes,
            (vote, _) => Predicate.Of($"{vote[v => v.Value]} = 'reject'")).Filterable().Sortable();
        type.ToMany(n => n.Objections, "The objections during the public notice. Rule W3.").Filterable().Sortable();
        type.Count<AwardObjection>("openObjectionCount", "The number of objections that are not handled yet. Rule W3.", n => n.Objections,
            (objection, _) => Predicate.Of($"{objection[o => o.State]} = 'open'")).Filterable();
        type.ToMany(n => n.Awards, "The award that was granted, if any.").Filterable().Sortable();
        type.OrderedBy(n => n.NominatedOn, descending: true);
    }
}

internal sealed class AwardConditionType() : TableType<AwardCondition>(
    "AwardCondition", "A condition of eligibility as it was found at the check: a snapshot. Rule W2.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<AwardCondition> row) => AnyOf(
        row.OfSchool(Reach.Awards, c => c.DistrictId, c => c.SchoolId, row.Some<AwardNomination>(c => c.Nomination, n => n.OfNominee())),
        row.InPart(c => c.DistrictId, row.Some<AwardNomination>(c => c.Nomination, n => n.OnCommittee())));

    protected override void Configure(TableTypeDescriptor<AwardCondition> type)
    {
        type.Field(c => c.CheckedOn, "The day of the check.").Filterable().Sortable();
        type.Field(c => c.CheckNumber, "Counts the checks of the nomination from 1: the last one says who is eligible.").Filterable().Sortable();
        type.Field(c => c.Code, "Which condition it is, for programs; null for what was recorded from elsewhere.").Filterable();
        type.Field(c => c.Position, "Its place among the conditions.").Sortable();
        type.Field(c => c.Rule, "The id of the rule that asks for it.").Filterable();
        type.Field(c => c.Condition, "What is asked for, in words.");
        type.Field(c => c.Value, "What was found.");
        type.Field(c => c.Required, "The value that is asked for.");
        type.Field(c => c.IsMet, "Whether it was met.").Filterable();
        type.OrderedBy(c => c.CheckNumber, descending: true);
        type.OrderedBy(c => c.Position);
    }
}
