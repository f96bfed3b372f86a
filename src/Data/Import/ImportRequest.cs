namespace HomeroomGraph.Data.Import;

/// <summary>What is to be imported, and how.</summary>
/// <param name="Path">The file.</param>
/// <param name="DistrictCode">The district's GB/T 2260 code of today.</param>
public sealed record ImportRequest(string Path, string DistrictCode)
{
    /// <summary>Only say what would happen.</summary>
    public bool DryRun { get; init; }

    /// <summary>Take the good rows although there are wrong ones.</summary>
    public bool AcceptGood { get; init; }

    public ImportLimits Limits { get; init; } = new();
}
