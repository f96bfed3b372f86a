using HomeroomGraph.Data.Awards;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Tables;
using static HomeroomGraph.GraphQL.Planning.RowPolicy;

namespace HomeroomGraph.Gateway.Awards;

internal sealed class AwardRoundType() : TableType<AwardRound>(
    "AwardRound", "A selection (评选) of a school or of the district: nominations, checks, votes, public notice, grants. Rule W3.")
{
    /// <summary>Once it is announced, everyone with a role at the school, or in the district for a district's, sees that it is held.</summary>
    protected override RowPolicy Policy(RowPolicyBuilder<AwardRound> row)
    {
        var announced = row.IsNot(r => r.State, AwardRoundState.Planned);
        return AnyOf(
            row.OfSchool(Reach.Awards, r => r.DistrictId, r => r.SchoolId, announced),
            AllOf(row.OfDistrict(r => r.DistrictId), row.IsNull(r => r.SchoolId), announced),
            row.InPart(r => r.DistrictId, row.OnCommittee()));
    }

    protected override void Configure(TableTypeDescriptor<AwardRound> type)
    {
        type.Root.List("awardRounds", "The selections that the viewer sees, newest first.")
            .Groups("Groups of the selections that the viewer sees. Rule W3.")
            .Changes("awardRoundChanged", "Tells of selections that the viewer sees when they change. Rule V4.")
            .ById("awardRound", "A selection by its id.");

        type.Field(r => r.Name, "The name.").Filterable().Sortable();
        type.Field(r => r.Kind, "What is awarded. Rule W1.").Filterable().Sortable().Groupable();
        type.Field(r => r.Level, "Who awards. Rule W1.").Filterable().Sortable().Groupable();
        type.Field(r => r.State, "How far it has come. Rule W3.").Filterable().Sortable().Groupable();
        type.Field(r => r.Version, "Counts the changes of the selection and of what hangs on it: expectedVersion of the mutations.").Filterable();
        type.Field(r => r.Places, "How many may be granted, where that is limited.").Filterable();
        type.Field(r => r.NoticeStartsOn, "The day on which the public notice (公示) is put up. Rule W3.").Filterable().Sortable();
        type.Field(r => r.NoticeEndsOn, "The day after the public notice's last. Rule W3.").Filterable().Sortable();
        type.ToOne(r => r.District, "The district.").Filterable().Sortable();
        type.ToOne(r => r.School, "The school whose selection it is; null for the district's.").Filterable().Sortable().Groupable();
        type.ToOne(r => r.SchoolYear, "The school year.").Filterable().Sortable().Groupable();
        type.ToOne(r => r.Semester, "The semester, where it is one's.").Filterable().Sortable().Groupable();
        type.ToMany(r => r.Committee, "The committee.").Filterable().Sortable();
        type.ToMany(r => r.StateChanges, "The steps taken, the nominations' among them, the last first. Rule W3.").Filterable().Sortable();
        AwardActors.Declare(type);
        type.ToMany(r => r.Nominations, "The nominations that the viewer sees.").Filterable().Sortable();
        type.Count<AwardNomination>("nominationCount", "The number of nominations that the viewer sees.", r => r.Nominations, (_, _) => Predicate.True)
            .Filterable().Sortable();
        type.OrderedBy(r => r.AwardRoundId, descending: true);
    }
}

internal sealed class AwardCommitteeMemberType() : TableType<AwardCommitteeMember>(
    "AwardCommitteeMember", "A teacher on the committee (评审委员会) of a selection. Rule W3.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<AwardCommitteeMember> row) => row.AsOwner<AwardRound>(m => m.Round);

    protected override void Configure(TableTypeDescriptor<AwardCommitteeMember> type)
    {
        type.Field(m => m.Name, "The teacher's name as written then.").Filterable().Sortable();
        type.Field(m => m.Post, "Chair or member.").Filterable().Sortable();
        type.ToOne(m => m.Round, "The selection.").Filterable().Sortable();
        type.ToOne(m => m.Teacher, "The teacher.").Filterable().Sortable();
        type.OrderedBy(m => m.Post);
        type.OrderedBy(m => m.Name);
    }
}
