using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Data.Papers;

namespace HomeroomGraph.Data.Awards;

/// <summary>An award (荣誉, 奖项) of a teacher, a teacher's paper or a class: granted after a selection, or of another body and recorded
/// from its certificate (rules W1, W3). Revoking keeps the record.</summary>
public sealed class Award
{
    public int DistrictId { get; set; }
    public long AwardId { get; set; }

    /// <summary>The recipient's school then.</summary>
    public long SchoolId { get; set; }

    public required AwardSource Source { get; set; }
    public long? AwardNominationId { get; set; }
    public long? TeacherId { get; set; }
    public long? ClassId { get; set; }
    public long? PaperId { get; set; }

    /// <summary>The recipient's name as written then.</summary>
    public required string Name { get; set; }

    public required AwardKind Kind { get; set; }
    public required AwardLevel Level { get; set; }
    public required AwardGrade Grade { get; set; }
    public required string Title { get; set; }

    /// <summary>The certificate's number: unique in the district for those granted here.</summary>
    public string? Number { get; set; }

    public required string Issuer { get; set; }
    public required DateOnly GrantedOn { get; set; }

    /// <summary>The first day on which it no longer counts.</summary>
    public DateOnly? RevokedOn { get; set; }

    public string? RevocationReason { get; set; }

    /// <summary>Who granted it, as written; null for what was recorded.</summary>
    public string? GrantedBy { get; set; }

    public DateTime? GrantedAt { get; set; }

    /// <summary>Who revoked it, as written.</summary>
    public string? RevokedBy { get; set; }

    /// <summary>Who recorded it from another body's certificate, as written; null for what was granted here or came in before such was kept.</summary>
    public string? RecordedBy { get; set; }

    public DateTime? RecordedAt { get; set; }

    public School School { get; set; } = null!;
    public AwardNomination? Nomination { get; set; }
    public Teacher? Teacher { get; set; }
    public SchoolClass? Class { get; set; }
    public Paper? Paper { get; set; }
    public List<RewardPoint> Points { get; } = [];
}

/// <summary>Where an award comes from.</summary>
public enum AwardSource
{
    /// <summary>Granted by the school or district after a selection.</summary>
    Granted,

    /// <summary>Of another body; its certificate was recorded.</summary>
    Outside,
}
