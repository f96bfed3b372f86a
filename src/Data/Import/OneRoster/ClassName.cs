using System.Text.RegularExpressions;

namespace HomeroomGraph.Data.Import.OneRoster;

/// <summary>
/// What a class's code and title say: <c>0703</c> and 7年级3班, 七年级(3)班, 初一3班 are class 3 of grade 7. A code's first two
/// digits may be the grade or the year of entry, so only the title is a witness for the grade.
/// </summary>
internal static partial class ClassName
{
    private const string Digits = "零一二三四五六七八九十";
    private const int HighestNumber = 99;

    public static short? NumberOf(string? classCode, string? title)
    {
        if (classCode is not null && Code().Match(classCode) is { Success: true } code)
            return Positive(short.Parse(code.Groups["number"].ValueSpan));
        return title is not null && Class().Match(title) is { Success: true } match ? Positive(Number(match.Groups["number"].Value)) : null;
    }

    public static short? GradeOf(string? title)
    {
        if (title is null) return null;
        if (Grade().Match(title) is { Success: true } grade) return Number(grade.Groups["grade"].Value);
        if (Junior().Match(title) is { Success: true } junior) return (short?)(Number(junior.Groups["grade"].Value) + 6);
        return Senior().Match(title) is { Success: true } senior ? (short?)(Number(senior.Groups["grade"].Value) + 9) : null;
    }

    private static short? Positive(short? number) => number is > 0 and <= HighestNumber ? number : null;

    /// <summary>1 to 99 in Arabic or Chinese digits (十二, 二十一).</summary>
    private static short? Number(string text)
    {
        if (short.TryParse(text, out var number)) return number;
        var ten = text.IndexOf('十');
        if (ten < 0) return text.Length == 1 ? Digit(text[0]) : null;
        var tens = ten == 0 ? 1 : Digit(text[0]);
        var ones = ten == text.Length - 1 ? 0 : Digit(text[^1]);
        return (short?)(tens * 10 + ones);
    }

    private static short? Digit(char text) => Digits.IndexOf(text) is >= 0 and var value ? (short)value : null;

    [GeneratedRegex(@"^\d{2}(?<number>\d{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    [GeneratedRegex(@"(?<number>[0-9]{1,2}|[一二三四五六七八九十]{1,3})\s*[)）]?\s*班", RegexOptions.CultureInvariant)]
    private static partial Regex Class();

    [GeneratedRegex(@"(?<grade>[0-9]{1,2}|[一二三四五六七八九十]{1,2})年级", RegexOptions.CultureInvariant)]
    private static partial Regex Grade();

    [GeneratedRegex(@"初(?<grade>[一二三123])", RegexOptions.CultureInvariant)]
    private static partial Regex Junior();

    [GeneratedRegex(@"高(?<grade>[一二三123])", RegexOptions.CultureInvariant)]
    private static partial Regex Senior();
}
