namespace HomeroomGraph.Data.Papers.References;

/// <summary>What a text is written in, as far as references tell scripts apart.</summary>
internal static class Scripts
{
    public static bool HasHan(string? text) => text is not null && text.AsSpan().IndexOfAnyInRange('\u3400', '\u9FFF') >= 0;

    public static bool HasKana(string? text) => text is not null && text.AsSpan().IndexOfAnyInRange('\u3041', '\u30FA') >= 0;

    /// <summary>Written without spaces between names: Chinese characters, kana, hangul.</summary>
    public static bool IsEastAsian(string text) =>
        text.Length > 0 && text.All(c => c is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7AF' or '・' or '·' or '々');

    public static bool IsHan(char c) => c is >= '\u3400' and <= '\u9FFF';
}
