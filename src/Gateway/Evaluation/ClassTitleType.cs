using HomeroomGraph.Data.Evaluation;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.Gateway.Organisation;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Evaluation;

internal sealed class ClassTitleType() : TableType<ClassTitle>("ClassTitle", "A title of a class: winning class (优胜班级) or model class (样板班级). Rule E9.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<ClassTitle> row) => row.OfSchool(
        Reach.Homeroom, t => t.DistrictId, t => t.SchoolId, row.In(Reach.StaffSchools, t => t.SchoolId));

    protected override void Configure(TableTypeDescriptor<ClassTitle> type)
    {
        type.Root.List("classTitles", "The titles that the viewer sees, newest first.")
            .Groups("Groups of the titles that the viewer sees. Rule E9.")
            .ById("classTitle", "A title by its id.");

        type.Field(t => t.Kind, "Which title. Rule E9.").Filterable().Sortable().Groupable();
        type.Field(t => t.AwardedOn, "The day on which it was awarded.").Filterable().Sortable().GroupableByTime();
        type.Field(t => t.Remark, "What was remarked.").Filterable();
        type.Field(t => t.WithdrawnOn, "The day on which it was withdrawn; the title stays on record.").Filterable().Sortable();
        type.Field(t => t.WithdrawalReason, "Why it was withdrawn.").Filterable();
        type.ToOne(t => t.Class, "The class.").Filterable().Sortable().Groupable();
        type.ToOne(t => t.School, "The school.").Filterable().Sortable().Groupable();
        type.ToOne(t => t.Semester, "The semester.").Filterable().Sortable().Groupable();
        type.ToOne(t => t.Publication, "The ranking that a winning class comes from. Rule E9.").Filterable().Sortable();
        type.OrderedBy(t => t.AwardedOn, descending: true);
    }
}
