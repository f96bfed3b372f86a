using HomeroomGraph.Data.Tenancy;

namespace HomeroomGraph.Data.Import;

/// <summary>What is to be imported, and how.</summary>
/// <param name="Path">The file.</param>
/// <param name="DistrictCode">The district's GB/T 2260 code of today.</param>
public sealed record ImportRequest(string Path, string DistrictCode)
{
    /// <summary>The file's name for the reader of a report; an upload lies under another one.</summary>
    public string FileName { get; init; } = System.IO.Path.GetFileName(Path);

    /// <summary>Only say what would happen.</summary>
    public bool DryRun { get; init; }

    /// <summary>Take the good rows although there are wrong ones.</summary>
    public bool AcceptGood { get; init; }

    /// <summary>Only rows of this school may be brought; null for the whole district.</summary>
    public long? SchoolId { get; init; }

    /// <summary>Who asks, for the audit log (rule V3).</summary>
    public Actor Actor { get; init; } = Actor.Import;

    /// <summary>The run that was queued for this; null when the import begins its own.</summary>
    public long? RunId { get; init; }

    public ImportLimits Limits { get; init; } = new();
}
