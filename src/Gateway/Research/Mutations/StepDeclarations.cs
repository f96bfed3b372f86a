using HomeroomGraph.Data.Research;
using HomeroomGraph.Gateway.Mutations;
using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Scalars;

namespace HomeroomGraph.Gateway.Research.Mutations;

/// <summary>Declares the mutations of research projects from the steps that they take: what is said of them and checked is the same declaration.</summary>
internal static class StepDeclarations
{
    public static readonly NonNullType Id = new(BuiltInScalars.Id), Text = new(BuiltInScalars.String), Date = new(DateScalar.Instance);

    /// <summary>Begins a mutation of a project that is there.</summary>
    public static MutationDeclaration AddStep(this MutationDeclarations mutations, string name, ProjectStep step, string? does = null) =>
        mutations.AddStep(name, $"{does ?? step.English} ({step.Chinese}). {Conditions(step)}");

    /// <summary>Begins a mutation that takes one of several steps.</summary>
    public static MutationDeclaration AddSteps(this MutationDeclarations mutations, string name, string does, params IEnumerable<ProjectStep> steps) =>
        mutations.AddStep(name, string.Join("\n\n", steps.Select(step => $"{step.English} ({step.Chinese}): {Conditions(step)}").Prepend(does + '.')));

    private static MutationDeclaration AddStep(this MutationDeclarations mutations, string name, string description) => mutations
        .Add(name, description)
        .Takes(TermsFields.ExpectedVersion, BuiltInScalars.Int, "ResearchProject.version as the caller has read it; with another version nothing is done. Any version where it is left out.")
        .TakesIdempotencyKey()
        .GivesProject()
        .FailsWith(MutationErrors.OfChanges);

    public static MutationDeclaration TakesProject(this MutationDeclaration mutation) => mutation.Takes("projectId", Id, "The project.");

    public static MutationDeclaration GivesProject(this MutationDeclaration mutation) => mutation.GivesRow<ProjectWritten>(
        "researchProject", typeof(ResearchProject), "The project as it is now; null with errors, or where it is no more.",
        written => written.ProjectId is { } id ? new RowKey(written.DistrictId, id) : null);

    /// <summary>The row that was made or changed.</summary>
    public static MutationDeclaration GivesRowOf<TRow>(this MutationDeclaration mutation, string field, string about) => mutation.GivesRow<ProjectWritten>(
        field, typeof(TRow), about + "; null with errors.", written => written.RowId is { } id ? new RowKey(written.DistrictId, id) : null);

    /// <summary>Ends a declaration with the use case that does it.</summary>
    public static void RunsUseCase<TUseCase>(this MutationDeclaration mutation, Func<TUseCase, MutationCall, Task<ProjectWritten>> run)
        where TUseCase : notnull => mutation.RunsUseCase<TUseCase, ProjectWritten>(run);

    private static string Conditions(ProjectStep step)
    {
        var level = step.OfSchoolLevel switch { null => "", true => " School-level projects only.", false => " Projects above school level only." };
        return $"Who: {step.ByWhom}.{StepTypes.Sentence("While the project is", ", ", step.From)}{StepTypes.Sentence("It leads to", " or ", step.To)}{level}{StepTypes.Rules(step)}";
    }
}
