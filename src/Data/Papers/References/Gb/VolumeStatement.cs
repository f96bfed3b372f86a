namespace HomeroomGraph.Data.Papers.References;

/// <summary>Which volume of a work it is (卷次): 卷 1 or Vol. 1 in 2015, 第1卷 or v.1 in 2025. What is not a number stands as it is: 上册.</summary>
internal static class VolumeStatement
{
    public static void Write(in Entry e)
    {
        if (e.Record.Volume is not { Length: > 0 } volume || e.Record.IsSerialArticle || e.Record.Type is "article" or "periodical") return;
        if (!Numerals.AreNumbers(volume))
        {
            e.Write(volume);
            return;
        }
        var (before, behind) = (e.Style.Is2015, e.IsEnglish) switch
        {
            (true, true) => (Numerals.AreSeveral(volume) ? "Vols. " : "Vol. ", ""),
            (true, false) => ("卷 ", ""),
            (false, true) => ("v.", ""),
            (false, false) => ("第", "卷"),
        };
        e.Text.Append(before);
        e.Text.Append(volume);
        e.Text.Append(behind);
    }
}
