namespace HomeroomGraph.Data.Import.Columns;

/// <summary>What can be wrong with a value by itself.</summary>
internal static class Reasons
{
    public static readonly Reason Missing = new("missing", "缺少值", "missing");
    public static readonly Reason TooLong = new("too-long", "超过 {0} 个字符", "longer than {0} characters");
    public static readonly Reason ControlCharacter = new(
        "control-character", "含有控制字符或不可见字符（{0}）", "holds a control or invisible character ({0})");
    public static readonly Reason DamagedText = new(
        "damaged-text", "含有替换字符 U+FFFD，原文字已损坏", "holds U+FFFD: the text was damaged before it came here");
    public static readonly Reason NotOneOf = new("not-one-of", "不是 {0} 之一", "not one of {0}");
    public static readonly Reason NotBoolean = new("not-boolean", "不是 true 或 false", "not true or false");
    public static readonly Reason NoSuchDate = new(
        "no-such-date", "不是有效日期（应为 YYYY-MM-DD）", "no such date (write YYYY-MM-DD)");
    public static readonly Reason DateOutOfRange = new(
        "date-out-of-range", "日期不在 {0}—{1} 年之间", "date is not between the years {0} and {1}");
    public static readonly Reason NotATimestamp = new(
        "not-iso-8601", "不是 ISO 8601 时间（本行仍有效）", "not ISO 8601 (the row is still good)");
    public static readonly Reason NotAYear = new("not-a-year", "不是四位数年份", "not a year of four digits");
    public static readonly Reason WrongFieldCount = new(
        "wrong-field-count", "本行有 {0} 列，表头有 {1} 列", "the row has {0} fields, the header {1}");
    public static readonly Reason TextAfterQuote = new(
        "text-after-quote", "引号结束之后还有文字", "text after the closing quote");
}
