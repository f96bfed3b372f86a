namespace HomeroomGraph.Data.Papers.References;

/// <summary>The editions of GB/T 7714 that references are written by.</summary>
public enum GbEdition
{
    /// <summary>GB/T 7714—2015.</summary>
    Of2015,

    /// <summary>GB/T 7714—2025, in force since 2026-07-01.</summary>
    Of2025,
}

/// <summary>How references are ordered and cited.</summary>
public enum GbSystem
{
    /// <summary>顺序编码制: by number, in the order they are cited.</summary>
    Numeric,

    /// <summary>著者-出版年制: by author and year, in that order.</summary>
    AuthorDate,
}

/// <summary>By which edition and system of GB/T 7714 a reference is written.</summary>
public sealed record GbStyle(GbEdition Edition, GbSystem System)
{
    internal bool Is2015 => Edition == GbEdition.Of2015;
    internal bool IsAuthorDate => System == GbSystem.AuthorDate;

    /// <summary>The marks between elements: of half width in 2015, of full width in 2025. The full stop is ". " in both.</summary>
    internal string Comma { get; } = Edition == GbEdition.Of2015 ? ", " : "，";
    internal string Colon { get; } = Edition == GbEdition.Of2015 ? ": " : "：";
    internal string Open { get; } = Edition == GbEdition.Of2015 ? "(" : "（";
    internal string Close { get; } = Edition == GbEdition.Of2015 ? ")" : "）";

    /// <summary>The years of a range.</summary>
    internal string YearRange { get; } = Edition == GbEdition.Of2015 ? "/" : "—";
}
