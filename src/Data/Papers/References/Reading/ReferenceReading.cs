namespace HomeroomGraph.Data.Papers.References;

/// <summary>The forms of text that are recognised.</summary>
public enum ReferenceTextForm
{
    /// <summary>None of them.</summary>
    Unknown,

    /// <summary>CSL-JSON, as doi.org gives it.</summary>
    CslJson,

    /// <summary>The answer of Crossref's API.</summary>
    Crossref,

    /// <summary>BibTeX.</summary>
    BibTex,

    /// <summary>RIS, as reference managers and databases export it.</summary>
    Ris,

    /// <summary>A line by GB/T 7714.</summary>
    Gb7714,
}

/// <summary>What a pasted text was read as.</summary>
/// <param name="Form">The form that it was recognised by.</param>
/// <param name="Draft">The fields; null where nothing was understood.</param>
/// <param name="Findings">What was not understood or not kept, in the order it was met.</param>
public sealed record ReferenceReading(ReferenceTextForm Form, PaperDraft? Draft, IReadOnlyList<ReferenceFinding> Findings);
