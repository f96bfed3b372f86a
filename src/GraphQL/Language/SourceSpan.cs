namespace HomeroomGraph.GraphQL.Language;

/// <summary>Where a node stands in its document: offsets in UTF-8 bytes, end exclusive. Lines and columns are computed
/// from it only when an error is written (<see cref="SourceText.LocationOf"/>).</summary>
public readonly record struct SourceSpan(int Start, int End)
{
    /// <summary>The span of nodes made by code and not read from a document.</summary>
    public static readonly SourceSpan None = new(-1, -1);
}

/// <summary>Line and column of an error, both counted from 1; the column counts UTF-16 code units, as clients' editors do.</summary>
public readonly record struct SourceLocation(int Line, int Column);
