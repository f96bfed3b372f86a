using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Papers;

/// <summary>An author (作者) of a paper: a teacher of the district, or an outsider by name (rule R1).</summary>
public sealed class PaperAuthor
{
    public int DistrictId { get; set; }
    public long PaperAuthorId { get; set; }

    /// <summary>The paper's school; kept by the database.</summary>
    public long? SchoolId { get; private set; }

    public long PaperId { get; set; }

    /// <summary>1 is the first author.</summary>
    public required short Position { get; set; }

    /// <summary>The name as printed.</summary>
    public required string Name { get; set; }

    public long? TeacherId { get; set; }
    public string? Affiliation { get; set; }

    /// <summary>通讯作者.</summary>
    public bool IsCorresponding { get; set; }

    /// <summary>Under which scheme and name the person is known elsewhere: orcid:0000-0002-1825-0097.</summary>
    public string? ExternalId { get; set; }

    public Paper Paper { get; set; } = null!;
    public Teacher? Teacher { get; set; }
}
