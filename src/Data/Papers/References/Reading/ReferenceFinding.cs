namespace HomeroomGraph.Data.Papers.References;

/// <summary>What of a pasted text was not understood, or not kept: for people and, by its code, for programs.</summary>
/// <param name="Code">Stable, SCREAMING.</param>
/// <param name="Field">The field of the paper that it concerns: title, authors, date; null for the text as a whole.</param>
/// <param name="Message">In English and then in Chinese.</param>
public sealed record ReferenceFinding(string Code, string? Field, string Message);

/// <summary>The findings that there can be.</summary>
internal static class ReferenceFindings
{
    public static readonly ReferenceFinding Empty = new("EMPTY", null, "There is no text. 没有内容。");

    public static readonly ReferenceFinding OnlyADoi = new(
        "ONLY_A_DOI", null, "This is a DOI only: paste the record that doi.org gives for it, or fill in the rest. 只有 DOI：请粘贴 doi.org 给出的记录，或补全其余各项。");

    public static readonly ReferenceFinding NotJson = new("NOT_JSON", null, "This begins as JSON and is not sound. 以 JSON 开头，但格式不正常。");
    public static readonly ReferenceFinding NoItem = new("NO_RECORD", null, "There is no record in this text. 其中没有题录。");
    public static readonly ReferenceFinding NotClosed = new("NOT_CLOSED", null, "A brace or a quotation mark is not closed; the rest was taken for its text. 括号或引号没有闭合，其后全部当作该项内容。");
    public static readonly ReferenceFinding NoTitle = new("NO_TITLE", "title", "No title was found. 没有找到题名。");
    public static readonly ReferenceFinding NoAuthor = new("NO_AUTHOR", "authors", "No author was found. 没有找到作者。");
    public static readonly ReferenceFinding NoDate = new("NO_DATE", "date", "No date of publication was found. 没有找到发表时间。");

    public static readonly ReferenceFinding NoTypeCode = new(
        "NO_TYPE_CODE", "type", "There is no code of type such as [J], so only author, title and date were looked for. 没有 [J] 一类的文献类型标识，只辨认了作者、题名和时间。");

    public static readonly ReferenceFinding Others = new(
        "AUTHORS_LEFT_OUT", "authors", "The reference leaves authors out (等, et al.): add them. 原文省略了部分作者（等），请补全。");

    public static readonly ReferenceFinding Capitals = new(
        "CAPITALS", "authors", "Family names were in capitals; look at their spelling. 姓氏原为全大写，请核对大小写。");

    public static ReferenceFinding TooLong(int most) => new("TOO_LONG", null, $"The text is longer than {most} characters. 内容超过 {most} 个字符。");

    public static ReferenceFinding Several(int count) => new(
        "SEVERAL_RECORDS", null, $"There are {count} records; the first was taken. 共有 {count} 条题录，只取第一条。");

    public static ReferenceFinding TooManyAuthors(int most) => new(
        "TOO_MANY_AUTHORS", "authors", $"There are more than {most} authors; the first {most} were taken. 作者超过 {most} 人，只取前 {most} 人。");

    public static ReferenceFinding Cut(string field, int most) => new(
        "CUT", field, $"{field}: longer than {most} characters, and cut off there. {field} 超过 {most} 个字符，已截断。");

    public static ReferenceFinding NotUnderstood(string field, string text) => new(
        "NOT_UNDERSTOOD", field, $"{field}: \"{Short(text)}\" was not understood. {field}：“{Short(text)}”没有辨认出来。");

    public static ReferenceFinding NotKept(string names) => new(
        "NOT_KEPT", null, $"These fields have no place and were left out: {Short(names)}. 以下各项没有对应的位置，未保留：{Short(names)}。");

    private static string Short(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= 120 ? line : $"{line[..(char.IsHighSurrogate(line[119]) ? 119 : 120)]}…";
    }
}
