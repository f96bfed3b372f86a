namespace HomeroomGraph.Data.Papers.References;

/// <summary>DOIs as people write them: 10.1000/182, doi:10.1000/182, https://doi.org/10.1000/182.</summary>
internal static class DoiText
{
    private const int Longest = 300;

    private static readonly string[] Before = ["https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi.org/", "doi:", "doi："];

    /// <summary>The plain DOI, lower case; null if the text is something else.</summary>
    public static string? Plain(string? text)
    {
        if (text is null) return null;
        var doi = text.AsSpan().Trim();
        foreach (var prefix in Before)
        {
            if (!doi.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) continue;
            doi = doi[prefix.Length..].TrimStart();
            break;
        }
        return doi.Length <= Longest && IsDoi(doi) ? doi.ToString().ToLowerInvariant() : null;
    }

    private static bool IsDoi(ReadOnlySpan<char> doi)
    {
        if (!doi.StartsWith("10.")) return false;
        var slash = doi.IndexOf('/');
        if (slash < 0 || slash == doi.Length - 1) return false;
        var groups = doi[3..slash];
        var first = groups.IndexOf('.') is >= 0 and var dot ? dot : groups.Length;
        if (first is < 4 or > 9) return false;
        for (var at = 0; at < groups.Length; at++)
            if (!char.IsAsciiDigit(groups[at]) && !(groups[at] == '.' && at > 0 && at < groups.Length - 1 && groups[at - 1] != '.')) return false;
        foreach (var c in doi)
            if (char.IsWhiteSpace(c) || char.IsControl(c)) return false;
        return true;
    }
}
