using HomeroomGraph.Data.Import.Columns;
using static HomeroomGraph.Data.Import.Columns.ColumnKinds;

namespace HomeroomGraph.Data.Import.OneRoster;

/// <summary>
/// A row of enrollments.csv of the primary teacher of a homeroom class: an appointment as homeroom teacher (聘任, rule A1).
/// Without dates of its own it lasts as long as the class's terms. OneRoster's end dates are exclusive, as ours are.
/// </summary>
internal sealed class EnrollmentRow(TableReader row) : RosterRow(row)
{
    public const string Teacher = "teacher";

    public static readonly Column<string> ClassColumn = Id("classSourcedId").Required();
    public static readonly Column<string> SchoolColumn = Id("schoolSourcedId").Required();
    public static readonly Column<string> UserColumn = Id("userSourcedId").Required();
    public static readonly Column<string> RoleColumn = Word("role", RosterWords.EnrollmentRoles, extensible: true).Required();
    public static readonly Column<bool?> PrimaryColumn = ColumnKinds.Boolean("primary");
    public static readonly Column<DateOnly?> BeginColumn = Date("beginDate");
    public static readonly Column<DateOnly?> EndColumn = Date("endDate");

    public static readonly Column[] Columns =
    [
        SourcedIdColumn, StatusColumn, LastModifiedColumn,
        ClassColumn, SchoolColumn, UserColumn, RoleColumn, PrimaryColumn, BeginColumn, EndColumn,
    ];

    public string? ClassSourcedId { get; } = row.Value(ClassColumn);
    public string? SchoolSourcedId { get; } = row.Value(SchoolColumn);
    public string? UserSourcedId { get; } = row.Value(UserColumn);
    public string? Role { get; } = row.Value(RoleColumn);
    public bool? IsPrimary { get; } = row.Value(PrimaryColumn);
    public DateOnly? Begin { get; } = row.Value(BeginColumn);
    public DateOnly? End { get; } = row.Value(EndColumn);
    public override RecordKind? Kind => RecordKind.Appointment;

    /// <summary>The days it really lasts; set once the class is known.</summary>
    public DateOnly StartsOn { get; set; }

    public DateOnly EndsOn { get; set; }

    public bool Overlaps(EnrollmentRow other) => StartsOn < other.EndsOn && other.StartsOn < EndsOn;
}
