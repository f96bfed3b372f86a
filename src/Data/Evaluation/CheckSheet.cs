using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Evaluation;

/// <summary>
/// The daily check (日检查) of a class in one round (rule E2): full marks but for its lines. It is put together in the transaction
/// that enters it; afterwards only a <see cref="CheckCorrection"/>, inserted first in a transaction, lets it and its lines change.
/// </summary>
public sealed class CheckSheet
{
    public int DistrictId { get; set; }
    public long CheckSheetId { get; set; }
    public long SchoolId { get; set; }
    public long SemesterId { get; set; }
    public long ClassId { get; set; }
    public long EvaluationSchemeId { get; set; }
    public long CheckRoundId { get; set; }
    public required DateOnly Day { get; set; }

    /// <summary>The round's full marks less what the lines take off; kept by the database.</summary>
    public decimal Total { get; private set; }

    /// <summary>What the lines take off, by what is checked: attendance, hygiene, discipline, activities, etiquette, study, daily life, thrift. Kept
    /// by the database for the figures of dashboards (D9).</summary>
    public decimal[] Lost { get; private set; } = [];

    /// <summary>Entered by mistake: it counts nowhere.</summary>
    public bool IsVoid { get; set; }

    /// <summary>The post that entered it, where it was one.</summary>
    public long? InspectorPostId { get; set; }

    /// <summary>Who entered it, as the audit log names actors.</summary>
    public required string EnteredBy { get; set; }

    public required DateTime EnteredAt { get; set; }

    /// <summary>The calendar year in which its school year starts, by which lines are partitioned; set by the database.</summary>
    public short StartingYear { get; private set; }

    /// <summary>The transaction in which its present version was written; set by the database.</summary>
    public ulong WrittenIn { get; private set; }

    public School School { get; set; } = null!;
    public Semester Semester { get; set; } = null!;
    public SchoolClass Class { get; set; } = null!;
    public EvaluationScheme Scheme { get; set; } = null!;
    public CheckRound Round { get; set; } = null!;
    public InspectorPost? InspectorPost { get; set; }
    public List<CheckLine> Lines { get; } = [];
    public List<CheckCorrection> Corrections { get; } = [];
}
