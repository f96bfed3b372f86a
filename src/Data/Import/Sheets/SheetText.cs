using System.Globalization;
using System.Text;

namespace HomeroomGraph.Data.Import.Sheets;

/// <summary>Takes out of a text what people put in without meaning anything: full-width forms, spaces, invisible characters.</summary>
internal static class SheetText
{
    /// <summary>For codes, numbers, dates and words: half-width, and no space anywhere.</summary>
    public static string Compact(string text) => Without(text.Normalize(NormalizationForm.FormKC), keepsSpaces: false);

    /// <summary>For names and titles: one space between words of other scripts, none beside a Chinese character.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder();
        var isSpaceDue = false;
        foreach (var c in Without(text, keepsSpaces: true).Trim())
        {
            if (char.IsWhiteSpace(c))
            {
                isSpaceDue = true;
                continue;
            }
            if (isSpaceDue && plain.Length > 0 && !IsWide(c) && !IsWide(plain[^1])) plain.Append(' ');
            isSpaceDue = false;
            plain.Append(c);
        }
        return plain.ToString();
    }

    /// <summary>For comparing names: the dots of names of minorities are written in several ways.</summary>
    public static string ForComparing(string text) => string.Concat(
        Compact(text).Where(c => c is not ('·' or '•' or '・' or '．' or '.' or '‧' or '-')).Select(char.ToUpperInvariant));

    private static string Without(string text, bool keepsSpaces)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var category = char.GetUnicodeCategory(c);
            if (category is UnicodeCategory.Format) continue;
            if (!keepsSpaces && char.IsWhiteSpace(c)) continue;
            kept.Append(c);
        }
        return kept.ToString();
    }

    private static bool IsWide(char c) => c is >= '\u2E80' and <= '\uFFE6';
}
