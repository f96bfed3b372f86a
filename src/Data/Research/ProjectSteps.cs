using static HomeroomGraph.Data.Research.ProjectActor;
using static HomeroomGraph.Data.Research.ProjectState;

namespace HomeroomGraph.Data.Research;

/// <summary>The life of a project (rules P2 to P14): the state machine and what is done in each state, in the order in which it happens.</summary>
public static class ProjectSteps
{
    private static readonly ProjectState[] WhileWritten = [Draft, RevisionRequested];
    private static readonly ProjectState[] OnceApproved = [Approved, Running];

    // P4: the application is written.
    public static readonly ProjectStep Save = new("saveResearchApplication", "Saves the application's draft; it may be incomplete", "保存申报书", [Leader], WhileWritten);
    public static readonly ProjectStep Discard = new("discardResearchDraft", "Throws a draft away", "删除草稿", [Leader], [Draft]);
    public static readonly ProjectStep EditTeam = new("changeResearchTeam", "Names members with their duties", "编辑课题组成员", [Leader], WhileWritten)
    {
        Mutations = ["addResearchMember", "changeResearchMember", "removeResearchMember"],
        Needs = ["p3_a_duty_is_not_empty", "p3_a_member_is_named_once"],
    };

    public static readonly ProjectStep EditStages = new("changeResearchStages", "States the stages with their goals", "编辑阶段", [Leader], WhileWritten)
    {
        Mutations = ["addResearchStage", "changeResearchStage", "removeResearchStage"],
        Needs = ["p8_a_stage_ends_after_it_starts"],
    };

    public static readonly ProjectStep EditTasks = new("changeResearchTasks", "Gives tasks to members", "编辑任务", [Leader], [.. WhileWritten, .. OnceApproved])
    {
        Mutations = ["addResearchTask", "changeResearchTask", "removeResearchTask"],
    };

    public static readonly ProjectStep Submit = new("submitResearchProject", "Submits the application, or its revised version", "提交申报", [Leader], WhileWritten)
    {
        To = [Submitted],
        Needs =
        [
            "p4_every_part_is_stated", "p4_the_due_date_is_ahead", "p4_a_stage_goal_is_stated", "p4_a_stage_ends_within_the_project", "p4_every_member_has_a_task", "p1_a_theme_is_tagged",
            "p2_one_unfinished_project", "p6_every_opinion_is_answered", "p15_members_at_least", "p15_members_at_most", "p15_title_of_leader",
        ],
    };

    public static readonly ProjectStep Withdraw = new("withdrawResearchProject", "Withdraws the application before a decision", "撤回申报", [Leader], [Submitted, InReview, RevisionRequested, Recommended]) { To = [Withdrawn] };

    // P5, P6: the preliminary review.
    public static readonly ProjectStep AssignReviewers = new("assignResearchReviewers", "Assigns reviewers, which begins the review", "分配评审人", [ResearchOffice], [Submitted, InReview])
    {
        To = [InReview],
        Needs = ["p5_reviewers_at_least", "p5_a_reviewer_is_no_member", "p15_panel_at_least", "p15_panel_at_most", "p15_panel_from_elsewhere_at_least"],
    };

    public static readonly ProjectStep ReleaseReviewer = new("releaseResearchReviewer", "Releases a reviewer who has not given the review", "解除评审人", [ResearchOffice], [InReview]) { Needs = ["p5_reviewers_at_least", "p5_a_submitted_review_stays"] };
    public static readonly ProjectStep GiveReview = new("submitResearchReview", "Gives the own review", "提交评审", [Reviewer], [InReview]) { Needs = ["p5_a_review_has_three_scores_and_a_comment"] };
    public static readonly ProjectStep RequestRevision = new("requestResearchRevision", "Sends the application back with opinions", "退回修改", [ResearchOffice], [InReview]) { To = [RevisionRequested], Needs = ["p5_every_review_is_given"] };
    public static readonly ProjectStep AnswerOpinion = new("answerResearchOpinion", "Answers an opinion", "答复意见", [Leader], [RevisionRequested]);
    public static readonly ProjectStep Reject = new("rejectResearchProject", "Rejects the application", "不予通过", [ResearchOffice], [InReview]) { To = [Rejected], Needs = ["p5_every_review_is_given"] };

    // P7: the decision.
    public static readonly ProjectStep Recommend = new("recommendResearchProject", "Recommends the application to the superior body", "推荐上报", [ResearchOffice], [InReview]) { To = [Recommended], OfSchoolLevel = false, Needs = ["p5_every_review_is_given"] };

    public static readonly ProjectStep Approve = new("approveResearchProject", "Approves a school-level project", "准予立项", [ResearchOffice], [InReview])
    {
        To = [Approved],
        OfSchoolLevel = true,
        Needs = ["p5_every_review_is_given", "p7_the_level_says_who_approves", "p7_one_project_an_approval_number"],
    };

    public static readonly ProjectStep RecordDecision = new("recordResearchDecision", "Records the superior body's decision", "登记批复", [DistrictResearchOfficer], [Recommended])
    {
        To = [Approved, Refused],
        OfSchoolLevel = false,
        Needs = ["p7_the_level_says_who_approves", "p7_an_approved_project_has_its_approval", "p7_one_project_an_approval_number"],
    };

