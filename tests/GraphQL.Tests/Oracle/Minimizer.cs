using System.Text.RegularExpressions;

namespace HomeroomGraph.GraphQL.Tests.Oracle;

/// <summary>Makes a text on which the two differ smaller, piece by piece, as long as they still differ (delta debugging).</summary>
/// <param name="differ">Whether the two differ on a text.</param>
internal sealed partial class Minimizer(Func<string, Task<bool>> differ)
{
    private List<string> _pieces = [];

    public async Task<string> MinimizeAsync(string text)
    {
        _pieces = [.. PiecePattern().Matches(text).Select(match => match.Value)];
        for (int size = Math.Max(1, _pieces.Count / 2); ; size = Math.Max(1, size / 2))
        {
            bool shorter = false;
            for (int at = 0; at < _pieces.Count;)
            {
                // A piece alone, or a bracket with all up to where it closes.
                if (await DropAsync(at, size) || size == 1 && await DropAsync(at, LengthOfGroup(at))) shorter = true;
                else at += size;
            }
            if (size == 1 && !shorter) return string.Concat(_pieces);
        }
    }

    private async Task<bool> DropAsync(int at, int count)
    {
        List<string> without = [.. _pieces[..at], .. _pieces[Math.Min(at + count, _pieces.Count)..]];
        if (!await differ(string.Concat(without))) return false;
        _pieces = without;
        return true;
    }

    private int LengthOfGroup(int at)
    {
        int depth = 0;
        for (int i = at; i < _pieces.Count; i++)
        {
            depth += _pieces[i] switch { "{" or "(" or "[" => 1, "}" or ")" or "]" => -1, _ => 0 };
            if (depth <= 0) return i - at + 1;
        }
        return 1;
    }

    /// <summary>Strings, words, runs of spaces, and single characters.</summary>
    [GeneratedRegex("\"\"\".*?\"\"\"|\"[^\"\\n]*\"|\\w+|[\\s,]+|[\\uD800-\\uDBFF][\\uDC00-\\uDFFF]|.", RegexOptions.Singleline)]
    private static partial Regex PiecePattern();
}
