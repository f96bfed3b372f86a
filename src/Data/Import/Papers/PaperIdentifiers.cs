using System.Text.RegularExpressions;
using HomeroomGraph.Data.Import.Sheets;

namespace HomeroomGraph.Data.Import.Papers;

/// <summary>ISSN, CN and DOI in the forms that the database keeps; null for what is none.</summary>
internal static partial class PaperIdentifiers
{
    /// <summary>The first, where several are given.</summary>
    public static string? Issn(string text)
    {
        var found = IssnForm().Match(SheetText.Compact(text).ToUpperInvariant());
        return found.Success ? $"{found.Groups[1].Value}-{found.Groups[2].Value}" : null;
    }

    public static string? Cn(string text)
    {
        var found = CnForm().Match(SheetText.Compact(text).ToUpperInvariant());
        return found.Success ? $"CN {found.Groups[1].Value}" : null;
    }

    public static string? Doi(string text)
    {
        var found = DoiForm().Match(SheetText.Compact(text));
        return found is { Success: true, Groups: [_, { Length: <= 300 } doi] } ? doi.Value.ToLowerInvariant() : null;
    }

    [GeneratedRegex(@"(?<![0-9])([0-9]{4})-?([0-9]{3}[0-9X])(?![0-9])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex IssnForm();

    [GeneratedRegex(@"^(?:CN)?([0-9]{2}-[0-9]{4}(?:/[A-Z][A-Z0-9.]*)?)$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex CnForm();

    [GeneratedRegex(@"^(?:https?://(?:dx\.)?doi\.org/|doi:)?(10\.[0-9]{4,9}(?:\.[0-9]+)*/\S+)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex DoiForm();
}
