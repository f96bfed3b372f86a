using HomeroomGraph.Data.Research;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Tables;
using static HomeroomGraph.GraphQL.Planning.RowPolicy;

namespace HomeroomGraph.Gateway.Research;

internal sealed class ResearchApplicationType() : TableType<ResearchApplication>("ResearchApplication", "A version of a project's application (申报书). Rules P4, P6.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<ResearchApplication> row) => AnyOf(
        AllOf(row.Is(a => a.State, ApplicationState.Submitted), row.AsOwner<ResearchProject>(a => a.Project)),
        row.Some<ResearchProject>(a => a.Project, p => p.AsMember()));

    protected override void Configure(TableTypeDescriptor<ResearchApplication> type)
    {
        type.Root.ById("researchApplication", "A version of an application by its id.");

        type.Field(a => a.Version, "The version, from 1. Rule P6.").Filterable().Sortable();
        type.Field(a => a.State, "Draft or submitted. Rule P4.").Filterable();
        type.Field(a => a.Background, "The background (研究背景). Rule P4.");
        type.Field(a => a.Significance, "The practical significance (实践意义). Rule P4.");
        type.Field(a => a.AcademicValue, "The academic value (学术价值). Rule P4.");
        type.Field(a => a.Necessity, "Why it is necessary (必要性). Rule P4.");
        type.Field(a => a.Feasibility, "Why it is feasible (可行性). Rule P4.");
        type.Field(a => a.Innovation, "What is new (创新之处). Rule P4.");
        type.Field(a => a.Plan, "The plan (研究方案). Rule P4.");
        type.Field(a => a.ExpectedResults, "The expected results (预期成果). Rule P4.");
        type.Field(a => a.DueOn, "Until when it is to be finished. Rule P4.").Filterable().Sortable();
        type.Field(a => a.Members, "Leader and members as they were when it was submitted: name, role, duty, task. Rule P3.");
        type.Field(a => a.Stages, "The stage goals as they were when it was submitted: goal, startsOn, dueOn. Rule P4.");
        type.Field(a => a.SubmittedAt, "When it was submitted.").Filterable().Sortable();
        type.Field(a => a.Outcome, "What the preliminary review came to. Rule P6.").Filterable();
        type.Field(a => a.DecidedAt, "When the round was decided. Rule P6.").Filterable().Sortable();
        type.ToOne(a => a.Project, "The project.").Filterable().Sortable();
        type.ToMany(a => a.Reviews, "The reviews of the version. Rule P5.").Filterable().Sortable();
        type.ToMany(a => a.Opinions, "The opinions on the version. Rule P6.").Filterable().Sortable();
        type.OrderedBy(a => a.Version, descending: true);
    }
}
