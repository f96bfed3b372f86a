using HomeroomGraph.Data.Import.Columns;
using static HomeroomGraph.Data.Import.Columns.ColumnKinds;

namespace HomeroomGraph.Data.Import.OneRoster;

/// <summary>A row of roles.csv that makes a user a teacher of a school: an employment (rule O5).</summary>
internal sealed class RoleRow : RosterRow
{
    public static readonly Column<string> UserColumn = Id("userSourcedId").Required();
    public static readonly Column<string> RoleTypeColumn = Word("roleType", ["primary", "secondary"]).Required();
    public static readonly Column<string> RoleColumn = Word("role", RosterWords.Roles, extensible: true).Required();
    public static readonly Column<DateOnly?> BeginColumn = Date("beginDate");
    public static readonly Column<DateOnly?> EndColumn = Date("endDate");
    public static readonly Column<string> OrgColumn = Id("orgSourcedId").Required();

    public static readonly Column[] Columns =
    [
        SourcedIdColumn, StatusColumn, LastModifiedColumn,
        UserColumn, RoleTypeColumn, RoleColumn, BeginColumn, EndColumn, OrgColumn,
    ];

    public RoleRow(TableReader row) : base(row)
    {
        UserSourcedId = row.Value(UserColumn);
        IsPrimary = row.Value(RoleTypeColumn) == "primary";
        row.Value(RoleColumn);
        Begin = row.Value(BeginColumn);
        End = row.Value(EndColumn);
        OrgSourcedId = row.Value(OrgColumn);
    }

    /// <summary>OneRoster 1.1 states the orgs of a user in the user's row; the first is the primary one.</summary>
    public RoleRow(UserRow user, string orgSourcedId, bool isPrimary) : base(user, $"{user.SourcedId}@{orgSourcedId}")
    {
        (UserSourcedId, OrgSourcedId, IsPrimary) = (user.SourcedId, orgSourcedId, isPrimary);
        if (user.LostTo is { } fault) IsAtFault(fault);
    }

    public string? UserSourcedId { get; }
    public string? OrgSourcedId { get; }
    public bool IsPrimary { get; }
    public DateOnly? Begin { get; }
    public DateOnly? End { get; }
    public override RecordKind? Kind => RecordKind.Employment;

    /// <summary>Says the same as an earlier row (a second role at the same school at the same time): one employment.</summary>
    public bool IsCovered { get; set; }

    public bool Overlaps(RoleRow other) =>
        (Begin is null || other.End is null || Begin < other.End) && (other.Begin is null || End is null || other.Begin < End);

    public bool Covers(DateOnly day) => (Begin is null || Begin <= day) && (End is null || day < End);
}
