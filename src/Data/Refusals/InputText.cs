namespace HomeroomGraph.Data.Refusals;

/// <summary>Texts that a person writes into an input.</summary>
public static class InputText
{
    /// <summary>The longest text of a field: some ten pages.</summary>
    public const int Longest = 20_000;

    /// <summary>The text without blanks around it.</summary>
    /// <exception cref="RefusedException">It is blank or too long.</exception>
    public static string Require(string? text, string field, int longest = Longest) =>
        Optional(text, field, longest) ?? throw new RefusedException(Refusal.InvalidInput("This can't be empty. 此项不能为空。", field));

    /// <summary>The text without blanks around it; null where it is blank.</summary>
    /// <exception cref="RefusedException">It is too long.</exception>
    public static string? Optional(string? text, string field, int longest = Longest)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var trimmed = text.Trim();
        return trimmed.Length <= longest
            ? trimmed
            : throw new RefusedException(Refusal.InvalidInput($"This is longer than {longest} characters. 此项超过{longest}个字符。", field));
    }
}
