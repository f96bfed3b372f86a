using HomeroomGraph.Data.Research;
using HomeroomGraph.Gateway.Mutations;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Scalars;
using static HomeroomGraph.Gateway.Research.Mutations.StepDeclarations;

namespace HomeroomGraph.Gateway.Research.Mutations;

/// <summary>The application, from a draft to its submission (rules P1 to P4, P6).</summary>
internal static class ApplicationMutations
{
    public static void Declare(MutationDeclarations mutations)
    {
        var level = mutations.Schema.EnumTypeOf<ProjectLevel>();
        var themes = new ListType(new NonNullType(mutations.Schema.EnumTypeOf<ProjectTheme>()));
        mutations.Add("draftResearchProject", "Begins the application for a research project (起草课题): a teacher who works at the school drafts it and is its leader. Rules P1, P4.")
            .Takes("schoolId", Id, "The school at which the caller works.")
            .Takes("title", Text, "The title, at most 300 characters.")
            .Takes("level", new NonNullType(level), "The level. Rule P1.")
            .Takes("subjectId", BuiltInScalars.Id, "The subject, where it is of one.")
            .Takes("groupId", BuiltInScalars.Id, "The research group that carries it out. Rule O2.")
            .Takes("themes", themes, "The themes. Rule P1.")
            .TakesIdempotencyKey().GivesProject().FailsWith(MutationErrors.OfChanges)
            .RunsUseCase<DraftProject>((draft, call) => draft.RunAsync(call.Caller, NewDraftOf(call), call.Terms, call.Cancellation));

        var save = mutations.AddStep("saveResearchApplication", ProjectSteps.Save, "Saves what was written of the application; a field that is left out stays as it is, null clears it").TakesProject()
            .Takes("title", BuiltInScalars.String, "The title.")
            .Takes("level", level, "The level.")
            .Takes("subjectId", BuiltInScalars.Id, "The subject.")
            .Takes("groupId", BuiltInScalars.Id, "The research group.")
            .Takes("themes", themes, "All themes.")
            .Takes("dueOn", DateScalar.Instance, "Until when it is to be finished.");
        foreach (var part in ApplicationPart.All)
            save.Takes(part.Name, BuiltInScalars.String, $"{part.Chinese}. Rule P4.");
        save.GivesRowOf<ResearchApplication>("application", "The version that is written")
            .RunsUseCase<SaveApplication>((application, call) => application.RunAsync(call.Caller, call.Record("projectId", "ResearchProject"), WrittenPartsOf(call), call.Terms, call.Cancellation));

        mutations.AddStep("discardResearchDraft", ProjectSteps.Discard).TakesProject()
            .RunsUseCase<DraftProject>((draft, call) => draft.DiscardAsync(call.Caller, call.Record("projectId", "ResearchProject"), call.Terms, call.Cancellation));
        mutations.AddStep("submitResearchProject", ProjectSteps.Submit).TakesProject()
            .GivesRowOf<ResearchApplication>("application", "The version that was submitted")
            .RunsUseCase<SubmitProject>((submit, call) => submit.RunAsync(call.Caller, call.Record("projectId", "ResearchProject"), call.Terms, call.Cancellation));
        mutations.AddStep("withdrawResearchProject", ProjectSteps.Withdraw).TakesProject()
            .Takes("reason", Text, "Why.")
            .RunsUseCase<SubmitProject>((submit, call) => submit.WithdrawAsync(call.Caller, call.Record("projectId", "ResearchProject"), call.Text("reason"), call.Terms, call.Cancellation));
        mutations.AddStep("answerResearchOpinion", ProjectSteps.AnswerOpinion)
            .Takes("opinionId", Id, "The opinion.").Takes("answer", Text, "The answer.")
            .GivesRowOf<ResearchOpinion>("opinion", "The opinion with its answer")
            .RunsUseCase<AnswerOpinion>((answer, call) => answer.RunAsync(call.Caller, call.Record("opinionId", "ResearchOpinion"), call.Text("answer"), call.Terms, call.Cancellation));
    }

    private static NewDraft NewDraftOf(MutationCall call) => new(
        call.Record("schoolId", "School"), call.Text("title"), call.Choice<ProjectLevel>("level"), call.OptionalRecord("subjectId", "Subject"),
        call.OptionalRecord("groupId", "ResearchGroup"), call.Choices<ProjectTheme>("themes") ?? []);

    private static WrittenParts WrittenPartsOf(MutationCall call) => new()
    {
        Texts = [.. ApplicationPart.All.Where(part => call.Has(part.Name)).Select(part => (part, call.OptionalText(part.Name)))],
        DueOn = call.GivenOf("dueOn", () => call.Day("dueOn")),
        Title = call.Has("title") ? call.OptionalText("title") ?? "" : null,
        Level = call.OptionalChoice<ProjectLevel>("level"),
        Subject = call.GivenOf("subjectId", () => call.OptionalRecord("subjectId", "Subject")),
        Group = call.GivenOf("groupId", () => call.OptionalRecord("groupId", "ResearchGroup")),
        Themes = call.Has("themes") ? call.Choices<ProjectTheme>("themes") ?? [] : null,
    };
}
