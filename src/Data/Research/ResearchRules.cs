using HomeroomGraph.Data.Refusals;

namespace HomeroomGraph.Data.Research;

/// <summary>The rules of area P that can refuse a use case, by the names under which the database keeps them (migrations 0018 and 0072).</summary>
public static class ResearchRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        // P1 to P4: the application.
        new("p1_one_project_a_number", "Another project of the district has this register number.", "本区县已有课题使用该编号。"),
        new("p1_a_theme_is_tagged", "Tag the project with at least one theme.", "请至少选择一个研究主题。"),
        new("p2_one_unfinished_project", "The leader leads another unfinished project. One at a time.", "该负责人已主持一项未完成的课题，同一时间只能主持一项。"),
        new("p3_a_duty_is_not_empty", "State what the member does.", "请填写成员分工。"),
        new("p3_a_member_is_named_once", "This teacher is a member already.", "该教师已是课题组成员。"),
        new("p3_the_leader_is_a_member", "The leader stays a member of the project.", "负责人须是课题组成员。"),
        new("p4_every_part_is_stated", "This part of the application is still to be written.", "申报书的该项内容尚未填写。"),
        new("p4_a_submitted_application_is_complete", "A part of the application is still to be written.", "申报书尚有内容未填写。"),
        new("p4_the_due_date_is_ahead", "The due date has to lie ahead.", "完成日期须晚于今天。"),
        new("p4_a_stage_goal_is_stated", "State at least one stage with its goal.", "请至少填写一个研究阶段及其目标。"),
        new("p4_a_stage_ends_within_the_project", "This stage ends on {0}, after the project's due date.", "该阶段的截止日期（{0}）晚于课题的完成日期。"),
        new("p4_every_member_has_a_task", "{0} has no task yet.", "{0}尚未分配任务。"),
        new("p4_a_submission_has_a_new_version", "There is no new version of the application to submit.", "没有可提交的申报书新版本。"),

        // P5, P6: the review.
        new("p5_reviewers_at_least", "At least {0} reviewers are needed.", "评审人至少{0}名。"),
        new("p5_a_reviewer_is_no_member", "A reviewer can't be a member of the project, nor have been one.", "课题组成员（含已退出的）不能担任评审人。"),
        new("p5_one_review_a_reviewer_and_version", "This reviewer has this version already.", "该评审人已分配到此版本。"),
        new("p5_a_review_has_three_scores_and_a_comment", "A review has three scores from 0 to 100 and a comment.", "评审须有三项评分（0—100）和评语。"),
        new("p5_a_submitted_review_stays", "This review was given, and stays as it is.", "该评审已提交，不能更改。"),
        new("p5_a_review_is_given_in_review", "Reviews are given while the project is in review.", "课题不在评审中，不能提交评审。"),
        new("p5_every_review_is_given", "Not every reviewer has given the review yet. Wait, or release the reviewer.", "尚有评审人未提交评审，请等待或解除其评审任务。"),
        new("p6_every_opinion_is_answered", "This opinion has no answer yet: {0}", "该意见尚未答复：{0}"),
        new("p6_a_submitted_version_stays", "This version was submitted, and stays as it is.", "该版本已提交，不能更改。"),

        // P7: the decision.
        new("p7_the_level_says_who_approves", "A school-level project is approved by the school's research office, any other by the superior body.", "校级课题由教科室立项，其他级别由上级部门批准。"),
        new("p7_one_project_an_approval_number", "This body has given the approval number to another project.", "该立项编号已被其他课题使用。"),
        new("p7_an_approved_project_has_its_approval", "An approval above school level has a number.", "校级以上课题立项须有立项编号。"),
        new("p7_one_decision_a_project", "The decision on this project is recorded already.", "该课题的批复已登记。"),

        // P8, P9: the project as it runs.
        new("p8_a_stage_ends_after_it_starts", "A stage ends after it starts.", "阶段的截止日期须不早于开始日期。"),
        new("p8_the_deadline_is_after_the_inspection", "The deadline to mend is not before the inspection.", "整改期限不能早于检查日期。"),
        new("p8_what_is_mended_had_a_deadline", "This inspection found nothing to mend, or is older than that day.", "该次检查无需整改，或整改日期早于检查日期。"),
        new("p9_an_item_is_a_document_or_a_text", "Attach a document or write a text.", "请上传文件或填写文字内容。"),
        new("p9_closing_needs_the_portfolio", "The portfolio lacks parts that closing needs.", "档案袋缺少结题所需的材料。"),

        // P10, P14: requests.
        new("p10_only_a_running_project_is_extended", "Only an approved or running project can be extended.", "只有已立项或研究中的课题可以延期。"),
        new("p10_a_request_comes_before_the_due_date", "An extension is asked for before the due date.", "延期申请须在完成日期之前提出。"),
        new("p10_an_extension_ends_later", "An extension ends after the due date.", "延期后的日期须晚于原完成日期。"),
        new("p10_an_extension_has_its_length", "This is longer than one extension may be.", "超出单次延期的最长期限。"),
        new("p10_all_extensions_have_their_length", "With it the extensions are longer than all may be.", "超出累计延期的最长期限。"),
        new("p10_one_open_request", "An extension request is open already.", "已有一项延期申请待审批。"),
        new("p10_a_decision_stays", "The request is decided.", "该申请已有决定。"),
        new("p10_a_later_date_is_an_extension", "Ask for an extension to finish later; a change of the due date only moves it forward.", "推迟完成日期请申请延期；变更完成时间只能提前。"),
        new("p14_only_a_running_project_is_changed", "Only an approved or running project is changed by request.", "只有已立项或研究中的课题可以申请变更。"),
        new("p14_a_change_changes_something", "What is asked for is what is there.", "变更前后内容相同。"),
        new("p14_one_open_request_of_a_kind", "A request for such a change is open already.", "已有一项同类变更申请待审批。"),
        new("p14_a_running_project_changes_by_request", "A running project is changed by a granted request only.", "已立项的课题须经批准的变更申请才能更改。"),
        new("p14_a_decision_stays", "The request is decided.", "该申请已有决定。"),

        // P11: the milestones.
        new("p11_a_step_starts_where_the_project_is", "The project is no longer where this step begins.", "课题状态已改变，不能进行此步骤。"),
        new("p11_no_step_is_skipped", "This step does not follow from where the project is.", "课题当前状态不能进行此步骤。"),
        new("p11_no_step_is_taken_twice", "This was done already.", "该步骤已完成。"),
        new("p11_a_milestone_comes_in_its_turn", "First the opening report, then the mid-term check, then the closing.", "须依次完成开题、中期检查、结题。"),
        new("p11_one_open_request_of_a_kind", "Such a request is open already.", "已有一项同类申请待审批。"),
        new("p11_a_request_for_closing_has_results", "State the results of the project.", "请填写研究成果。"),
        new("p11_a_request_for_termination_has_a_reason", "State the reason.", "请填写撤项理由。"),
        new("p11_a_closing_has_results_review_and_grade", "A closing has the panel's conclusion and a grade.", "结题须有评审意见和等第。"),
        new("p11_a_termination_has_a_reason", "State the reason.", "请填写撤项理由。"),
        new("p11_a_decision_stays", "The request is decided.", "该申请已有决定。"),

        // P12, P15: what the approving body's policy says.
        new("p12_the_maximum_is_not_less", "The maximum is not less than the minimum.", "上限不能低于下限。"),
        new("p15_members_at_least", "The number of members beside the leader is at least {0}.", "除负责人外，成员至少{0}名。"),
        new("p15_members_at_most", "The number of members beside the leader is at most {0}.", "除负责人外，成员至多{0}名。"),
        new("p15_title_of_leader", "The leader's professional title is below the one asked for ({0}).", "负责人的职称低于要求（{0}）。"),
        new("p15_panel_at_least", "The number of reviewers is at least {0}.", "评审组至少{0}人。"),
        new("p15_panel_at_most", "The number of reviewers is at most {0}.", "评审组至多{0}人。"),
        new("p15_panel_from_elsewhere_at_least", "The number of reviewers from other schools is at least {0}.", "评审组中外校人员至少{0}人。"),
    ];
}
