using HomeroomGraph.Data.Research;
using HomeroomGraph.Gateway.Mutations;
using HomeroomGraph.GraphQL.Types.Scalars;
using static HomeroomGraph.Gateway.Research.Mutations.StepDeclarations;

namespace HomeroomGraph.Gateway.Research.Mutations;

/// <summary>Members with their duties, stages with their goals, tasks with their owners (rules P3, P4, P8).</summary>
internal static class PlanMutations
{
    private const string Stays = " What is left out stays.";

    public static void Declare(MutationDeclarations mutations)
    {
        Members(mutations);
        Stages(mutations);
        Tasks(mutations);
    }

    private static void Members(MutationDeclarations mutations)
    {
        mutations.AddStep("addResearchMember", ProjectSteps.EditTeam, "Names a member").TakesProject()
            .Takes("teacherId", Id, "A teacher of the district.").Takes("duty", Text, "What the member does (分工). Rule P3.").Takes("task", BuiltInScalars.String, "The member's task (承担任务). Rule P4.")
            .GivesRowOf<ResearchMember>("member", "The member")
            .RunsUseCase<EditTeam>((team, call) => team.AddAsync(
                call.Caller, call.Record("projectId", "ResearchProject"), call.Record("teacherId", "Teacher"), call.Text("duty"), call.OptionalText("task"), call.Terms, call.Cancellation));
        mutations.AddStep("changeResearchMember", ProjectSteps.EditTeam, "Changes a member's duty, task or place." + Stays)
            .Takes("memberId", Id, "The member, the leader among them.").Takes("duty", BuiltInScalars.String, "What the member does.").Takes("task", BuiltInScalars.String, "The task; an empty one clears it.")
            .Takes("position", BuiltInScalars.Int, "The place in the list, from 1.")
            .GivesRowOf<ResearchMember>("member", "The member")
            .RunsUseCase<EditTeam>((team, call) => team.ChangeAsync(
                call.Caller, call.Record("memberId", "ResearchMember"), call.OptionalText("duty"), call.OptionalText("task"), call.Number("position"), call.Terms, call.Cancellation));
        mutations.AddStep("removeResearchMember", ProjectSteps.EditTeam, "Takes a member off, with the tasks given to the member")
            .Takes("memberId", Id, "The member.")
            .RunsUseCase<EditTeam>((team, call) => team.RemoveAsync(call.Caller, call.Record("memberId", "ResearchMember"), call.Terms, call.Cancellation));
    }

    private static void Stages(MutationDeclarations mutations)
    {
        mutations.AddStep("addResearchStage", ProjectSteps.EditStages, "Adds a stage with its goal").TakesProject()
            .Takes("goal", Text, "The goal.").Takes("startsOn", Date, "The first day.").Takes("dueOn", Date, "The last day.")
            .GivesRowOf<ResearchStage>("stage", "The stage")
            .RunsUseCase<EditStages>((stages, call) => stages.AddAsync(
                call.Caller, call.Record("projectId", "ResearchProject"), call.Text("goal"), call.Day("startsOn")!.Value, call.Day("dueOn")!.Value, call.Terms, call.Cancellation));
        mutations.AddStep("changeResearchStage", ProjectSteps.EditStages, "Changes a stage." + Stays)
            .Takes("stageId", Id, "The stage.").Takes("goal", BuiltInScalars.String, "The goal.").Takes("startsOn", DateScalar.Instance, "The first day.").Takes("dueOn", DateScalar.Instance, "The last day.")
            .GivesRowOf<ResearchStage>("stage", "The stage")
            .RunsUseCase<EditStages>((stages, call) => stages.ChangeAsync(
                call.Caller, call.Record("stageId", "ResearchStage"), call.OptionalText("goal"), call.Day("startsOn"), call.Day("dueOn"), call.Terms, call.Cancellation));
        mutations.AddStep("removeResearchStage", ProjectSteps.EditStages, "Takes a stage out, with its tasks")
            .Takes("stageId", Id, "The stage.")
            .RunsUseCase<EditStages>((stages, call) => stages.RemoveAsync(call.Caller, call.Record("stageId", "ResearchStage"), call.Terms, call.Cancellation));
        mutations.AddStep("completeResearchStage", ProjectSteps.FinishStage)
            .Takes("stageId", Id, "The stage.").Takes("doneOn", DateScalar.Instance, "The day; null takes it back.")
            .GivesRowOf<ResearchStage>("stage", "The stage")
            .RunsUseCase<EditStages>((stages, call) => stages.CompleteAsync(call.Caller, call.Record("stageId", "ResearchStage"), call.Day("doneOn"), call.Terms, call.Cancellation));
    }

    private static void Tasks(MutationDeclarations mutations)
    {
        mutations.AddStep("addResearchTask", ProjectSteps.EditTasks, "Gives a member a task in a stage")
            .Takes("stageId", Id, "The stage.").Takes("memberId", Id, "The member who does it.").Takes("description", Text, "The task.").Takes("dueOn", Date, "The day by which it is to be done.")
            .GivesRowOf<ResearchTask>("task", "The task")
            .RunsUseCase<EditTasks>((tasks, call) => tasks.AddAsync(
                call.Caller, call.Record("stageId", "ResearchStage"), call.Record("memberId", "ResearchMember"), call.Text("description"), call.Day("dueOn")!.Value, call.Terms, call.Cancellation));
        mutations.AddStep("changeResearchTask", ProjectSteps.EditTasks, "Changes a task." + Stays)
            .Takes("taskId", Id, "The task.").Takes("memberId", BuiltInScalars.Id, "The member who does it.").Takes("description", BuiltInScalars.String, "The task.").Takes("dueOn", DateScalar.Instance, "The day by which it is to be done.")
            .GivesRowOf<ResearchTask>("task", "The task")
            .RunsUseCase<EditTasks>((tasks, call) => tasks.ChangeAsync(
                call.Caller, call.Record("taskId", "ResearchTask"), call.OptionalRecord("memberId", "ResearchMember"), call.OptionalText("description"), call.Day("dueOn"), call.Terms, call.Cancellation));
        mutations.AddStep("removeResearchTask", ProjectSteps.EditTasks, "Takes a task away")
            .Takes("taskId", Id, "The task.")
            .RunsUseCase<EditTasks>((tasks, call) => tasks.RemoveAsync(call.Caller, call.Record("taskId", "ResearchTask"), call.Terms, call.Cancellation));
        mutations.AddStep("completeResearchTask", ProjectSteps.FinishTask, "Says when a task was done: its owner or the leader")
            .Takes("taskId", Id, "The task.").Takes("doneOn", DateScalar.Instance, "The day; null takes it back.")
            .GivesRowOf<ResearchTask>("task", "The task")
            .RunsUseCase<EditTasks>((tasks, call) => tasks.CompleteAsync(call.Caller, call.Record("taskId", "ResearchTask"), call.Day("doneOn"), call.Terms, call.Cancellation));
    }
}
