using HomeroomGraph.Admin.Operations;

namespace HomeroomGraph.Admin.Language;

/// <summary>Messages of the API, which says everything in English and then in Chinese: the reader gets the own half.</summary>
internal static class ApiMessages
{
    private const char FirstHan = '一', LastHan = '鿿';

    public static string InReadersLanguage(this Refusal refusal) => Half(refusal.Message);

    public static string Half(string message)
    {
        var han = message.AsSpan().IndexOfAnyInRange(FirstHan, LastHan);
        if (han < 0)
            return message;
        // The Chinese half may begin with a Latin word or a digit, so the cut is where the English sentence ends.
        var end = message.LastIndexOf(". ", han, StringComparison.Ordinal);
        var cut = end < 0 ? han : end + 1;
        var half = (Languages.Current == Languages.Chinese ? message[cut..] : message[..cut]).Trim();
        return half.Length == 0 ? message : half;
    }
}
