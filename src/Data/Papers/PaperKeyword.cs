namespace HomeroomGraph.Data.Papers;

/// <summary>A keyword (关键词) of a paper (rule R1); searched by equality.</summary>
public sealed class PaperKeyword
{
    public int DistrictId { get; set; }
    public long PaperKeywordId { get; set; }

    /// <summary>The paper's school; kept by the database.</summary>
    public long? SchoolId { get; private set; }

    public long PaperId { get; set; }
    public required short Position { get; set; }
    public required string Keyword { get; set; }

    /// <summary>What of the keyword counts when keywords are compared; kept by the database.</summary>
    public string KeywordKey { get; private set; } = "";

    public Paper Paper { get; set; } = null!;
}
