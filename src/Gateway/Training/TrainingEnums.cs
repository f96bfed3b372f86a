using HomeroomGraph.Data.Training;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Training;

/// <summary>The closed states and kinds of training and meetings.</summary>
internal static class TrainingEnums
{
    public static readonly EnumDeclaration[] All =
    [
        new EnumDeclaration<TrainingTargetGroup>("TrainingTargetGroup", "For whom a programme is. Rule T1.")
            .Value(TrainingTargetGroup.HomeroomTeachers, "Homeroom teachers (班主任).")
            .Value(TrainingTargetGroup.NewHomeroomTeachers, "Homeroom teachers new to the post (新任班主任).")
            .Value(TrainingTargetGroup.MoralEducationCadres, "Moral-education cadres (德育干部).")
            .Value(TrainingTargetGroup.AllTeachers, "All teachers (全体教师).")
            .Value(TrainingTargetGroup.Other, "Another group, which is described (其他)."),
        new EnumDeclaration<TrainingSessionKind>("TrainingSessionKind", "The kind of a session. Rule T4.")
            .Value(TrainingSessionKind.PreService, "Pre-service course (岗前培训).")
            .Value(TrainingSessionKind.ExpertLecture, "Lecture by an outside expert (专家讲座).")
            .Value(TrainingSessionKind.LegalLecture, "Legal lecture (法制讲座).")
            .Value(TrainingSessionKind.ResearchLecture, "Research lecture (科研讲座).")
            .Value(TrainingSessionKind.ResearchLesson, "Research lesson (研讨课).")
            .Value(TrainingSessionKind.ExperienceExchange, "Experience exchange (经验交流).")
            .Value(TrainingSessionKind.ObservedClassMeeting, "Observed class meeting (主题班会观摩).")
            .Value(TrainingSessionKind.SiteVisit, "Site visit (外出考察): counts with a written reflection.")
            .Value(TrainingSessionKind.Salon, "Salon (沙龙).")
            .Value(TrainingSessionKind.Forum, "Forum (论坛).")
            .Value(TrainingSessionKind.SelfStudy, "Self-study (自学).")
            .Value(TrainingSessionKind.ExternalCourse, "External course (外出培训): passed on in a school session."),
        new EnumDeclaration<HoldingState>("HoldingState", "Whether a session or meeting took place.")
            .Value(HoldingState.Planned, "It is planned.")
            .Value(HoldingState.Held, "It was held.")
            .Value(HoldingState.Cancelled, "It was cancelled."),
        new EnumDeclaration<AttendanceStatus>("AttendanceStatus", "Whether somebody attended. Rules T2, T6.")
            .Value(AttendanceStatus.Present, "Present (出席).")
            .Value(AttendanceStatus.Absent, "Absent (缺席).")
            .Value(AttendanceStatus.Leave, "On leave (请假)."),
        new EnumDeclaration<CertificateKind>("CertificateKind", "What a certificate is for. Rules A3, T5.")
            .Value(CertificateKind.Homeroom, "Homeroom training (班主任培训合格证): the condition for taking up the post.")
            .Value(CertificateKind.Other, "Another training (其他)."),
        new EnumDeclaration<MeetingKind>("MeetingKind", "The kind of a meeting. Rule T6.")
            .Value(MeetingKind.HomeroomMeeting, "Homeroom meeting (班主任例会).")
            .Value(MeetingKind.ClassMeeting, "Class meeting (班会)."),
        new EnumDeclaration<BackboneLevel>("BackboneLevel", "The level of a backbone teacher. Rule T9.")
            .Value(BackboneLevel.School, "School (校级).")
            .Value(BackboneLevel.County, "County (县区级).")
            .Value(BackboneLevel.City, "City (市级).")
            .Value(BackboneLevel.Province, "Province (省级).")
            .Value(BackboneLevel.Nation, "Nation (国家级)."),
        new EnumDeclaration<BackboneDutyKind>("BackboneDutyKind", "What a backbone teacher owes. Rule T9.")
            .Value(BackboneDutyKind.DemonstrationLesson, "Demonstration lesson (示范课).")
            .Value(BackboneDutyKind.Guidance, "Guiding others (指导其他教师).")
            .Value(BackboneDutyKind.Lecture, "Lecture (讲座).")
            .Value(BackboneDutyKind.Other, "Another duty (其他)."),
    ];
}
