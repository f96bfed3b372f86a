using System.Globalization;
using System.Text.RegularExpressions;
using HomeroomGraph.Data.Import.Columns;
using HomeroomGraph.Data.Import.Sheets;
using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Import.Rolls;

/// <summary>What the cells of a roll say.</summary>
internal static partial class RollValues
{
    private const int LongestNumber = 32, LongestName = 60, MostYears = 60;
    private const int MonthsOfAYear = 12;

    /// <summary>Written where there is nothing to say.</summary>
    private static readonly string[] Nothing = ["无", "/", "-", "--", "—", "——", "暂无", "未评", "未定级", "未定", "未评职称", "无职称", "见习", "见习期", "不详"];

    private static readonly Dictionary<string, TeacherStatus> Statuses = new()
    {
        ["在职"] = TeacherStatus.Active, ["在岗"] = TeacherStatus.Active, ["在编"] = TeacherStatus.Active, ["在职在岗"] = TeacherStatus.Active,
        ["正常"] = TeacherStatus.Active, ["在编在岗"] = TeacherStatus.Active, ["支教"] = TeacherStatus.Active, ["交流"] = TeacherStatus.Active,
        ["休假"] = TeacherStatus.OnLeave, ["病假"] = TeacherStatus.OnLeave, ["产假"] = TeacherStatus.OnLeave, ["事假"] = TeacherStatus.OnLeave,
        ["请假"] = TeacherStatus.OnLeave, ["长假"] = TeacherStatus.OnLeave, ["长病假"] = TeacherStatus.OnLeave, ["不在岗"] = TeacherStatus.OnLeave,
        ["退休"] = TeacherStatus.Retired, ["已退休"] = TeacherStatus.Retired, ["内退"] = TeacherStatus.Retired, ["离退休"] = TeacherStatus.Retired,
        ["离职"] = TeacherStatus.Left, ["已离职"] = TeacherStatus.Left, ["调出"] = TeacherStatus.Left, ["调离"] = TeacherStatus.Left,
        ["辞职"] = TeacherStatus.Left, ["解聘"] = TeacherStatus.Left,
    };

    /// <summary>The ladder since 2015, and the two older ones, which it took over.</summary>
    private static readonly Dictionary<string, ProfessionalTitle> Titles = new()
    {
        ["正高级"] = ProfessionalTitle.FullSenior, ["正高"] = ProfessionalTitle.FullSenior,
        ["高级"] = ProfessionalTitle.Senior, ["副高级"] = ProfessionalTitle.Senior, ["副高"] = ProfessionalTitle.Senior,
        ["一级"] = ProfessionalTitle.First, ["1级"] = ProfessionalTitle.First,
        ["二级"] = ProfessionalTitle.Second, ["2级"] = ProfessionalTitle.Second,
        ["三级"] = ProfessionalTitle.Third, ["3级"] = ProfessionalTitle.Third, ["员级"] = ProfessionalTitle.Third,
        ["中学高级"] = ProfessionalTitle.Senior, ["中学一级"] = ProfessionalTitle.First, ["中学二级"] = ProfessionalTitle.Second, ["中学三级"] = ProfessionalTitle.Third,
        ["中高"] = ProfessionalTitle.Senior, ["中一"] = ProfessionalTitle.First, ["中二"] = ProfessionalTitle.Second, ["中三"] = ProfessionalTitle.Third,
        ["小学中学高级"] = ProfessionalTitle.Senior, ["小学高级"] = ProfessionalTitle.First, ["小学一级"] = ProfessionalTitle.Second, ["小学二级"] = ProfessionalTitle.Third,
        ["小高"] = ProfessionalTitle.First, ["小一"] = ProfessionalTitle.Second, ["小二"] = ProfessionalTitle.Third,
    };