    // P8, P9: the project runs.
    public static readonly ProjectStep FinishTask = new("completeResearchTask", "Says when a task was done", "完成任务", [Member], OnceApproved);
    public static readonly ProjectStep FinishStage = new("completeResearchStage", "Says when a stage was done", "完成阶段", [Leader], OnceApproved);
    public static readonly ProjectStep Inspect = new("inspectResearchProject", "Records an inspection", "登记检查", [ResearchOffice, GroupLeader], OnceApproved) { Needs = ["p8_the_deadline_is_after_the_inspection"] };
    public static readonly ProjectStep ConfirmMended = new("confirmInspectionMended", "Says that what an inspection found was mended", "确认整改", [ResearchOffice, GroupLeader], OnceApproved) { Needs = ["p8_what_is_mended_had_a_deadline"] };
    public static readonly ProjectStep FillPortfolio = new("changeResearchPortfolio", "Adds to the portfolio, or takes from it", "整理档案袋", [Member], OnceApproved)
    {
        Mutations = ["addPortfolioItem", "removePortfolioItem"],
        Needs = ["p9_an_item_is_a_document_or_a_text"],
    };


    // P10, P14: requests.
    public static readonly ProjectStep RequestExtension = new("requestResearchExtension", "Asks to finish later", "申请延期", [Leader], OnceApproved)
    {
        Needs = ["p10_a_request_comes_before_the_due_date", "p10_an_extension_ends_later", "p10_an_extension_has_its_length", "p10_all_extensions_have_their_length", "p10_one_open_request"],
    };

    public static readonly ProjectStep DecideExtension = new("decideResearchExtension", "Decides on an extension", "审批延期", [ApprovingBody], OnceApproved) { Needs = ["p10_an_extension_has_its_length", "p10_all_extensions_have_their_length"] };
    public static readonly ProjectStep RequestChange = new("requestResearchChange", "Asks for a change of the project", "申请变更", [Leader], OnceApproved) { Needs = ["p14_a_change_changes_something", "p14_one_open_request_of_a_kind", "p10_a_later_date_is_an_extension"] };
    public static readonly ProjectStep DecideChange = new("decideResearchChange", "Decides on a change, which a grant carries out", "审批变更", [ApprovingBody], OnceApproved) { Needs = ["p2_one_unfinished_project", "p5_a_reviewer_is_no_member"] };

    // P11: the milestones.
    public static readonly ProjectStep RequestMilestone = new("requestResearchMilestone", "Hands in the report of a milestone, or asks for termination", "提交开题、中期、结题或撤项申请", [Leader], OnceApproved)
    {
        Needs = ["p11_a_milestone_comes_in_its_turn", "p11_no_step_is_taken_twice", "p11_one_open_request_of_a_kind", "p9_closing_needs_the_portfolio", "p11_a_request_for_closing_has_results", "p11_a_request_for_termination_has_a_reason"],
    };

    public static readonly ProjectStep DecideOpening = new("decideResearchOpening", "Accepts the opening report or sends it back", "审定开题", [ResearchOffice], [Approved]) { Mutations = ["decideResearchMilestone"], To = [Running], Needs = ["p11_a_milestone_comes_in_its_turn"] };
    public static readonly ProjectStep DecideMidterm = new("decideResearchMidterm", "Accepts the mid-term check or sends it back", "审定中期检查", [ResearchOffice], [Running]) { Mutations = ["decideResearchMilestone"], Needs = ["p11_a_milestone_comes_in_its_turn"] };

    public static readonly ProjectStep DecideClosing = new("decideResearchClosing", "Closes the project with its grade, or sends the report back", "审定结题", [ApprovingBody], [Running])
    {
        Mutations = ["decideResearchMilestone"],
        To = [Closed],
        Needs = ["p11_a_milestone_comes_in_its_turn", "p9_closing_needs_the_portfolio", "p11_a_closing_has_results_review_and_grade"],
    };

    public static readonly ProjectStep DecideTermination = new("decideResearchTermination", "Decides on a request for termination", "审定撤项", [ApprovingBody], OnceApproved) { Mutations = ["decideResearchMilestone"], To = [Terminated], Needs = ["p11_a_termination_has_a_reason"] };
    public static readonly ProjectStep Terminate = new("terminateResearchProject", "Terminates a project", "撤项", [ApprovingBody], OnceApproved) { To = [Terminated], Needs = ["p11_a_termination_has_a_reason"] };

    /// <summary>All, in the order of a project's life.</summary>
    public static IReadOnlyList<ProjectStep> All { get; } =
    [
        Save, EditTeam, EditStages, EditTasks, Discard, Submit, Withdraw, AssignReviewers, ReleaseReviewer, GiveReview, RequestRevision, AnswerOpinion, Reject, Recommend, Approve, RecordDecision,
        RequestMilestone, DecideOpening, FinishTask, FinishStage, FillPortfolio, Inspect, ConfirmMended, RequestExtension, DecideExtension, RequestChange, DecideChange, DecideMidterm,
        DecideClosing, DecideTermination, Terminate,
    ];
}
