using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Data.Training;
using HomeroomGraph.Gateway.Organisation;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Training;

internal sealed class TrainingSessionType() : TableType<TrainingSession>(
    "TrainingSession", "A training session (培训活动) of a school or of the whole district. Rule T4.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<TrainingSession> row) => row.OfOrganiser(s => s.DistrictId, s => s.SchoolId);

    protected override void Configure(TableTypeDescriptor<TrainingSession> type)
    {
        type.Root.List("trainingSessions", "The training sessions that the viewer sees, newest first.")
            .Groups("Groups of the training sessions that the viewer sees. Rule T4.")
            .ById("trainingSession", "A training session by its id.");

        type.Field(s => s.Kind, "The kind. Rule T4.").Filterable().Sortable().Groupable();
        type.Field(s => s.Topic, "The topic.").Filterable().Sortable();
        type.Field(s => s.HeldOn, "The day.").Filterable().Sortable().GroupableByTime().Measurable();
        type.Field(s => s.Hours, "The hours that attending it counts. Rule T2.").Filterable().Sortable().Measurable();
        type.Field(s => s.Place, "The place.").Filterable();
        type.Field(s => s.Lecturer, "The lecturer's name as written.").Filterable();
        type.Field(s => s.LecturerFrom, "Where the lecturer is from.");
        type.Field(s => s.State, "Whether it was held.").Filterable().Sortable().Groupable();
        type.Computed("isOfDistrict", "It is the whole district's and not a school's.", SqlTypes.Boolean,
            (session, _) => SqlFragment.Of($"({session[s => s.SchoolId]} is null)")).Filterable().Groupable();
        type.ToOne(s => s.School, "The school; null where it is the whole district's.").Filterable().Sortable().Groupable();
        type.ToOne(s => s.District, "The district.").Filterable().Sortable().Groupable();
        type.ToOne<SchoolYear>("schoolYear", "The school year that contains its day. Rule O4.", (session, year, _) => Predicate.And(
                year.Is(session, (y => y.DistrictId, s => s.DistrictId)),
                year.Contains(y => y.StartsOn, y => y.EndsOn, SqlFragment.Of($"{session[s => s.HeldOn]}"))))
            .Filterable().Sortable();
        type.ToOne(s => s.Programme, "The programme that it is part of.").Filterable().Sortable().Groupable();
        type.ToOne(s => s.Module, "The module that it is on. Rule T1.").Filterable().Sortable().Groupable();
        type.ToOne(s => s.LecturerTeacher, "The lecturer, where a teacher of the district.").Filterable();
        type.ToOne(s => s.PassesOn, "The external course that it passes on (层层推进). Rule T4.").Filterable();
        type.ToMany(s => s.PassedOnBy, "The school sessions that passed this external course on. Rule T4.").Filterable().Sortable();
        type.ToMany(s => s.Attendances, "Who attended, or didn't. Rule T2.").Filterable().Sortable();
        type.Count<TrainingAttendance>("presentCount", "The number of teachers present. Rule T2.", s => s.Attendances,
            (a, _) => Predicate.Of($"{a[x => x.Status]} = 'present'")).Filterable().Sortable().Measurable();
        type.OrderedBy(s => s.HeldOn, descending: true);
    }
}
