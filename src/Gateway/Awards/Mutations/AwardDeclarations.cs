using HomeroomGraph.Data.Awards;
using HomeroomGraph.Gateway.Mutations;
using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Scalars;

namespace HomeroomGraph.Gateway.Awards.Mutations;

/// <summary>Declares the mutations of selections from the steps that they take: what is said of them and checked is the same declaration.</summary>
internal static class AwardDeclarations
{
    public static readonly NonNullType Id = new(BuiltInScalars.Id), Text = new(BuiltInScalars.String);

    /// <summary>Begins a mutation of a selection that is there.</summary>
    public static MutationDeclaration AddStep(this MutationDeclarations mutations, string name, AwardStep step) => mutations
        .Add(name, $"{step.English} ({step.Chinese}). {Conditions(step)}")
        .Takes(TermsFields.ExpectedVersion, BuiltInScalars.Int, "AwardRound.version as the caller has read it; with another version nothing is done. Any version where it is left out.")
        .TakesIdempotencyKey()
        .GivesRound()
        .FailsWith(MutationErrors.OfChanges);

    public static MutationDeclaration TakesRound(this MutationDeclaration mutation) => mutation.Takes("roundId", Id, "The selection.");

    public static MutationDeclaration GivesRound(this MutationDeclaration mutation) => mutation.GivesRow<AwardWritten>(
        "awardRound", typeof(AwardRound), "The selection as it is now; null with errors.",
        written => written.RoundId is { } id ? new RowKey(written.DistrictId, id) : null);

    /// <summary>The row that was made or changed.</summary>
    public static MutationDeclaration GivesRowOf<TRow>(this MutationDeclaration mutation, string field, string about) => mutation.GivesRow<AwardWritten>(
        field, typeof(TRow), about + "; null with errors.", written => written.RowId is { } id ? new RowKey(written.DistrictId, id) : null);

    /// <summary>Ends a declaration with the use case that does it.</summary>
    public static void RunsUseCase<TUseCase>(this MutationDeclaration mutation, Func<TUseCase, MutationCall, Task<AwardWritten>> run)
        where TUseCase : notnull => mutation.RunsUseCase<TUseCase, AwardWritten>(run);

    private static string Conditions(AwardStep step) =>
        $"Who: {step.ByWhom}.{StepTypes.Sentence("While the selection is", ", ", step.While)}{StepTypes.Sentence("The nomination is", ", ", step.Nomination)}"
        + $"{StepTypes.Sentence("It leads to", " or ", step.To)}{StepTypes.Sentence("The nomination is then", " or ", step.NominationTo)}{StepTypes.Rules(step)}";
}
