using System.Text.RegularExpressions;

namespace HomeroomGraph.Data.Import.Sheets;

/// <summary>A column by what people write above it: the usual word and its variants.</summary>
internal sealed partial class Heading(string name, params string[] variants)
{
    private readonly HashSet<string> words = [.. variants.Prepend(name).Select(Simplified)];

    /// <summary>The usual word.</summary>
    public string Name => name;

    public bool Is(string written) => words.Contains(Simplified(written));

    /// <summary>Without remarks in brackets, stars, colons and case: "参加工作时间（年月）*" is 参加工作时间.</summary>
    private static string Simplified(string written) =>
        Remarks().Replace(SheetText.Compact(written), "").Trim('*', ':').ToUpperInvariant();

    [GeneratedRegex(@"\([^)]*\)|\[[^\]]*\]|【[^】]*】", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Remarks();
}
