namespace HomeroomGraph.Data.Papers.References;

/// <summary>The forms that references are given out in.</summary>
public enum ReferenceForm
{
    /// <summary>GB/T 7714—2015, 顺序编码制: numbered, in the order they come.</summary>
    Gb2015Numeric,

    /// <summary>GB/T 7714—2015, 著者-出版年制: by author and year.</summary>
    Gb2015AuthorDate,

    /// <summary>GB/T 7714—2025, 顺序编码制.</summary>
    Gb2025Numeric,

    /// <summary>GB/T 7714—2025, 著者-出版年制.</summary>
    Gb2025AuthorDate,

    /// <summary>CSL-JSON, a list of items.</summary>
    CslJson,

    /// <summary>BibTeX in UTF-8.</summary>
    BibTex,
}
