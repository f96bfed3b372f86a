using HomeroomGraph.Admin.Operations;

namespace HomeroomGraph.Admin.Language;

/// <summary>Messages of the API, which says everything in English and then in Chinese: the reader gets the own half.</summary>
internal static class ApiMessages
{
    private const char FirstHan = '一', LastHan = '鿿';

    public static string InReadersLanguage(this Refusal refusal) => Half(refusal.Message);

    public static string Half(string message)
    {
        var cut = ChineseHalf(message);
        if (cut < 0)
            return message;
        var half = (Languages.Current == Languages.Chinese ? message[cut..] : message[..cut]).Trim();
        return half.Length == 0 ? message : half;
    }

    // Either half may name people or quote what was written, so neither is told by its letters alone. The English one ends with its last
    // full stop; where it has none, the Chinese one begins after the last space before a Chinese character.
    private static int ChineseHalf(string message)
    {
        var end = message.LastIndexOf(". ", StringComparison.Ordinal);
        if (end >= 0 && HasHan(message.AsSpan(end)))
            return end + 1;
        for (var i = message.Length - 2; i >= 0; i--)
        {
            if (message[i] == ' ' && message[i + 1] is >= FirstHan and <= LastHan)
                return i + 1;
        }
        return message.AsSpan().IndexOfAnyInRange(FirstHan, LastHan);
    }

    private static bool HasHan(ReadOnlySpan<char> text) => text.IndexOfAnyInRange(FirstHan, LastHan) >= 0;
}
