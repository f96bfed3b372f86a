using HomeroomGraph.Data.Appointments;
using HomeroomGraph.Data.Archive;
using HomeroomGraph.Data.Awards;
using HomeroomGraph.Data.Evaluation;
using HomeroomGraph.Data.Mentoring;
using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Data.Papers;
using HomeroomGraph.Data.Policies;
using HomeroomGraph.Data.Research;
using HomeroomGraph.Data.Training;

namespace HomeroomGraph.Data.Seeding;

/// <summary>The tables that are seeded, in an order in which no row comes before one it points to.</summary>
internal static class SeedTables
{
    /// <summary>Enters what goes through temporary tables: check sheets with their lines.</summary>
    public const string Entry = """
        do $$
        begin
            if exists (select from seed_sheet) then
                call homeroom.enter_check_sheets('seed_sheet', 'seed_line');
                truncate seed_sheet, seed_line;
            end if;
        end
        $$
        """;

    public static SeedTable[] InOrder() =>
    [
        .. Organisation(),
        new SeedTable<Policy>("policy"),
        .. Appointments(),
        .. Training(),
        .. Mentoring(),
        .. Archive(),
        .. Research(),
        .. Papers(),
        .. Evaluation(),
        .. Awards(),
    ];

    private static SeedTable[] Organisation() =>
    [
        new SeedTable<SchoolYear>("school_year"),
        new SeedTable<Semester>("semester"),
        new SeedTable<CalendarDay>("calendar_day"),
        new SeedTable<Subject>("subject"),
        new SeedTable<School>("school"),
        new SeedTable<Teacher>("teacher"),
        new SeedTable<TeacherSubject>("teacher_subject"),
        new SeedTable<TeacherTitle>("teacher_title"),
        new SeedTable<Employment>("employment"),
        new SeedTable<Cohort>("cohort"),
        new SeedTable<SchoolClass>("class"),
        new SeedTable<Office>("office"),
        new SeedTable<OfficeStaff>("office_staff"),
        new SeedTable<ResearchGroup>("research_group"),
        new SeedTable<ResearchGroupMember>("research_group_member"),
        new SeedTable<GradeTeam>("grade_team"),
        new SeedTable<GradeTeamHead>("grade_team_head"),
    ];

    private static SeedTable[] Appointments() =>
        [new SeedTable<Screening>("screening"), new SeedTable<Appointment>("appointment"), new SeedTable<ImprovementNotice>("improvement_notice")];

    private static SeedTable[] Training() =>
    [
        new SeedTable<TrainingProgramme>("training_programme"),
        new SeedTable<TrainingModule>("training_module"),
        new SeedTable<TrainingSession>("training_session"),
        new SeedTable<TrainingAttendance>("training_attendance"),
        new SeedTable<StudyNote>("study_note"),
        new SeedTable<ModuleTest>("module_test"),
        new SeedTable<EducationCycle>("education_cycle"),
        new SeedTable<Certificate>("certificate"),
        new SeedTable<EducationCredit>("education_credit") { NumberedByDatabase = true },
        new SeedTable<Meeting>("meeting"),
        new SeedTable<MeetingAttendance>("meeting_attendance"),
        new SeedTable<BackboneDesignation>("backbone_designation"),
        new SeedTable<BackboneDuty>("backbone_duty"),
    ];

    private static SeedTable[] Mentoring() =>
    [
        new SeedTable<Mentorship>("mentorship"),
        new SeedTable<MentorshipActivity>("mentorship_activity"),
        new SeedTable<MentorshipReport>("mentorship_report"),
        new SeedTable<MentorshipEvaluation>("mentorship_evaluation"),
    ];

    private static SeedTable[] Archive() => [new SeedTable<DocumentContent>("document_content"), new SeedTable<Document>("document"), new SeedTable<SemesterReport>("semester_report")];

    private static SeedTable[] Papers() =>
        [new SeedTable<Paper>("paper"), new SeedTable<PaperAuthor>("paper_author"), new SeedTable<PaperKeyword>("paper_keyword")];

    // The decisions and milestones of a project add steps of their own.
    private static SeedTable[] Research() =>
    [
        new SeedTable<ResearchProject>("research_project"),
        new SeedTable<ResearchTheme>("research_theme"),
        new SeedTable<ResearchMember>("research_member"),
        new SeedTable<ResearchStage>("research_stage"),
        new SeedTable<ResearchTask>("research_task"),
        new SeedTable<ResearchApplication>("research_application"),
        new SeedTable<ResearchReview>("research_review"),
        new SeedTable<ResearchStateChange>("research_state_change") { NumberedByDatabase = true },
        new SeedTable<ResearchOpinion>("research_opinion"),
        new SeedTable<ResearchDecision>("research_decision"),
        new SeedTable<MilestoneRequest>("research_milestone_request"),
        new SeedTable<ResearchMilestone>("research_milestone"),
        new SeedTable<ExtensionRequest>("research_extension_request"),
        new SeedTable<ChangeRequest>("research_change_request"),
        new SeedTable<ResearchInspection>("research_inspection"),
        new SeedTable<PortfolioItem>("research_portfolio_item"),
        new SeedTable<ResearchTarget>("research_target"),
    ];

    private static SeedTable[] Evaluation() =>
    [
        new SeedTable<InspectorPost>("inspector_post"),
        new SeedTable<InspectorPostClass>("inspector_post_class"),
        new SeedTable<EvaluationScheme>("evaluation_scheme"),
        new SeedTable<EvaluationIndicator>("evaluation_indicator"),
        new SeedTable<CheckRound>("check_round"),
        new SeedTable<CheckItem>("check_item"),
        new SeedTable<CheckSheet>("check_sheet") { Through = "seed_sheet" },
        new SeedTable<CheckLine>("check_line") { Through = "seed_line", NumberedByDatabase = true },
        new SeedTable<CheckCorrection>("check_correction"),
        new SeedTable<CheckPublication>("check_publication"),
        new SeedTable<CheckResult>("check_result"),
        new SeedTable<ClassTitle>("class_title"),
        new SeedTable<SemesterAssessment>("semester_assessment"),
        new SeedTable<AssessmentInput>("assessment_input"),
    ];

    private static SeedTable[] Awards() =>
    [
        new SeedTable<RewardRule>("reward_rule"),
        new SeedTable<AwardRound>("award_round"),
        new SeedTable<AwardCommitteeMember>("award_committee_member"),
        new SeedTable<AwardNomination>("award_nomination"),
        new SeedTable<AwardCondition>("award_condition"),
        new SeedTable<AwardVote>("award_vote"),
        new SeedTable<AwardObjection>("award_objection"),
        new SeedTable<Award>("award"),
        new SeedTable<RewardPoint>("reward_point"),
    ];
}
