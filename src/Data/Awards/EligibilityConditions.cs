namespace HomeroomGraph.Data.Awards;

/// <summary>The conditions of eligibility (rule W2) by their codes, with their words. Which of them a selection asks, what is found and what is asked for says
/// <c>homeroom.award_eligibility</c> alone.</summary>
public static class EligibilityConditions
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["ethics_veto"] = "No ethics veto is in force. 无师德一票否决。",
        ["employment"] = "Works at the school that nominates. 在推荐学校任职。",
        ["certificate"] = "Holds a valid homeroom training certificate. 持有有效的班主任培训合格证。",
        ["homeroom_post"] = "Is or was a homeroom teacher in the period. 评选期内担任班主任。",
        ["service_years"] = "Years of homeroom service. 班主任工作年限。",
        ["assessment_grade"] = "Grade of the last semester assessment. 最近一次学期考核等第。",
        ["papers"] = "Papers dated in the period. 评选期内的论文篇数。",
        ["mentor_duty"] = "Open duties as a mentor or mentee. 未完成的师徒结对任务。",
        ["mentees"] = "Mentees guided. 带过的徒弟人数。",
        ["authorship"] = "Is an author of the paper, and it is of the kind. 是论文作者，且类别相符。",
        ["paper_of_the_period"] = "The paper is dated in the period. 论文在评选期内发表。",
        ["class_titles"] = "Winning-class titles in the period. 评选期内的优胜班级次数。",
    };

    public static IReadOnlyCollection<string> Codes => Words.Keys;

    /// <summary>What a condition asks for, in English and then in Chinese.</summary>
    public static string WordsOf(string code) => Words[code];
}
