using System.Globalization;

namespace HomeroomGraph.Data.Papers.References;

/// <summary>
/// The edition (版本项: 8.3 of 2015, 7.4 of 2025): 2 版, 2nd ed., or its own words (刻本, Rev. ed.). The first edition is not named. In 2025 a data
/// set and a preprint have their version: V1.0, Version 2.
/// </summary>
internal static class EditionStatement
{
    public static void Write(in Entry e)
    {
        if (e.Record.Edition is not { Length: > 0 } edition || edition == "1") return;
        if (!Numerals.AreNumbers(edition))
        {
            e.Write(edition);
            return;
        }
        if (e.IsEnglish) WriteOrdinals(e, edition);
        else e.Text.Append(edition);
        e.Text.Append(e.IsEnglish ? " ed." : " 版");
    }

    public static void WriteVersion(in Entry e)
    {
        if (e.Record.Version is not { Length: > 0 } version) return;
        e.Text.Append(e.IsEnglish ? "Version" : "V");
        e.Write(version);
    }

    private static void WriteOrdinals(in Entry e, ReadOnlySpan<char> edition)
    {
        while (edition.Length > 0)
        {
            var digits = edition.IndexOfAnyExceptInRange('0', '9');
            if (digits < 0) digits = edition.Length;
            e.Text.Append(edition[..digits]);
            if (digits > 0 && (digits == edition.Length || !char.IsAsciiLetter(edition[digits]))
                && int.TryParse(edition[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                e.Text.Append(Numerals.OrdinalEnding(number));
            edition = edition[digits..];
            var other = edition.IndexOfAnyInRange('0', '9');
            if (other < 0) other = edition.Length;
            e.Text.Append(edition[..other]);
            edition = edition[other..];
        }
    }
}
