namespace HomeroomGraph.Admin.Language;

/// <summary>A piece of a text that both versions have, or only one.</summary>
public sealed record TextPiece(string Text, bool Changed);

/// <summary>
/// What two versions of a text do not share, by words and, in Chinese, by characters: their longest common subsequence stays, the rest
/// has changed (E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", 1986, names the problem; texts here are short enough
/// for the table). Texts too long for that are compared by sentences.
/// </summary>
public static class TextDifference
{
    private const int LargestTable = 4_000_000;
    private const char FirstHan = '一', LastHan = '鿿';

    /// <summary>Both texts in pieces; joined, the pieces are the texts.</summary>
    public static (IReadOnlyList<TextPiece> Before, IReadOnlyList<TextPiece> After) Of(string before, string after)
    {
        var (left, right) = (Words(before), Words(after));
        if ((long)left.Count * right.Count > LargestTable)
            (left, right) = (Sentences(before), Sentences(after));
        var (keptLeft, keptRight) = (long)left.Count * right.Count > LargestTable
            ? (new bool[left.Count], new bool[right.Count])
            : Kept(left, right);
        return (Pieces(left, keptLeft), Pieces(right, keptRight));
    }

    private static (bool[] Left, bool[] Right) Kept(List<string> left, List<string> right)
    {
        // length[i, j]: of the longest common subsequence of what follows i and j.
        var length = new int[left.Count + 1, right.Count + 1];
        for (var i = left.Count - 1; i >= 0; i--)
        {
            for (var j = right.Count - 1; j >= 0; j--)
                length[i, j] = left[i] == right[j] ? length[i + 1, j + 1] + 1 : Math.Max(length[i + 1, j], length[i, j + 1]);
        }
        var (keptLeft, keptRight) = (new bool[left.Count], new bool[right.Count]);
        for (int i = 0, j = 0; i < left.Count && j < right.Count;)
        {
            if (left[i] == right[j])
                keptLeft[i++] = keptRight[j++] = true;
            else if (length[i + 1, j] >= length[i, j + 1])
                i++;
            else
                j++;
        }
        return (keptLeft, keptRight);
    }

    private static List<TextPiece> Pieces(List<string> words, bool[] kept)
    {
        var pieces = new List<TextPiece>();
        for (var start = 0; start < words.Count;)
        {
            var end = start;
            while (end < words.Count && kept[end] == kept[start])
                end++;
            pieces.Add(new TextPiece(string.Concat(words[start..end]), !kept[start]));
            start = end;
        }
        return pieces;
    }

    // A run of letters or digits is one word, as is everything else by itself: a character of Chinese, a mark, a space.
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = start + 1;
            while (IsOfWord(text[start]) && end < text.Length && IsOfWord(text[end]))
                end++;
            if (char.IsHighSurrogate(text[start]) && end < text.Length)
                end = start + 2;
            words.Add(text[start..end]);
            start = end;
        }
        return words;
    }

    private static bool IsOfWord(char letter) => char.IsLetterOrDigit(letter) && letter is not (>= FirstHan and <= LastHan) && !char.IsSurrogate(letter);

    private static List<string> Sentences(string text)
    {
        var sentences = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var mark = text.AsSpan(start).IndexOfAny("。！？；.!?;\n");
            var end = mark < 0 ? text.Length : start + mark + 1;
            sentences.Add(text[start..end]);
            start = end;
        }
        return sentences;
    }
}