    public static Cell<string> StaffNumber(SheetCell cell)
    {
        var text = SheetText.Compact(cell.Text).TrimStart('\'');
        return text.Length > LongestNumber ? Wrong(Reasons.TooLong, LongestNumber)
            : Scientific().IsMatch(text) ? Wrong(SheetReasons.DigitsLost)
            : StaffNumberForm().IsMatch(text) ? text
            : Wrong(RollReasons.NotAStaffNumber);
    }

    public static Cell<string> Name(SheetCell cell)
    {
        var text = Remark().Replace(SheetText.Plain(cell.Text), "").Trim();
        return text.Length == 0 ? Wrong(Reasons.Missing)
            : text.Length > LongestName ? Wrong(Reasons.TooLong, LongestName)
            : text.Any(char.IsControl) ? Wrong(Reasons.ControlCharacter, "…")
            : text.Any(char.IsAsciiDigit) ? Wrong(RollReasons.NotAName)
            : text;
    }

    public static Cell<Gender?> Gender(SheetCell cell) => SheetText.Compact(cell.Text) switch
    {
        "男" or "男性" or "1" => Organisation.Gender.Male,
        "女" or "女性" or "2" => Organisation.Gender.Female,
        _ => new Cell<Gender?>(null, Reasons.NotOneOf, "男、女"),
    };

    public static Cell<string> SchoolCode(SheetCell cell)
    {
        var text = SheetText.Compact(cell.Text).TrimStart('\'');
        return Scientific().IsMatch(text) ? Wrong(SheetReasons.DigitsLost) : text;
    }

    public static Cell<string> SchoolName(SheetCell cell) => SheetText.Plain(cell.Text);

    public static Cell<TeacherStatus?> Status(SheetCell cell) =>
        Statuses.TryGetValue(SheetText.Compact(cell.Text), out var status)
            ? status
            : new Cell<TeacherStatus?>(null, Reasons.NotOneOf, "在职、休假、退休、离职");

    public static Cell<ProfessionalTitle?> Title(SheetCell cell)
    {
        var text = SheetText.Compact(cell.Text);
        if (Nothing.Contains(text)) return default;
        var word = text.Replace("教师", "", StringComparison.Ordinal).Replace("老师", "", StringComparison.Ordinal);
        if (word.StartsWith("中小学", StringComparison.Ordinal)) word = word["中小学".Length..];
        return Titles.TryGetValue(word, out var title) ? title : new Cell<ProfessionalTitle?>(null, RollReasons.NoSuchTitle);
    }

    public static Cell<IReadOnlyList<string>> Subjects(SheetCell cell) => new([.. SheetText.Plain(cell.Text)
        .Split(['、', ',', '，', '/', '／', ';', '；', '+', '|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .SelectMany(part => part.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Where(part => !Nothing.Contains(part)).Distinct()]);

    /// <summary>Years of homeroom service as months: 5, 5年, 5.5, 3年半, 2年3个月.</summary>
    public static Cell<int?> HomeroomMonths(SheetCell cell)
    {
        var text = SheetText.Compact(cell.Text);
        if (Nothing.Contains(text)) return 0;
        if (Years().Match(text) is not { Success: true } match) return new(null, RollReasons.NotANumberOfYears);
        var years = decimal.Parse(match.Groups["years"].ValueSpan, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        if (years < 0) return new(null, RollReasons.NegativeYears);
        if (years > MostYears) return new(null, RollReasons.TooManyYears, MostYears);
        var months = match.Groups["half"].Success ? 6
            : match.Groups["months"] is { Success: true } more ? int.Parse(more.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
        return (int)Math.Round(years * MonthsOfAYear) + months;
    }

    private static Cell<string> Wrong(Reason reason, params object?[] details) => new(null, reason, details);

    [GeneratedRegex(@"^\d(\.\d+)?E\+?\d+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Scientific();

    [GeneratedRegex(@"[(（\[【][^)）\]】]*[)）\]】]$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Remark();

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._\-]*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex StaffNumberForm();

    [GeneratedRegex(@"^(?<years>-?\d{1,4}(\.\d{1,4})?)(年?|年(?<half>半)|年零?(?<months>\d{1,2})个?月)$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Years();
}
