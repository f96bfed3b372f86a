namespace HomeroomGraph.Data.Import.Papers;

/// <summary>What can be wrong with a paper in a file.</summary>
internal static class PaperReasons
{
    public static readonly Reason NotAnObject = new("not-an-object", "不是 CSL-JSON 条目", "not a CSL-JSON item");
    public static readonly Reason NoAuthor = new(
        "no-author", "没有作者，以“{0}”代替（本行仍有效）", "has no author; \"{0}\" is taken instead (the row is still good)");
    public static readonly Reason NoDate = new(
        "no-date", "没有发表时间，以 {0} 年代替（本行仍有效）", "has no date; the year {0} is taken instead (the row is still good)");
    public static readonly Reason NoSuchKind = new("no-such-kind", "不是论文、案例、经验文章、反思之一", "not one of 论文, 案例, 经验文章, 反思");
    public static readonly Reason NotAnIssn = new("not-an-issn", "不是 ISSN（应为 1234-567X）", "not an ISSN (1234-567X)");
    public static readonly Reason NotACn = new("not-a-cn", "不是国内统一刊号（应为 CN 12-3456/G4）", "not a CN number (CN 12-3456/G4)");
    public static readonly Reason NotADoi = new("not-a-doi", "不是 DOI（应以 10. 开头）", "not a DOI (10.…)");
    public static readonly Reason NotAYear = new("not-a-year", "不是年份", "not a year");
    public static readonly Reason NoSuchTeacher = new("no-such-teacher", "区县中没有这个工号", "no teacher of the district has this staff number");
    public static readonly Reason NotTheAuthor = new(
        "not-the-author", "该工号的教师是“{0}”，不在作者之中", "the teacher with this staff number is {0}, who is not among the authors");

    public static readonly Reason Duplicate = new(
        "duplicate", "与第 {0} 行是同一篇（{1}），以先出现的为准（规则 R1）", "the same paper as line {0} ({1}); the first counts (rule R1)");
    public static readonly Reason Held = new(
        "paper-held", "与系统中的论文 {0}“{1}”是同一篇（{2}，规则 R1）", "the same paper as number {0} in the system, \"{1}\" ({2}, rule R1)");

    public static readonly Reason OneArticle = new(
        "one-article",
        "与第 {0} 行是同一篇文章的网络首发和正式刊出，合为一篇",
        "with line {0} the online-first (网络首发) and the printed form of one article; taken as one paper");
    public static readonly Reason OneArticleStored = new(
        "one-article",
        "与系统中的论文 {0}“{1}”是同一篇文章的网络首发和正式刊出，合为一篇",
        "with paper {0} in the system, \"{1}\", the online-first (网络首发) and the printed form of one article; taken as one paper");

    public static readonly Bilingual SameDoi = new("DOI 相同", "same DOI");
    public static readonly Bilingual SameTitle = new("题目和第一作者相同", "same title and first author");
}
