using HomeroomGraph.Data.Training;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Training;

internal sealed class TrainingModuleType() : TableType<TrainingModule>("TrainingModule", "A module (模块) of a training programme. Rules T1, T3.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<TrainingModule> row) => row.AsOwner<TrainingProgramme>(m => m.Programme);

    protected override void Configure(TableTypeDescriptor<TrainingModule> type)
    {
        type.Root.List("trainingModules", "The modules of the programmes that the viewer sees.")
            .ById("trainingModule", "A module by its id.");

        type.Field(m => m.Number, "The number in the programme.").Filterable().Sortable();
        type.Field(m => m.Name, "The name.").Filterable().Sortable().Groupable();
        type.Field(m => m.Hours, "The hours it takes. Rule T1.").Filterable().Sortable();
        type.Field(m => m.HasNotes, "Study notes are written on it. Rule T3.").Filterable();
        type.Field(m => m.PassMark, "The score of 100 from which on its test is passed; null where it has none. Rule T3.").Filterable().Sortable();
        type.ToOne(m => m.Programme, "The programme.").Filterable().Sortable().Groupable();
        type.ToMany(m => m.Sessions, "The sessions on it. Rule T4.").Filterable().Sortable();
        type.ToMany(m => m.StudyNotes, "The study notes on it. Rule T3.").Filterable().Sortable();
        type.ToMany(m => m.Tests, "The tests taken of it. Rule T3.").Filterable().Sortable();
        type.OrderedBy(m => m.TrainingProgrammeId);
        type.OrderedBy(m => m.Number);
    }
}
