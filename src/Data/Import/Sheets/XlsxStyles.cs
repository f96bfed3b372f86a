using System.Globalization;
using System.Text.RegularExpressions;
using HomeroomGraph.Data.Import.Files;

namespace HomeroomGraph.Data.Import.Sheets;

/// <summary>Which of a workbook's cell formats show a number as a date, and since when it counts days.</summary>
internal sealed partial class XlsxStyles
{
    private const int DaysFrom1900To1904 = 1462;
    private const int MostFormats = 100_000;

    private readonly List<bool> isDate = [];
    private bool isFrom1904;

    public static XlsxStyles Read(GuardedXml? xml, bool isFrom1904)
    {
        var styles = new XlsxStyles { isFrom1904 = isFrom1904 };
        if (xml is null) return styles;
        using (xml) styles.Read(xml);
        return styles;
    }

    /// <summary>A number as the text that a person would type for it.</summary>
    public SheetCell Shown(string number, string? format)
    {
        if (!double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)) return new(number);
        if (IsDate(format) && DayOf(value) is { } day) return new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        var shown = value.ToString("0.##########", CultureInfo.InvariantCulture);
        return new(shown, Math.Abs(value) >= 1e15 ? SheetReasons.DigitsLost : null, IsNumber: true);
    }

    private DateOnly? DayOf(double serial)
    {
        var days = serial + (isFrom1904 ? DaysFrom1900To1904 : 0);
        return days is >= 1 and < 2_958_466 ? DateOnly.FromDateTime(DateTime.FromOADate(days)) : null;
    }

    private bool IsDate(string? format) =>
        int.TryParse(format, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < isDate.Count && isDate[at];

    private void Read(GuardedXml xml)
    {
        var own = new Dictionary<string, bool>();
        var isInCellFormats = false;
        while (xml.Read())
        {
            if (xml.Name == "cellXfs") isInCellFormats = xml.IsElement;
            if (!xml.IsElement) continue;
            if (xml.Name == "numFmt" && own.Count < MostFormats)
                own[xml.Attribute("numFmtId") ?? ""] = ShowsDay(xml.Attribute("formatCode") ?? "");
            if (xml.Name == "xf" && isInCellFormats && isDate.Count < MostFormats)
                isDate.Add(IsDateFormat(xml.Attribute("numFmtId") ?? "", own));
        }
    }

    /// <summary>Built-in formats by ECMA-376 18.8.30, those of East Asia with them.</summary>
    private static bool IsDateFormat(string id, Dictionary<string, bool> own) =>
        own.TryGetValue(id, out var shows) ? shows
        : int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var builtIn)
          && builtIn is (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58;

    private static bool ShowsDay(string format) => Literals().Replace(format, "").AsSpan().ContainsAny("yYdD年月日");

    [GeneratedRegex("""\[[^\]]*\]|"[^"]*"|\\.|General""", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Literals();
}
