using HomeroomGraph.Data.Mentoring;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Mentoring;

/// <summary>The closed states and kinds of mentorship.</summary>
internal static class MentoringEnums
{
    public static readonly EnumDeclaration[] All =
    [
        new EnumDeclaration<MentorshipState>("MentorshipState", "How far a pair is. Rule M4.")
            .Value(MentorshipState.Active, "It runs (结对中).")
            .Value(MentorshipState.Extended, "It runs on, to a later planned end (延期).")
            .Value(MentorshipState.Completed, "Completed (出师).")
            .Value(MentorshipState.BrokenOff, "Broken off (中止)."),
        new EnumDeclaration<MentorshipActivityKind>("MentorshipActivityKind", "What a pair did. Rule M3.")
            .Value(MentorshipActivityKind.ClassObservation, "Class observation (听课).")
            .Value(MentorshipActivityKind.JointClassWork, "Joint class work (共同带班).")
            .Value(MentorshipActivityKind.Talk, "Talk (谈话).")
            .Value(MentorshipActivityKind.DocumentReview, "Document review (材料批阅)."),
        new EnumDeclaration<EvaluationSide>("MentorshipEvaluationSide", "Whose evaluation of a pair it is. Rule M4.")
            .Value(EvaluationSide.Mentor, "The mentor's (师傅).")
            .Value(EvaluationSide.Mentee, "The mentee's (徒弟).")
            .Value(EvaluationSide.Office, "The moral-education office's (政教处)."),
    ];
}
