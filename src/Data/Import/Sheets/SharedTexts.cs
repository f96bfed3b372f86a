using System.Globalization;
using System.Text.RegularExpressions;
using HomeroomGraph.Data.Import.Files;

namespace HomeroomGraph.Data.Import.Sheets;

/// <summary>The texts that the cells of a workbook share. They have to be in memory, so they are bounded in number and length.</summary>
internal sealed partial class SharedTexts
{
    private readonly List<string> texts = [];

    public string? this[string index] =>
        int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < texts.Count ? texts[at] : null;

    public static SharedTexts Read(GuardedXml? xml, ImportLimits limits)
    {
        var shared = new SharedTexts();
        if (xml is null) return shared;
        using (xml)
        {
            var characters = 0;
            while (xml.Read())
            {
                if (xml is not { IsElement: true, Name: "si" }) continue;
                var text = TextOf(xml);
                characters += text.Length;
                if (shared.texts.Count == limits.SharedTexts || characters > limits.SharedCharacters)
                    throw new ImportRefusedException(
                        "too-many-texts",
                        $"工作簿的共享文字过多（最多 {limits.SharedTexts} 条、{limits.SharedCharacters >> 20} 兆字）。",
                        $"The workbook shares too many texts: at most {limits.SharedTexts}, of {limits.SharedCharacters >> 20} million characters, are read.");
                shared.texts.Add(text);
            }
        }
        return shared;
    }

    /// <summary>The text of the current element, that of its runs together, without how it is pronounced.</summary>
    public static string TextOf(GuardedXml xml)
    {
        var (isText, isPhonetic) = (false, false);
        var text = xml.InnerText(() =>
        {
            if (xml.Name == "rPh") isPhonetic = xml.IsElement && !xml.IsEmptyElement;
            if (xml.Name == "t") isText = xml.IsElement && !xml.IsEmptyElement;
            return isText && !isPhonetic;
        });
        return text.Contains("_x", StringComparison.Ordinal) ? Escapes().Replace(text, Unescape) : text;
    }

    // ECMA-376 22.9.2.19: a character that XML can't hold, by its code.
    private static string Unescape(Match escape) =>
        ((char)int.Parse(escape.Groups[1].ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString();

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Escapes();
}
