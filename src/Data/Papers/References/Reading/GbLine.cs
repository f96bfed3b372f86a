namespace HomeroomGraph.Data.Papers.References;

/// <summary>
/// A line by GB/T 7714 cut at its code of type: what is before (who, title), the code, what is behind (where, when). Marks of full width are taken for
/// those of half width where they only part elements.
/// </summary>
internal readonly record struct GbLine(string Before, string Type, bool IsOnline, string Behind)
{
    private static readonly string[] Types = ["M", "C", "G", "N", "J", "D", "R", "S", "P", "DB", "CP", "EB", "A", "CM", "DS", "PP", "Z", "K"];
    private static readonly string[] Carriers = ["OL", "CD", "DK", "MT"];

    /// <summary>Null where there is no code.</summary>
    public static GbLine? Of(string line)
    {
        for (var open = line.AsSpan().IndexOfAny('[', '［'); open >= 0; open = Next(line, open + 1))
        {
            var end = line.AsSpan(open + 1, Math.Min(12, line.Length - open - 1)).IndexOfAny(']', '］');
            if (end < 1) continue;
            var parts = line.Substring(open + 1, end).Replace('／', '/').Split('/', StringSplitOptions.TrimEntries);
            var type = parts[0].ToUpperInvariant();
            if (parts.Length > 2 || !Types.Contains(type) || (parts.Length == 2 && !Carriers.Contains(parts[1].ToUpperInvariant()))) continue;
            return new(line[..open].Trim(), type, parts.Length == 2 && parts[1].Equals("OL", StringComparison.OrdinalIgnoreCase), line[(open + end + 2)..].Trim());
        }
        return null;
    }

    /// <summary>The line without its number: "[12] …", "12. …".</summary>
    public static string WithoutNumber(string line)
    {
        line = line.Trim();
        if (line.Length > 2 && line[0] is '[' or '［')
        {
            var end = line.AsSpan().IndexOfAny(']', '］');
            if (end is > 1 and < 8 && line.AsSpan(1, end - 1).IndexOfAnyExceptInRange('0', '9') < 0) return line[(end + 1)..].TrimStart();
        }
        var digits = line.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return digits is > 0 and < 5 && line[digits] is '.' or '．' or '、' && digits + 1 < line.Length && !char.IsAsciiDigit(line[digits + 1])
            ? line[(digits + 1)..].TrimStart() : line;
    }

    private static int Next(string line, int from)
    {
        var next = from < line.Length ? line.AsSpan(from).IndexOfAny('[', '［') : -1;
        return next < 0 ? -1 : from + next;
    }
}
