using HomeroomGraph.Data.Import.Sheets;

namespace HomeroomGraph.Data.Import.Papers;

/// <summary>The columns of a list of papers and what people call them.</summary>
internal static class PaperHeadings
{
    public static readonly Heading Title = new("论文题目", "题目", "标题", "论文标题", "论文名称", "题名", "文章题目", "篇名", "成果名称", "Title");
    public static readonly Heading Authors = new("作者", "全部作者", "作者姓名", "所有作者", "论文作者", "姓名", "Authors");
    public static readonly Heading FirstAuthor = new("第一作者", "第一作者姓名", "独立作者", "首位作者");
    public static readonly Heading StaffNumber = new("作者工号", "工号", "教职工号", "第一作者工号", "教工号", "职工号");
    public static readonly Heading Affiliation = new("作者单位", "单位", "工作单位", "所在单位", "学校", "学校名称");
    public static readonly Heading Venue = new("期刊", "刊名", "期刊名称", "刊物", "刊物名称", "发表刊物", "发表期刊", "杂志", "杂志名称", "出处", "来源");
    public static readonly Heading Year = new("年", "年份", "发表年份", "出版年");
    public static readonly Heading Volume = new("卷", "卷号");
    public static readonly Heading Issue = new("期", "期号", "期数");
    public static readonly Heading Pages = new("页码", "页", "起止页码", "页数", "页码范围");
    public static readonly Heading Doi = new("DOI", "DOI号");
    public static readonly Heading Issn = new("ISSN", "ISSN号", "国际刊号", "国际标准刊号");
    public static readonly Heading Cn = new("CN", "CN号", "国内刊号", "国内统一刊号", "刊号");
    public static readonly Heading PublishedOn = new("发表时间", "发表日期", "出版时间", "出版日期", "刊出时间", "发表年月", "时间", "日期");
    public static readonly Heading Keywords = new("关键词", "关键字", "主题词");
    public static readonly Heading Abstract = new("摘要", "内容摘要", "内容提要");
    public static readonly Heading Kind = new("类别", "论文类别", "类型", "成果类别", "种类", "文章类别");

    public static readonly IReadOnlyList<Heading> All =
    [
        Title, Authors, FirstAuthor, StaffNumber, Affiliation, Venue, Year, Volume, Issue, Pages, Doi, Issn, Cn, PublishedOn, Keywords, Abstract, Kind,
    ];

    /// <summary>The first is the rows' key; that there is an author is asked of each row.</summary>
    public static readonly IReadOnlyList<Heading> Required = [Title];
}
