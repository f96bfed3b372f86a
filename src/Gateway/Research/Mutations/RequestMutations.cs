using HomeroomGraph.Data.Research;
using HomeroomGraph.Gateway.Mutations;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Scalars;
using static HomeroomGraph.Gateway.Research.Mutations.StepDeclarations;

namespace HomeroomGraph.Gateway.Research.Mutations;

/// <summary>What the leader asks for, and what is decided on it: milestones, extensions, changes (rules P10, P11, P14).</summary>
internal static class RequestMutations
{
    public static void Declare(MutationDeclarations mutations)
    {
        Milestones(mutations);
        Extensions(mutations);
        Changes(mutations);
    }

    private static void Milestones(MutationDeclarations mutations)
    {
        mutations.AddStep("requestResearchMilestone", ProjectSteps.RequestMilestone).TakesProject()
            .Takes("kind", new NonNullType(mutations.Schema.EnumTypeOf<MilestoneKind>()), "Which.").Takes("documentId", Id, "The report: a document that the caller uploaded for the school.")
            .Takes("results", BuiltInScalars.String, "The results (研究成果); asked for at a closing.").Takes("reason", BuiltInScalars.String, "The reason; asked for at a termination.")
            .GivesRowOf<MilestoneRequest>("request", "The request")
            .RunsUseCase<RequestMilestone>((request, call) => request.RunAsync(
                call.Caller, call.Record("projectId", "ResearchProject"), call.Choice<MilestoneKind>("kind"), call.Record("documentId", "Document"), call.OptionalText("results"), call.OptionalText("reason"), call.Terms, call.Cancellation));
        mutations.AddSteps(
                "decideResearchMilestone", "Accepts a report, which is then the milestone, or sends it back",
                ProjectSteps.DecideOpening, ProjectSteps.DecideMidterm, ProjectSteps.DecideClosing, ProjectSteps.DecideTermination)
            .Takes("requestId", Id, "The request.").TakesDecision(mutations)
            .Takes("heldOn", DateScalar.Instance, "The day of the meeting or panel; today where it is left out.").Takes("conclusion", BuiltInScalars.String, "What the panel found (评审意见); asked for at a closing.")
            .Takes("grade", mutations.Schema.EnumTypeOf<ClosingGrade>(), "The grade of a closing.")
            .GivesRowOf<MilestoneRequest>("request", "The request")
            .RunsUseCase<DecideMilestone>((milestone, call) => milestone.RunAsync(
                call.Caller, call.Record("requestId", "MilestoneRequest"),
                new(call.Choice<RequestDecision>("decision"), call.Day("heldOn"), call.OptionalText("conclusion"), call.OptionalChoice<ClosingGrade>("grade"), call.OptionalText("remark")), call.Terms, call.Cancellation));
        mutations.AddStep("terminateResearchProject", ProjectSteps.Terminate).TakesProject()
            .Takes("reason", Text, "Why.").Takes("documentId", Id, "The document.")
            .RunsUseCase<DecideMilestone>((milestone, call) => milestone.TerminateAsync(
                call.Caller, call.Record("projectId", "ResearchProject"), call.Text("reason"), call.Record("documentId", "Document"), call.Terms, call.Cancellation));
    }

    private static void Extensions(MutationDeclarations mutations)
    {
        mutations.AddStep("requestResearchExtension", ProjectSteps.RequestExtension).TakesProject()
            .Takes("requestedUntil", Date, "The new due date.").Takes("reason", Text, "Why.").Takes("documentId", Id, "The stage summary (阶段总结).")
            .GivesRowOf<ExtensionRequest>("request", "The request")
            .RunsUseCase<RequestExtension>((extension, call) => extension.RunAsync(
                call.Caller, call.Record("projectId", "ResearchProject"), call.Day("requestedUntil")!.Value, call.Text("reason"), call.Record("documentId", "Document"), call.Terms, call.Cancellation));
        mutations.AddStep("decideResearchExtension", ProjectSteps.DecideExtension)
            .Takes("requestId", Id, "The request.").TakesDecision(mutations).Takes("grantedUntil", DateScalar.Instance, "The new due date; as it was asked for where it is left out.")
            .GivesRowOf<ExtensionRequest>("request", "The request")
            .RunsUseCase<RequestExtension>((extension, call) => extension.DecideAsync(
                call.Caller, call.Record("requestId", "ExtensionRequest"), call.Choice<RequestDecision>("decision"), call.Day("grantedUntil"), call.OptionalText("remark"), call.Terms, call.Cancellation));
    }

