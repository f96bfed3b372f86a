using HomeroomGraph.Data.Refusals;

namespace HomeroomGraph.Data.Archive;

/// <summary>What rule V1 refuses, in words.</summary>
public static class SemesterReportRules
{
    public static readonly Rule OneOfAKind = new("v1_one_report_of_a_kind_a_semester",
        "The plan, or the summary, of this semester was written meanwhile. Read it again.", "该学期的计划或总结已由他人写入，请刷新后重试。");

    public static readonly Rule TextOrDocument = new("v1_a_report_is_a_text_or_a_document", "Write something, or attach a document.", "请填写内容或上传文件。");

    public static readonly Rule NotTooLong = new("v1_a_report_is_not_too_long", "A text has at most 20,000 characters; attach a longer one as a document.", "正文不超过20000个字符，更长的请以文件上传。");

    public static readonly Rule OfTheSemester = new("v1_a_report_is_of_who_served_in_the_semester",
        "The teacher worked at no school of the district in this semester.", "该教师在该学期不在本区任何学校任职。");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Rule> All { get; } = [OneOfAKind, TextOrDocument, NotTooLong, OfTheSemester];
}
