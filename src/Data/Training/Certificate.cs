using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Training;

/// <summary>A training certificate (培训合格证) that a school or the district issued (rule T5).</summary>
public sealed class Certificate
{
    public int DistrictId { get; set; }
    public long CertificateId { get; set; }

    /// <summary>The number, given once in a district.</summary>
    public required string Number { get; set; }

    public required CertificateKind Kind { get; set; }
    public long TeacherId { get; set; }

    /// <summary>The holder's name as written on it.</summary>
    public required string Holder { get; set; }

    /// <summary>The school that issued it; null where the district did.</summary>
    public long? IssuerSchoolId { get; set; }

    /// <summary>The issuer's name as written on it.</summary>
    public required string Issuer { get; set; }

    public long? TrainingProgrammeId { get; set; }
    public required DateOnly IssuedOn { get; set; }

    /// <summary>The first day on which it no longer holds; null where it has no end.</summary>
    public DateOnly? ExpiresOn { get; set; }

    /// <summary>The continuing-education hours that it gives (rule T8).</summary>
    public decimal Credits { get; set; }

    public DateOnly? RevokedOn { get; set; }
    public string? RevocationReason { get; set; }

    public District District { get; set; } = null!;
    public Teacher Teacher { get; set; } = null!;
    public School? IssuerSchool { get; set; }
    public TrainingProgramme? Programme { get; set; }
    public List<EducationCredit> EducationCredits { get; } = [];
}

/// <summary>What a certificate is for (rules A3, T5).</summary>
public enum CertificateKind
{
    /// <summary>班主任培训合格证: the condition for taking up the post.</summary>
    Homeroom,

    /// <summary>其他.</summary>
    Other,
}
