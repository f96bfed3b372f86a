using HomeroomGraph.Data.Training;
using HomeroomGraph.Gateway.Organisation;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Training;

internal sealed class ModuleTestType() : TableType<ModuleTest>("ModuleTest", "A teacher's attempt at a module's test (考核). Rule T3.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<ModuleTest> row) =>
        row.OfTeacherAtSchool(t => t.DistrictId, t => t.SchoolId, t => t.TeacherId, t => t.Teacher);

    protected override void Configure(TableTypeDescriptor<ModuleTest> type)
    {
        type.Root.List("moduleTests", "The module tests that the viewer sees, newest first.")
            .Groups("Groups of the module tests that the viewer sees. Rule T3.")
            .ById("moduleTest", "A module test by its id.");

        type.Field(t => t.Attempt, "Which attempt it was, from 1.").Filterable().Sortable().Groupable();
        type.Field(t => t.TakenOn, "The day it was taken.").Filterable().Sortable().GroupableByTime();
        type.Field(t => t.Score, "The score, of 100; it counts in the assessment. Rules T3, E4.").Filterable().Sortable().Measurable();
        type.Field(t => t.PassMark, "The pass mark it was taken under. Rule T3.").Filterable();
        type.Field(t => t.Passed, "The score reaches the pass mark. Rule T3.").Filterable().Groupable();
        type.ToOne(t => t.Module, "The module.").Filterable().Sortable().Groupable();
        type.ToOne(t => t.Programme, "The module's programme.").Filterable().Sortable().Groupable();
        type.ToOne(t => t.Teacher, "Who took it.").Filterable().Sortable();
        type.ToOne(t => t.School, "The school for which the teacher takes part.").Filterable().Sortable().Groupable();
        type.OrderedBy(t => t.TakenOn, descending: true);
    }
}
