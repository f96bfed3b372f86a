using HomeroomGraph.Data.Awards;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Awards;

/// <summary>The closed kinds, levels and states of awards.</summary>
internal static class AwardEnums
{
    public static readonly EnumDeclaration[] All =
    [
        new EnumDeclaration<AwardKind>("AwardKind", "What is awarded. Rule W1.")
            .Value(AwardKind.ExcellentHomeroomTeacher, "Excellent homeroom teacher (优秀班主任): every semester, at a school.")
            .Value(AwardKind.FamedHomeroomTeacher, "Famed homeroom teacher (名班主任): of a district or city.")
            .Value(AwardKind.ExcellentPaper, "Excellent paper (优秀论文).")
            .Value(AwardKind.ExcellentCase, "Excellent case (优秀案例).")
            .Value(AwardKind.ExcellentResult, "Excellent result (优秀成果).")
            .Value(AwardKind.ModelClass, "Model class (样板班级), by selection. Rule E9."),
        new EnumDeclaration<AwardLevel>("AwardLevel", "Who awards. Rule W1.")
            .Value(AwardLevel.School, "School (校级).")
            .Value(AwardLevel.County, "County or district (县区级).")
            .Value(AwardLevel.City, "City (市级).")
            .Value(AwardLevel.Province, "Province (省级).")
            .Value(AwardLevel.Nation, "Nation (国家级)."),
        new EnumDeclaration<AwardGrade>("AwardGrade", "The grade of an award. Rule W1.")
            .Value(AwardGrade.First, "First (一等奖).")
            .Value(AwardGrade.Second, "Second (二等奖).")
            .Value(AwardGrade.Third, "Third (三等奖).")
            .Value(AwardGrade.None, "Without a grade (不分等级)."),
        new EnumDeclaration<AwardSource>("AwardSource", "Where an award comes from.")
            .Value(AwardSource.Granted, "Granted by the school or district after a selection. Rule W3.")
            .Value(AwardSource.Outside, "Of another body; its certificate was recorded."),
        new EnumDeclaration<AwardRoundState>("AwardRoundState", "How far a selection has come. Rule W3.")
            .Value(AwardRoundState.Planned, "Not announced yet.")
            .Value(AwardRoundState.Nominating, "Nominations are taken (推荐).")
            .Value(AwardRoundState.Checking, "Nominations are checked for eligibility (审核). Rule W2.")
            .Value(AwardRoundState.Voting, "The committee votes (评议).")
            .Value(AwardRoundState.Notice, "Under public notice (公示).")
            .Value(AwardRoundState.Closed, "Every nomination is decided.")
            .Value(AwardRoundState.Cancelled, "Called off."),
        new EnumDeclaration<AwardCommitteePost>("AwardCommitteePost", "A post on a selection's committee.")
            .Value(AwardCommitteePost.Chair, "Chair (主任委员).")
            .Value(AwardCommitteePost.Member, "Member (委员)."),
        new EnumDeclaration<AwardNominationState>("AwardNominationState", "How far a nomination has come. Rule W3.")
            .Value(AwardNominationState.Nominated, "Nominated, not checked yet.")
            .Value(AwardNominationState.Eligible, "Checked: every condition is met.")
            .Value(AwardNominationState.Ineligible, "Checked: a condition is not met.")
            .Value(AwardNominationState.Notice, "Under public notice (公示).")
            .Value(AwardNominationState.Granted, "Granted.")
            .Value(AwardNominationState.Rejected, "Rejected.")
            .Value(AwardNominationState.Withdrawn, "Withdrawn."),
        new EnumDeclaration<AwardVoteValue>("AwardVoteValue", "What a committee member says to a nomination.")
            .Value(AwardVoteValue.Approve, "For it (同意).")
            .Value(AwardVoteValue.Reject, "Against it (不同意).")
            .Value(AwardVoteValue.Abstain, "Neither (弃权)."),
        new EnumDeclaration<AwardObjectionState>("AwardObjectionState", "What became of an objection. Rule W3.")
            .Value(AwardObjectionState.Open, "Not handled yet.")
            .Value(AwardObjectionState.Upheld, "It holds (成立): there is no grant.")
            .Value(AwardObjectionState.Dismissed, "It does not hold (不成立)."),
    ];
}
