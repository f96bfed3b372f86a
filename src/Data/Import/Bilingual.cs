using System.Globalization;

namespace HomeroomGraph.Data.Import;

/// <summary>A text in the two languages of the product.</summary>
public readonly record struct Bilingual(string Chinese, string English)
{
    /// <summary>The text for a reader of that culture: Chinese for any Chinese one, otherwise English.</summary>
    public string In(CultureInfo culture) => culture.TwoLetterISOLanguageName == "zh" ? Chinese : English;

    /// <summary>Both texts with the placeholders filled in.</summary>
    internal Bilingual With(params object?[] values) => new(
        string.Format(CultureInfo.InvariantCulture, Chinese, values),
        string.Format(CultureInfo.InvariantCulture, English, values));
}
