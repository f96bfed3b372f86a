namespace HomeroomGraph.Admin.Pages.Archive.Audit;

/// <summary>The tables that have names in the texts, by area, for the filter. A table that is missing here is still shown, by its raw name.</summary>
public static class AuditTables
{
    public static IReadOnlyList<(string Area, IReadOnlyList<string> Tables)> ByArea { get; } =
    [
        ("Organisation",
        [
            "homeroom.district", "homeroom.district_former_designation", "homeroom.school", "homeroom.school_year",
            "homeroom.semester", "homeroom.calendar_day", "homeroom.cohort", "homeroom.class", "homeroom.subject",
            "homeroom.teacher", "homeroom.teacher_subject", "homeroom.teacher_title", "homeroom.employment", "homeroom.office",
            "homeroom.office_staff", "homeroom.grade_team", "homeroom.grade_team_head",
        ]),
        ("Appointments",
        [
            "homeroom.appointment", "homeroom.screening", "homeroom.inspector_post", "homeroom.inspector_post_class",
        ]),
        ("Training",
        [
            "homeroom.training_programme", "homeroom.training_module", "homeroom.training_session",
            "homeroom.training_attendance", "homeroom.module_test", "homeroom.certificate", "homeroom.education_cycle",
            "homeroom.education_credit", "homeroom.study_note", "homeroom.meeting", "homeroom.meeting_attendance",
            "homeroom.mentorship", "homeroom.mentorship_activity", "homeroom.mentorship_report", "homeroom.mentorship_evaluation",
        ]),
        ("Evaluation",
        [
            "homeroom.evaluation_scheme", "homeroom.evaluation_indicator", "homeroom.check_item", "homeroom.check_round",
            "homeroom.check_sheet", "homeroom.check_line", "homeroom.check_correction", "homeroom.check_publication",
            "homeroom.check_result", "homeroom.improvement_notice", "homeroom.assessment_input", "homeroom.semester_assessment",
        ]),
        ("Awards",
        [
            "homeroom.award_round", "homeroom.award_condition", "homeroom.award_committee_member", "homeroom.award_nomination",
            "homeroom.award_vote", "homeroom.award_objection", "homeroom.award", "homeroom.class_title",
            "homeroom.backbone_designation", "homeroom.backbone_duty", "homeroom.reward_rule", "homeroom.reward_point",
            "homeroom.paper", "homeroom.paper_author", "homeroom.paper_keyword",
        ]),
        ("Research",
        [
            "homeroom.research_theme", "homeroom.research_project", "homeroom.research_application", "homeroom.research_member",
            "homeroom.research_stage", "homeroom.research_task", "homeroom.research_target", "homeroom.research_milestone",
            "homeroom.research_review", "homeroom.research_opinion", "homeroom.research_decision", "homeroom.research_inspection",
            "homeroom.research_state_change", "homeroom.research_change_request", "homeroom.research_extension_request",
            "homeroom.research_portfolio_item", "homeroom.research_group", "homeroom.research_group_member",
        ]),
        ("Access",
        [
            "access.account", "access.grant", "access.client_secret", "access.external_identity", "access.signing_key",
            "homeroom.document", "homeroom.document_content", "homeroom.policy", "homeroom.policy_kind",
        ]),
    ];
}
