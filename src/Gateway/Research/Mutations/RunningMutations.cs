using HomeroomGraph.Data.Research;
using HomeroomGraph.Gateway.Mutations;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Scalars;
using static HomeroomGraph.Gateway.Research.Mutations.StepDeclarations;

namespace HomeroomGraph.Gateway.Research.Mutations;

/// <summary>Inspections, the portfolio and the targets (rules P8, P9, P12).</summary>
internal static class RunningMutations
{
    public static void Declare(MutationDeclarations mutations)
    {
        Inspections(mutations);
        Portfolio(mutations);
        mutations.Add("setResearchTarget", "Sets how many projects of a level a school is to have in a school year (立项指标). Who: the school's research office or the district's research officer. Rule P12.")
            .Takes("schoolId", Id, "The school.").Takes("schoolYearId", Id, "The school year.").Takes("level", new NonNullType(mutations.Schema.EnumTypeOf<ProjectLevel>()), "The level.")
            .Takes("minimum", new NonNullType(BuiltInScalars.Int), "At least so many.").Takes("maximum", BuiltInScalars.Int, "At most so many; no maximum where it is left out.")
            .TakesIdempotencyKey()
            .GivesRowOf<ResearchTarget>("target", "The target").FailsWith(MutationErrors.OfChanges)
            .RunsUseCase<SetTarget>((target, call) => target.RunAsync(
                call.Caller, call.Record("schoolId", "School"), call.Record("schoolYearId", "SchoolYear"), call.Choice<ProjectLevel>("level"), call.Number("minimum")!.Value, call.Number("maximum"), call.Terms, call.Cancellation));
    }

    private static void Inspections(MutationDeclarations mutations)
    {
        mutations.AddStep("inspectResearchProject", ProjectSteps.Inspect).TakesProject()
            .Takes("inspectedOn", DateScalar.Instance, "The day; today where it is left out.").Takes("finding", Text, "What was found.").Takes("mendBy", DateScalar.Instance, "Until when it is to be mended; null: nothing to mend.")
            .GivesRowOf<ResearchInspection>("inspection", "The inspection")
            .RunsUseCase<InspectProject>((inspect, call) => inspect.RunAsync(
                call.Caller, call.Record("projectId", "ResearchProject"), call.Day("inspectedOn"), call.Text("finding"), call.Day("mendBy"), call.Terms, call.Cancellation));
        mutations.AddStep("confirmInspectionMended", ProjectSteps.ConfirmMended)
            .Takes("inspectionId", Id, "The inspection.").Takes("mendedOn", DateScalar.Instance, "The day; null takes it back.")
            .GivesRowOf<ResearchInspection>("inspection", "The inspection")
            .RunsUseCase<InspectProject>((inspect, call) => inspect.ConfirmMendedAsync(
                call.Caller, call.Record("inspectionId", "ResearchInspection"), call.Day("mendedOn"), call.Terms, call.Cancellation));
    }

    private static void Portfolio(MutationDeclarations mutations)
    {
        mutations.AddStep("addPortfolioItem", ProjectSteps.FillPortfolio, "Adds a document or a text to the portfolio").TakesProject()
            .Takes("category", new NonNullType(mutations.Schema.EnumTypeOf<PortfolioCategory>()), "What it is. Rule P9.").Takes("title", Text, "The title.")
            .Takes("body", BuiltInScalars.String, "The text, where it is one.").Takes("documentId", BuiltInScalars.Id, "The document, where it is one: one that the caller uploaded for the school. Rule V2.")
            .GivesRowOf<PortfolioItem>("item", "The item")
            .RunsUseCase<FillPortfolio>((portfolio, call) => portfolio.AddAsync(
                call.Caller, call.Record("projectId", "ResearchProject"), call.Choice<PortfolioCategory>("category"), call.Text("title"), call.OptionalText("body"), call.OptionalRecord("documentId", "Document"), call.Terms, call.Cancellation));
        mutations.AddStep("removePortfolioItem", ProjectSteps.FillPortfolio, "Takes an item out of the portfolio: who added it, or the leader")
            .Takes("itemId", Id, "The item.")
            .RunsUseCase<FillPortfolio>((portfolio, call) => portfolio.RemoveAsync(call.Caller, call.Record("itemId", "PortfolioItem"), call.Terms, call.Cancellation));
    }
}
