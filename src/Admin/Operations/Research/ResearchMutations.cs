using HomeroomGraph.Admin.Api;

namespace HomeroomGraph.Admin.Operations.Research;

/// <summary>schema/operations/Research: what is done with a project, each a verb of the contract: rules P1 to P14.</summary>
public static class ResearchMutations
{
    public static Operation<InputVariables<StepInput>, DoneData<DraftSaved>> SaveResearchApplication { get; } = new("Research/SaveResearchApplication");
    public static Operation<InputVariables<StepInput>, DoneData<ProjectDone>> DiscardResearchDraft { get; } = new("Research/DiscardResearchDraft");
    public static Operation<InputVariables<StepInput>, DoneData<ProjectDone>> SubmitResearchProject { get; } = new("Research/SubmitResearchProject");
    public static Operation<InputVariables<StepInput>, DoneData<ProjectDone>> WithdrawResearchProject { get; } = new("Research/WithdrawResearchProject");
    public static Operation<InputVariables<StepInput>, DoneData<ProjectDone>> AnswerResearchOpinion { get; } = new("Research/AnswerResearchOpinion");
    public static Operation<InputVariables<StepInput>, DoneData<ProjectDone>> AddResearchMember { get; } = new("Research/AddResearchMember");
    public static Operation<InputVariables<StepInput>, DoneData<ProjectDone>> ChangeResearchMember { get; } = new("Research/ChangeResearchMember");
    public static Operation<InputVariables<StepInput>, DoneData<ProjectDone>> RemoveResearchMember { get; } = new("Research/RemoveResearchMember");
    public static Operation<InputVariables<StepInput>, DoneData<ProjectDone>> AddResearchStage { get; } = new("Research/AddResearchStage");
    public static Operation<InputVariables<StepInput>, DoneData<ProjectDone>> ChangeResearchStage { get; } = new("Research/ChangeResearchStage");
    public static Operation<InputVariables<StepInput>, DoneData<ProjectDone>> RemoveResearchStage { get; } = new("Research/RemoveResearchStage");
    public static Operation<InputVariables<StepInput>, DoneData<ProjectDone>> CompleteResearchStage { get; } = new("Research/CompleteResearchStage");
    public static Operation<InputVariables<StepInput>, DoneData<ProjectDone>> AddResearchTask { get; } = new("Research/AddResearchTask");
    public static Operation<InputVariables<StepInput>, DoneData<ProjectDone>> ChangeResearchTask { get; } = new("Research/ChangeResearchTask");
    public static Operation<InputVariables<StepInput>, DoneData<ProjectDone>> RemoveResearchTask { get; } = new("Research/RemoveResearchTask");
    public static Operation<InputVariables<StepInput>, DoneData<ProjectDone>> CompleteResearchTask { get; } = new("Research/CompleteResearchTask");
    public static Operation<InputVariables<StepInput>, DoneData<ProjectDone>> AssignResearchReviewers { get; } = new("Research/AssignResearchReviewers");
    public static Operation<InputVariables<StepInput>, DoneData<ProjectDone>> ReleaseResearchReviewer { get; } = new("Research/ReleaseResearchReviewer");
    public static Operation<InputVariables<StepInput>, DoneData<ProjectDone>> SubmitResearchReview { get; } = new("Research/SubmitResearchReview");
    public static Operation<InputVariables<StepInput>, DoneData<ProjectDone>> RequestResearchRevision { get; } = new("Research/RequestResearchRevision");
    public static Operation<InputVariables<StepInput>, DoneData<ProjectDone>> RejectResearchProject { get; } = new("Research/RejectResearchProject");
    public static Operation<InputVariables<StepInput>, DoneData<ProjectDone>> RecommendResearchProject { get; } = new("Research/RecommendResearchProject");
    public static Operation<InputVariables<StepInput>, DoneData<ProjectDone>> ApproveResearchProject { get; } = new("Research/ApproveResearchProject");
    public static Operation<InputVariables<StepInput>, DoneData<ProjectDone>> RecordResearchDecision { get; } = new("Research/RecordResearchDecision");
    public static Operation<InputVariables<StepInput>, DoneData<ProjectDone>> InspectResearchProject { get; } = new("Research/InspectResearchProject");
    public static Operation<InputVariables<StepInput>, DoneData<ProjectDone>> ConfirmInspectionMended { get; } = new("Research/ConfirmInspectionMended");
    public static Operation<InputVariables<StepInput>, DoneData<ProjectDone>> AddPortfolioItem { get; } = new("Research/AddPortfolioItem");
    public static Operation<InputVariables<StepInput>, DoneData<ProjectDone>> RemovePortfolioItem { get; } = new("Research/RemovePortfolioItem");
    public static Operation<InputVariables<StepInput>, DoneData<ProjectDone>> RequestResearchMilestone { get; } = new("Research/RequestResearchMilestone");
    public static Operation<InputVariables<StepInput>, DoneData<ProjectDone>> DecideResearchMilestone { get; } = new("Research/DecideResearchMilestone");
    public static Operation<InputVariables<StepInput>, DoneData<ProjectDone>> TerminateResearchProject { get; } = new("Research/TerminateResearchProject");
    public static Operation<InputVariables<StepInput>, DoneData<ProjectDone>> RequestResearchExtension { get; } = new("Research/RequestResearchExtension");
    public static Operation<InputVariables<StepInput>, DoneData<ProjectDone>> DecideResearchExtension { get; } = new("Research/DecideResearchExtension");
    public static Operation<InputVariables<StepInput>, DoneData<ProjectDone>> RequestResearchChange { get; } = new("Research/RequestResearchChange");
    public static Operation<InputVariables<StepInput>, DoneData<ProjectDone>> DecideResearchChange { get; } = new("Research/DecideResearchChange");
}

/// <summary>The input of a step, by the contract's names; what is not in it is left as it is.</summary>
public sealed class StepInput : Dictionary<string, object?>;

/// <summary>The project as it is now, or why nothing was done.</summary>
public sealed record ProjectDone(ProjectVersion? ResearchProject, IReadOnlyList<Refusal> Errors) : IDone;

/// <summary>A project with the count of its changes, by which the next one is made.</summary>
public sealed record ProjectVersion(string Id, int Version);