    private static void Changes(MutationDeclarations mutations)
    {
        var member = new InputObjectType("ResearchMemberInput") { Description = "A member as it is to be. Rule P3." };
        member.Add(new InputValueDefinition("teacherId", Id) { Description = "A teacher of the district." });
        member.Add(new InputValueDefinition("duty", Text) { Description = "What the member does." });
        member.Add(new InputValueDefinition("task", BuiltInScalars.String) { Description = "The member's task." });
        mutations.AddStep("requestResearchChange", ProjectSteps.RequestChange, "Asks for a change of the project: of the fields below the one that belongs to the kind").TakesProject()
            .Takes("kind", new NonNullType(mutations.Schema.EnumTypeOf<ChangeKind>()), "What is to be changed.").Takes("reason", Text, "Why.")
            .Takes("leaderId", BuiltInScalars.Id, "LEADER: the new leader, a teacher.").Takes("members", new ListType(new NonNullType(member)), "MEMBERS: all members beside the leader, as they are to be.")
            .Takes("title", BuiltInScalars.String, "TITLE: the new title.").Takes("text", BuiltInScalars.String, "CONTENT, FORM_OF_RESULTS: what is to be.").Takes("dueOn", DateScalar.Instance, "DUE_DATE: an earlier one; a later one is an extension. Rule P10.")
            .GivesRowOf<ChangeRequest>("request", "The request")
            .RunsUseCase<RequestChange>((change, call) => change.RunAsync(
                call.Caller, call.Record("projectId", "ResearchProject"), call.Choice<ChangeKind>("kind"), ProposedChangeOf(call), call.Text("reason"), call.Terms, call.Cancellation));
        mutations.AddStep("decideResearchChange", ProjectSteps.DecideChange)
            .Takes("requestId", Id, "The request.").TakesDecision(mutations)
            .GivesRowOf<ChangeRequest>("request", "The request")
            .RunsUseCase<DecideChange>((change, call) => change.RunAsync(
                call.Caller, call.Record("requestId", "ChangeRequest"), call.Choice<RequestDecision>("decision"), call.OptionalText("remark"), call.Terms, call.Cancellation));
    }

    private static MutationDeclaration TakesDecision(this MutationDeclaration mutation, MutationDeclarations mutations) => mutation
        .Takes("decision", new NonNullType(mutations.Schema.EnumTypeOf<RequestDecision>()), "Granted or refused.")
        .Takes("remark", BuiltInScalars.String, "Why; asked for where it is refused.");

    private static ProposedChange ProposedChangeOf(MutationCall call) => new()
    {
        LeaderId = call.OptionalRecord("leaderId", "Teacher") is { } leader ? InDistrict(leader.DistrictId, leader.Id, call, "leaderId") : null,
        Members = call.Items("members")?.Select(member => MemberOf(member, call)).ToList(),
        Title = call.OptionalText("title"),
        Text = call.OptionalText("text"),
        DueOn = call.Day("dueOn"),
    };

    private static ProposedMember MemberOf(MutationInput member, MutationCall call)
    {
        var teacher = member.Record("teacherId", "Teacher");
        return new(InDistrict(teacher.DistrictId, teacher.Id, call, "members"), member.Text("duty"), member.OptionalText("task"));
    }

    /// <summary>A teacher of another district is none: numbers are unique over all of them, and the key has the district.</summary>
    private static long InDistrict(int district, long id, MutationCall call, string field) =>
        call.Record("projectId", "ResearchProject").DistrictId == district ? id : throw MutationInput.NotAnId(field, "Teacher of the district");
}
