using HomeroomGraph.Data.Training;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Training;

internal sealed class TrainingProgrammeType() : TableType<TrainingProgramme>(
    "TrainingProgramme", "A training programme (培训方案) of a school or of the whole district. Rule T1.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<TrainingProgramme> row) => row.OfOrganiser(p => p.DistrictId, p => p.SchoolId);

    protected override void Configure(TableTypeDescriptor<TrainingProgramme> type)
    {
        type.Root.List("trainingProgrammes", "The training programmes that the viewer sees, newest first.")
            .Groups("Groups of the training programmes that the viewer sees. Rule T1.")
            .ById("trainingProgramme", "A training programme by its id.");

        type.Field(p => p.Name, "The name.").Filterable().Sortable();
        type.Field(p => p.TargetGroup, "For whom it is. Rule T1.").Filterable().Sortable().Groupable();
        type.Field(p => p.TargetNote, "More about the group.");
        type.Field(p => p.OrganisingOffice, "The office that organises it, as written.").Filterable().Sortable();
        type.Field(p => p.HoursRequired, "The hours it asks for. Rule T1.").Filterable().Sortable().Measurable();
        type.Field(p => p.ReadersIssued, "The readers (学习资料) issued, as noted. Rule T1.");
        type.Computed("isOfDistrict", "It is the whole district's and not a school's.", SqlTypes.Boolean,
            (programme, _) => SqlFragment.Of($"({programme[p => p.SchoolId]} is null)")).Filterable().Groupable();
        type.ToOne(p => p.School, "The school; null where it is the whole district's.").Filterable().Sortable().Groupable();
        type.ToOne(p => p.District, "The district.").Filterable().Sortable();
        type.ToOne(p => p.SchoolYear, "The school year.").Filterable().Sortable().Groupable();
        type.ToMany(p => p.Modules, "Its modules. Rule T1.").Filterable().Sortable();
        type.ToMany(p => p.Sessions, "Its sessions. Rule T4.").Filterable().Sortable();
        type.ToMany(p => p.Certificates, "The certificates that it gave. Rule T5.").Filterable().Sortable();
        type.Count<Certificate>("certificateCount", "The number of certificates that it gave. Rule T5.", p => p.Certificates, (_, _) => Predicate.True)
            .Filterable().Sortable().Measurable();
        type.OrderedBy(p => p.SchoolYearId, descending: true);
    }
}
