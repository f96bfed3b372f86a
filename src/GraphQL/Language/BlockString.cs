namespace HomeroomGraph.GraphQL.Language;

/// <summary>Block strings (spec 2.9.4): from the text between the triple quotes to the value, and back.</summary>
internal static class BlockString
{
    private const string Quotes = "\"\"\"";
    private const string EscapedQuotes = "\\\"\"\"";
    private const int LongestSingleLine = 70;

    /// <summary>The value of the raw text: escapes resolved, the common indentation and blank lines at both ends taken off.</summary>
    /// <remarks>BlockStringValue(rawValue)</remarks>
    public static string ValueOf(string raw)
    {
        string[] lines = SplitLines(raw.Replace(EscapedQuotes, Quotes, StringComparison.Ordinal));
        int commonIndent = int.MaxValue, first = -1, last = -1;
        for (int i = 0; i < lines.Length; i++)
        {
            int indent = IndentOf(lines[i]);
            if (indent == lines[i].Length) continue;
            if (first < 0) first = i;
            last = i;
            if (i > 0) commonIndent = Math.Min(commonIndent, indent);
        }
        if (first < 0) return "";
        for (int i = Math.Max(first, 1); i <= last; i++) lines[i] = lines[i][Math.Min(commonIndent, lines[i].Length)..];
        return string.Join('\n', lines, first, last - first + 1);
    }

    /// <summary>The value as a block string in the reference's layout.</summary>
    public static string Print(string value)
    {
        string escaped = value.Replace(Quotes, EscapedQuotes, StringComparison.Ordinal);
        string[] lines = SplitLines(escaped);
        bool isSingleLine = lines.Length == 1;
        // Without a line break of its own the first line would count in the common indentation of the others.
        bool needsLeadingBreak = !isSingleLine && lines.Skip(1).All(line => line.Length == 0 || IsWhitespace(line[0]));
        bool endsWithQuotes = escaped.EndsWith(EscapedQuotes, StringComparison.Ordinal);
        bool needsTrailingBreak = (value.EndsWith('"') && !endsWithQuotes) || value.EndsWith('\\');
        bool onLinesOfItsOwn = !isSingleLine || value.Length > LongestSingleLine || needsTrailingBreak || endsWithQuotes;
        bool staysOnFirstLine = isSingleLine && value.Length > 0 && IsWhitespace(value[0]);

        string before = (onLinesOfItsOwn && !staysOnFirstLine) || needsLeadingBreak ? "\n" : "";
        string after = onLinesOfItsOwn ? "\n" : "";
        return $"{Quotes}{before}{escaped}{after}{Quotes}";
    }

    /// <summary>Whether the value comes back the same when printed as a block string and read again.</summary>
    public static bool CanPrint(string value)
    {
        if (value.Length == 0) return true;
        if (value.Any(c => c is < '\u0010' and not ('\t' or '\n'))) return false;
        string[] lines = value.Split('\n');
        return !IsBlank(lines[0]) && !IsBlank(lines[^1]) && (lines.Length == 1 || !HaveCommonIndent(lines));
    }

    private static bool HaveCommonIndent(string[] lines) => lines.All(line => IsBlank(line) || IsWhitespace(line[0]));

    private static bool IsBlank(string line) => IndentOf(line) == line.Length;

    private static string[] SplitLines(string text) => text.Split(["\r\n", "\n", "\r"], StringSplitOptions.None);

    private static int IndentOf(string line)
    {
        int at = 0;
        while (at < line.Length && IsWhitespace(line[at])) at++;
        return at;
    }

    private static bool IsWhitespace(char character) => character is ' ' or '\t';
}
