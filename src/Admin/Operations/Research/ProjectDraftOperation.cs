using HomeroomGraph.Admin.Api;

namespace HomeroomGraph.Admin.Operations.Research;

/// <summary>schema/operations/Research/ProjectDraft.graphql: what the application's form shows and lets choose: rules P1, P3, P4, P6, P8.</summary>
public static class ProjectDraftOperation
{
    public static Operation<ProjectVariables, ProjectDraftData> Operation { get; } = new("Research/ProjectDraft");

    /// <summary>schema/operations/Research/SaveWholeDraft.graphql: saves it and answers the form anew, so that a submission needs no third question.</summary>
    public static Operation<InputVariables<StepInput>, DoneData<ProjectDraftDone>> Save { get; } = new("Research/SaveWholeDraft");
}

public sealed record ProjectDraftData(IReadOnlyList<ResearchStep> ResearchSteps, ProjectDraft? ResearchProject) : FramedData;

public sealed record ProjectDraftDone(ProjectDraft? ResearchProject, IReadOnlyList<Refusal> Errors) : IDone;

public sealed record ProjectDraft(
    string Id, int Version, string Title, ProjectLevel Level, ProjectState State, SchoolForDraft? School,
    bool ViewerIsLeader, bool ViewerIsMember, bool ViewerIsResearchOffice, bool ViewerIsGroupLeader, bool ViewerIsReviewer, bool ViewerIsApprovingBody,
    bool ViewerIsDistrictResearchOfficer,
    DistrictSubjects? District, RowId? Subject, RowId? Group, Connection<ThemeRow> Themes, ApplicationText? Application, Connection<NamedMember> Members,
    Connection<StageRow> Stages, Connection<OwnedTask> Tasks, Connection<OpinionRow> Opinions,
    IReadOnlyList<MissingPart>? MissingParts) : IViewedProject
{
    /// <summary>The steps that the form is for.</summary>
    public const string Save = "saveResearchApplication", EditTasks = "changeResearchTasks";

    /// <summary>What the viewer can do with it now.</summary>
    public IReadOnlySet<string> PossibleSteps { get; init; } = new HashSet<string>();

    /// <summary>May be written still: a draft, or a version that is revised.</summary>
    public bool IsWritten => PossibleSteps.Contains(Save);
}

/// <summary>A draft after a save: the version for the next one, and what a submission still lacks.</summary>
public sealed record SavedDraft(string Id, int Version, IReadOnlyList<MissingPart>? MissingParts = null);

public sealed record DraftSaved(SavedDraft? ResearchProject, IReadOnlyList<Refusal> Errors) : IDone;

public sealed record SchoolForDraft(string Id, string Name, Connection<NamedRow> Teachers, Connection<GroupWithColleagues> ResearchGroups)
{
    public IReadOnlyList<NamedRow> Staff => Colleagues.Of(Teachers.Nodes, ResearchGroups.Nodes.SelectMany(group => group.Members.Nodes));
}

public sealed record GroupWithColleagues(string Id, string Name, Connection<Colleague> Members);

public sealed record DistrictSubjects(Connection<NamedRow> Subjects);

public sealed record OwnedTask(string Id, string? Description, DateOnly DueOn, DateOnly? DoneOn, bool IsOverdue, RowId? Stage, NamedRow? Owner);

/// <summary>schema/operations/Research/DraftChoice.graphql: where the viewer, as a teacher, may begin a project, and its subjects.</summary>
public static class DraftChoiceOperation
{
    public static Operation<NoVariables, DraftChoiceData> Operation { get; } = new("Research/DraftChoice");

    /// <summary>schema/operations/Research/DraftResearchProject.graphql.</summary>
    public static Operation<InputVariables<StepInput>, DoneData<ProjectDone>> Draft { get; } = new("Research/DraftResearchProject");
}

public sealed record DraftChoiceData(DraftViewer? Viewer, Connection<DistrictSubjects> Districts) : FramedData;

public sealed record DraftViewer(IReadOnlyList<TeachersRole> Roles);

public sealed record TeachersRole(string Role, RowId? Teacher, NamedRow? School);
