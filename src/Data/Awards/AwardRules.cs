using HomeroomGraph.Data.Refusals;

namespace HomeroomGraph.Data.Awards;

/// <summary>The rules of area W that can refuse a use case, by the names under which the database keeps them (migrations 0021, 0085 and 0087).</summary>
public static class AwardRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        // W1: kinds and levels.
        new("w1_a_school_awards_at_school_level", "A school awards at school level, a district above it.", "校级奖项由学校评选，县区级及以上由区县组织。"),
        new("w1_excellent_homeroom_teachers_are_of_a_school_and_semester", "Excellent homeroom teachers are selected by a school, every semester.", "优秀班主任由学校按学期评选。"),
        new("w1_famed_homeroom_teachers_are_of_a_district", "Famed homeroom teachers are selected by the district.", "名班主任由区县评选。"),
        new("w1_one_selection_of_homeroom_teachers_a_semester", "The school has a selection of excellent homeroom teachers in this semester already.", "该校本学期已有优秀班主任评选。"),
        new("w1_a_model_class_is_a_class", "A model class is a class.", "样板班级须推荐班级。"),
        new("w1_a_person_is_nominated_but_for_a_class", "Name the teacher who is nominated.", "请选择被推荐的教师。"),
        new("w1_a_recorded_award_is_of_another_body", "What the school or the district grants comes after a selection here, and is not recorded.", "本校、本区县授予的奖项须经评选，不能登记。"),
        new("w1_awards_of_other_bodies_are_above_schools", "Awards of other bodies are above school level.", "外部奖项须为县区级及以上。"),
        new("w1_an_award_is_recorded_after_its_grant", "The day on the certificate is still to come.", "证书日期不能晚于今天。"),
        new("w1_an_award_is_recorded_at_the_recipients_school", "The teacher is not of this school.", "该教师不属于该校。"),
        new("w1_a_paper_awarded_is_the_recipients", "The paper is of others, or the award is not for a paper.", "论文不是获奖者的，或该奖项不针对论文。"),
        new("w1_a_paper_is_nominated_as_paper_or_case", "A paper is named for papers and cases, and for nothing else.", "论文、案例评选须选择论文，其他评选不选。"),

        // W2: eligibility.
        new("w2_the_check_says_who_is_eligible", "Who is eligible follows from the check, and from nothing else.", "是否符合条件以资格审核结果为准。"),

        // W3: nomination and check.
        new("w3_nominations_while_the_round_takes_them", "Nominations are not taken now.", "当前不在推荐阶段。"),
        new("w3_a_teacher_is_nominated_once", "This teacher is nominated already.", "该教师已被推荐。"),
        new("w3_a_class_is_nominated_once", "This class is nominated already.", "该班级已被推荐。"),
        new("w3_a_paper_is_nominated_once", "This paper is nominated already.", "该论文已被推荐。"),
        new("w3_a_schools_round_has_nominees_of_the_school", "The nominee is of another school.", "被推荐人不属于本校。"),
        new("w3_a_nomination_keeps_its_nominee", "Withdraw the nomination and make another.", "请撤回推荐后重新推荐。"),
        new("w3_a_selection_has_nominations", "Nobody is nominated yet.", "尚无推荐。"),
        new("w3_every_nomination_is_checked", "{0} is not checked yet.", "{0}尚未审核。"),
        new("w3_somebody_is_eligible", "Nobody was found eligible.", "没有符合条件的被推荐人。"),

        // W3: the committee and its vote.
        new("w3_a_teacher_sits_once_on_a_committee", "This teacher sits on the committee already.", "该教师已是评审委员。"),
        new("w3_one_chair_a_committee", "The committee has a chair already.", "评审委员会已有主任委员。"),
        new("w3_committee_at_least", "The committee has at least {0} members.", "评审委员至少{0}名。"),
        new("w3_the_committee_is_seated_before_the_vote", "The committee is seated before the vote.", "评审委员须在评议开始前确定。"),
        new("w3_who_has_voted_stays", "Who has voted stays on the committee.", "已投票的评审委员不能解除。"),
        new("w3_votes_while_the_round_votes", "The vote is not open.", "当前不在评议阶段。"),
        new("w3_votes_are_on_who_is_eligible", "This nominee is not voted on.", "该被推荐人不参加评议。"),
        new("w3_no_vote_on_oneself", "A member of the committee does not vote on oneself, the own paper, or the own class.", "评审委员不得对本人、本人论文或本人所带班级投票。"),
        new("w3_every_vote_is_cast", "{0} votes are still to be cast. Wait, or release who does not vote.", "尚有{0}票未投，请等待或解除未投票的委员。"),
        new("w3_the_votes_pass_the_nominee", "The votes don't pass this nominee.", "该被推荐人得票未达到要求。"),
        new("w3_not_more_than_the_places", "There are {0} places.", "名额为{0}名。"),
        new("w3_a_tie_for_the_last_place_is_broken", "These have as many votes for the last places: {0}. Say who of them goes first.", "以下被推荐人得票相同，名额不足：{0}。请指定优先者。"),

        // W3: notice, objections, decision.
        new("w3_notice_lasts_its_working_days", "The public notice is too short: {0}", "公示时间不足：{0}"),
        new("w3_notice_ends_after_it_starts", "The public notice ends after it starts.", "公示结束日期须晚于开始日期。"),
        new("w3_objections_are_to_a_public_notice", "Objections are raised while the nominee is under public notice.", "只能对公示中的被推荐人提出异议。"),
        new("w3_objections_come_before_the_grant", "The award is granted; ask for its revocation.", "奖项已授予，请申请撤销。"),
        new("w3_an_objection_is_handled_after_it_is_raised", "An objection is handled after it was raised.", "处理日期不能早于提出日期。"),
        new("w3_a_handled_objection_stays", "The objection is handled.", "该异议已处理。"),
        new("w3_a_grant_comes_after_the_notice", "The public notice goes on until {0}.", "公示尚未结束（至{0}）。"),
        new("w3_no_grant_over_an_objection", "An objection is open or was upheld.", "尚有未处理或成立的异议。"),
        new("w3_one_award_a_number", "Another award of the district has this number.", "本区县已有奖项使用该证书编号。"),
        new("w3_one_outside_award_a_number", "This award is recorded already, with this number of this issuer.", "该单位该编号的奖项已登记。"),
        new("w3_one_award_a_nomination", "The award is granted already.", "该推荐已授予奖项。"),
        new("w3_a_refusal_says_why", "Say why.", "请填写理由。"),
        new("w3_every_nomination_is_decided", "{0} is not decided yet.", "{0}尚未决定。"),
        new("w3_a_revocation_stays", "The award was revoked.", "该奖项已撤销。"),
        new("w3_revoked_after_granted", "An award is revoked on the day of its grant or after.", "撤销日期不能早于授予日期。"),

        // W3: the order of the steps.
        new("w3_a_step_starts_where_the_round_is", "The selection is no longer where this step begins.", "评选状态已改变，不能进行此步骤。"),
        new("w3_a_step_starts_where_the_nomination_is", "The nomination is no longer where this step begins.", "推荐状态已改变，不能进行此步骤。"),
        new("w3_a_step_comes_in_its_turn", "This step does not come while the selection is where it is.", "评选当前状态不能进行此步骤。"),
        new("w3_no_step_of_a_round_is_skipped", "This step does not follow from where the selection is.", "评选当前状态不能进行此步骤。"),
        new("w3_no_step_of_a_nomination_is_skipped", "This step does not follow from where the nomination is.", "推荐当前状态不能进行此步骤。"),

        // W4: reward rules and the ledger.
        new("w4_one_rule_at_a_time", "Another rule for this award holds in that time.", "该时间内已有同类奖励规则。"),
        new("w4_rule_ends_after_it_starts", "A rule ends after it starts.", "规则的结束日期须晚于开始日期。"),
        new("w4_a_used_rule_stays", "The rule gave points for an award of that day or later: let it end later, and begin the new one then.", "该规则已用于当日或之后的奖项，请将结束日期后移。"),
        new("w4_points_follow_the_reward_rules", "The reward rules give other points for this award, or none.", "奖励条例对该奖项的积分不同，或没有积分。"),
        new("w4_points_go_to_who_was_awarded", "The award is of somebody else.", "该奖项属于他人。"),
        new("w4_an_award_is_entered_once", "The points of this award are entered already.", "该奖项的积分已登记。"),
        new("w4_a_revoked_award_gives_no_points", "The points of a revoked award are taken back.", "已撤销奖项的积分须扣回。"),
    ];
}
