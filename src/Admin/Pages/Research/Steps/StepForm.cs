using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations;
using HomeroomGraph.Admin.Operations.Research;

namespace HomeroomGraph.Admin.Pages.Research.Steps;

/// <summary>What a step is about beside the project: the row that the address names.</summary>
public enum StepRow { None, MilestoneRequest, ExtensionRequest, ChangeRequest, Inspection, Review, PortfolioItem }

/// <summary>The form of a step: which mutation it sends, and what it asks for. <see cref="StepForms"/> has all of them.</summary>
/// <param name="Slug">The word in the address.</param>
/// <param name="Step">The contract's name of the step, as <c>researchSteps</c> has it; of them <see cref="PossibleSteps"/> tells the viewer's.</param>
/// <param name="Mutation">What it sends.</param>
/// <param name="Fields">What it asks for, in this order.</param>
public sealed record StepForm(
    string Slug, string Step, Operation<InputVariables<StepInput>, DoneData<ProjectDone>> Mutation, params IReadOnlyList<StepField> Fields)
{
    /// <summary>The row it is about, and what the input calls its id.</summary>
    public StepRow Row { get; init; }

    public string RowName { get; init; } = "requestId";

    /// <summary>A field that this form settles: the kind of a milestone or of a change.</summary>
    public (string Name, string Value)? Fixed { get; init; }

    /// <summary>Ends something, so its button looks the part.</summary>
    public bool IsGrave { get; init; }

    /// <summary>When it makes sense, where the contract's word for the step is wider.</summary>
    public Func<ProjectDetails, bool> Fits { get; init; } = _ => true;

    /// <summary>Asks for another due date, so the one that it has is shown.</summary>
    public bool MovesDueDate { get; init; }

    /// <summary>Names people, so the school's teachers are asked for.</summary>
    public bool NamesPeople => Fields.Any(one => one.Kind is FieldKind.People or FieldKind.Person or FieldKind.Team);

    /// <summary>Names reviewers, who may be of other schools.</summary>
    public bool NamesReviewers => Fields.Any(one => one.Kind == FieldKind.People);

    /// <summary>Brings a file, which goes up before the step: two requests. Such a form is shown again from what it brought with it, and is about no row
    /// and nobody.</summary>
    public bool HasFile => Fields.Any(one => one.Kind == FieldKind.File);
}
