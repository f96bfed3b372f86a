namespace HomeroomGraph.Data.Papers.References;

/// <summary>
/// Reads a pasted reference into the fields of a paper: a DOI record (CSL-JSON, Crossref), BibTeX, RIS, or a line by GB/T 7714. Whatever the text is, there
/// is a result: what was understood, and what was not.
/// </summary>
public static class ReferenceText
{
    /// <summary>A text may have this many characters.</summary>
    public const int LongestText = 100_000;

    /// <param name="text">As it was pasted.</param>
    public static ReferenceReading Read(string? text)
    {
        var pasted = text?.Replace("\0", "", StringComparison.Ordinal).Trim().Trim('\uFEFF').Trim() ?? "";
        if (pasted.Length == 0) return Nothing(ReferenceTextForm.Unknown, ReferenceFindings.Empty);
        if (pasted.Length > LongestText) return Nothing(ReferenceTextForm.Unknown, ReferenceFindings.TooLong(LongestText));
        var found = new List<ReferenceFinding>();
        var form = FormOf(pasted);
        var record = form switch
        {
            ReferenceTextForm.CslJson => JsonRecord.Read(pasted, found, ref form),
            ReferenceTextForm.BibTex => BibTexRecord.Read(pasted, found),
            ReferenceTextForm.Ris => RisRecord.Read(pasted, found),
            _ => OnlyADoi(pasted, found) ?? GbRecord.Read(pasted, found),
        };
        return new(form, record is null ? null : DraftOfRecord.Of(record, found), found);
    }

    private static ReferenceReading Nothing(ReferenceTextForm form, ReferenceFinding why) => new(form, null, [why]);

    private static ReferenceTextForm FormOf(string text) =>
        text[0] == '{' || (text[0] == '[' && text.AsSpan(1).TrimStart() is ['{', ..] or [']', ..]) ? ReferenceTextForm.CslJson
        : RisRecord.IsRis(text) ? ReferenceTextForm.Ris
        : BibTexRecord.IsBibTex(text) ? ReferenceTextForm.BibTex
        : ReferenceTextForm.Gb7714;

    private static Reference? OnlyADoi(string text, List<ReferenceFinding> found)
    {
        if (text.Length > 330 || DoiText.Plain(text) is not { } doi) return null;
        found.Add(ReferenceFindings.OnlyADoi);
        return new() { Type = "article-journal", Doi = doi };
    }
}
