using HomeroomGraph.Data.Awards;
using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Tenancy;
using HomeroomGraph.Gateway.Auth;
using HomeroomGraph.Gateway.Mutations;
using HomeroomGraph.GraphQL;
using HomeroomGraph.GraphQL.Execution;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Scalars;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Awards;

/// <summary>Eligibility that explains itself (rule W2): <c>awardEligibility</c>. What a check kept is <c>AwardNomination.conditions</c>.</summary>
internal static class EligibilityType
{
    private const string Round = "roundId", Teacher = "teacherId", Class = "classId", Paper = "paperId";

    public static void Declare(TableSchemaBuilder schema)
    {
        var text = new NonNullType(BuiltInScalars.String);
        var flag = new NonNullType(BuiltInScalars.Boolean);
        var condition = new ObjectType("EligibilityCondition") { Description = "A condition of eligibility as it is found now. Rule W2." };
        condition.Add(MemoryField.Of<FoundCondition>("code", text, "Which condition it is, for programs: ethics_veto, certificate, assessment_grade, papers, mentor_duty and others.", c => c.Code));
        condition.Add(MemoryField.Of<FoundCondition>("rule", text, "The id of the rule that asks for it.", c => c.Rule));
        condition.Add(MemoryField.Of<FoundCondition>("condition", text, "What is asked for, in English and then in Chinese.", c => EligibilityConditions.WordsOf(c.Code)));
        condition.Add(MemoryField.Of<FoundCondition>("value", BuiltInScalars.String, "What was found; null: nothing. A veto is told by the day it ends.", c => c.Found));
        condition.Add(MemoryField.Of<FoundCondition>("required", BuiltInScalars.String, "The value that is asked for, by the policy of the school or district.", c => c.Required));
        condition.Add(MemoryField.Of<FoundCondition>("isMet", flag, "Whether it is met.", c => c.IsMet));
        var eligibility = new ObjectType("AwardEligibility") { Description = "Whether somebody or something could be nominated in a selection, condition by condition: there is no other. Rule W2." };
        eligibility.Add(MemoryField.Of<FoundEligibility>("on", new NonNullType(DateScalar.Instance), "The day it is found for: today.", e => e.On));
        eligibility.Add(MemoryField.Of<FoundEligibility>("isEligible", flag, "Every condition is met.", e => e.IsEligible));
        eligibility.Add(MemoryField.Of<FoundEligibility>("conditions", new NonNullType(new ListType(new NonNullType(condition))), "Each condition that the selection asks.", e => e.Conditions));
        schema.Query.Add(new FieldDefinition("awardEligibility", eligibility)
        {
            Description = "Whether a teacher, a teacher's paper or a class meets what a selection asks today, and why: for the offices that run it and nominate for it, who grants, its committee, "
                + "and the teacher. Null where there is no such selection or nominee that the viewer may ask about. A check keeps it: AwardNomination.conditions. Rule W2.",
            Binding = new AsyncResolverBinding(ExplainAsync),
        }.With(
            new InputValueDefinition(Round, new NonNullType(BuiltInScalars.Id)) { Description = "The selection." },
            new InputValueDefinition(Teacher, BuiltInScalars.Id) { Description = "The teacher." },
            new InputValueDefinition(Class, BuiltInScalars.Id) { Description = "The class, for a model class." },
            new InputValueDefinition(Paper, BuiltInScalars.Id) { Description = "The teacher's paper, for an excellent paper or case." }));
    }

    private static async Task<object?> ExplainAsync(ResolverContext context)
    {
        if ((context.Viewer as HomeroomViewer)?.Account is not { } account)
            return null;
        var input = new MutationInput(context.Arguments);
        try
        {
            return await context.Services!.GetRequiredService<Eligibility>().ExplainAsync(
                new Caller(account, Origin: null), input.Record(Round, "AwardRound"),
                new(input.OptionalRecord(Teacher, "Teacher"), input.OptionalRecord(Class, "Class"), input.OptionalRecord(Paper, "Paper")), context.CancellationToken);
        }
        catch (RefusedException refused) when (refused.Refusals is [{ Kind: RefusalKind.NotFound }])
        {
            return null;
        }
        catch (RefusedException refused)
        {
            throw new GraphQLRequestException([.. refused.Refusals.Select(refusal => new GraphQLError(refusal.Message, refusal.Kind == RefusalKind.InvalidInput ? ErrorCodes.BadUserInput : refusal.Code))]);
        }
    }
}
