using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Data.Papers;
using HomeroomGraph.Data.Research;

namespace HomeroomGraph.Data.Archive;

/// <summary>A document (文档): a file with category, hash, size, type and uploader (rule V2). It belongs to the records that name it.</summary>
public sealed class Document
{
    public int DistrictId { get; set; }
    public long DocumentId { get; set; }

    /// <summary>The school of the record that it belongs to; null: the district's.</summary>
    public long? SchoolId { get; set; }

    public required DocumentCategory Category { get; set; }
    public required string FileName { get; set; }
    public required string MediaType { get; set; }

    /// <summary>In bytes.</summary>
    public required long Size { get; set; }

    /// <summary>The hash of the content, which other documents may share.</summary>
    public required string Sha256 { get; set; }

    /// <summary>The uploader's name as it was.</summary>
    public required string UploadedBy { get; set; }

    /// <summary>The uploader, where a teacher.</summary>
    public long? UploadedByTeacherId { get; set; }

    /// <summary>The number of the uploader's account, where it came by a ticket.</summary>
    public long? UploadedByAccount { get; set; }

    public required DateTime UploadedAt { get; set; }

    public School? School { get; set; }
    public Teacher? UploadedByTeacher { get; set; }
    public DocumentContent Content { get; set; } = null!;
    public List<Paper> Papers { get; } = [];
    public List<ResearchDecision> ResearchDecisions { get; } = [];
    public List<ResearchStateChange> ResearchStateChanges { get; } = [];
    public List<ResearchMilestone> ResearchMilestones { get; } = [];
    public List<MilestoneRequest> MilestoneRequests { get; } = [];
    public List<PortfolioItem> PortfolioItems { get; } = [];
    public List<ExtensionRequest> ExtensionRequests { get; } = [];
    public List<SemesterReport> SemesterReports { get; } = [];
}

/// <summary>What a document is (rule V2).</summary>
public enum DocumentCategory
{
    /// <summary>文章: a paper, a case, notes.</summary>
    Article,

    /// <summary>申报书.</summary>
    Application,

    /// <summary>方案、计划.</summary>
    Plan,

    /// <summary>报告、总结.</summary>
    Report,

    /// <summary>记录: minutes, notes taken.</summary>
    Minutes,

    /// <summary>数据: surveys, tests, tables.</summary>
    Data,

    /// <summary>照片.</summary>
    Picture,

    /// <summary>录音、录像.</summary>
    Recording,

    /// <summary>证书.</summary>
    Certificate,

    /// <summary>公文、批文.</summary>
    Official,

    /// <summary>其他.</summary>
    Other,
}
