using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Training;

/// <summary>
/// An entry of a teacher's continuing-education ledger (继续教育学时): a certificate's, which the database writes, or from outside
/// (rule T8).
/// </summary>
public sealed class EducationCredit
{
    public int DistrictId { get; set; }
    public long EducationCreditId { get; set; }
    public long TeacherId { get; set; }

    /// <summary>The certificate that gave it; null where it is from outside.</summary>
    public long? CertificateId { get; set; }

    public string? OutsideSource { get; set; }

    /// <summary>Whether it counts for the probation (试用期) beside the cycle.</summary>
    public bool InProbation { get; set; }

    public required decimal Hours { get; set; }

    /// <summary>The day it was earned; it counts for the cycle that contains it.</summary>
    public required DateOnly EarnedOn { get; set; }

    public Teacher Teacher { get; set; } = null!;
    public Certificate? Certificate { get; set; }
}
