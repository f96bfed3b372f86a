namespace HomeroomGraph.GraphQL.Validation.Suggestions;

/// <summary>Text order in which runs of digits compare as numbers: <c>grade2</c> stands before <c>grade10</c>.</summary>
internal sealed class NaturalOrder : IComparer<string>
{
    internal static readonly NaturalOrder Instance = new();

    public int Compare(string? x, string? y)
    {
        string a = x ?? "", b = y ?? "";
        int i = 0, j = 0;
        while (i < a.Length && j < b.Length)
        {
            int order;
            if (char.IsAsciiDigit(a[i]) && char.IsAsciiDigit(b[j]))
            {
                order = string.CompareOrdinal(Number(a, ref i), Number(b, ref j));
            }
            else
            {
                order = a[i++].CompareTo(b[j++]);
            }
            if (order != 0) return order;
        }
        return (a.Length - i).CompareTo(b.Length - j);
    }

    /// <summary>The run of digits without leading zeros, with its length in front, so that longer numbers are greater.</summary>
    private static string Number(string text, ref int at)
    {
        int start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        string digits = text[start..at].TrimStart('0');
        return (char)digits.Length + digits;
    }
}
