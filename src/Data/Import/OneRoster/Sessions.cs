using HomeroomGraph.Data.Import.Columns;
using static HomeroomGraph.Data.Import.Columns.ColumnKinds;

namespace HomeroomGraph.Data.Import.OneRoster;

/// <summary>
/// A row of academicSessions.csv: a school year, a semester, or a term that is only referred to. OneRoster's end dates are
/// exclusive, as ours are.
/// </summary>
internal sealed class SessionRow(TableReader row) : RosterRow(row)
{
    public static readonly Column<string> TitleColumn = Text("title", 60).Required();
    public static readonly Column<string> TypeColumn =
        Word("type", ["schoolYear", "semester", "term", "gradingPeriod"], extensible: true).Required();
    public static readonly Column<DateOnly?> StartColumn = Date("startDate").Required();
    public static readonly Column<DateOnly?> EndColumn = Date("endDate").Required();
    public static readonly Column<string> ParentColumn = Id("parentSourcedId");

    /// <summary>The calendar year in which the school year ends.</summary>
    public static readonly Column<int?> SchoolYearColumn = Year("schoolYear").Required();

    public static readonly Column[] Columns =
    [
        SourcedIdColumn, StatusColumn, LastModifiedColumn,
        TitleColumn, TypeColumn, StartColumn, EndColumn, ParentColumn, SchoolYearColumn,
    ];

    public string? Title { get; } = row.Value(TitleColumn);
    public string? Type { get; } = row.Value(TypeColumn);
    public DateOnly? Start { get; } = row.Value(StartColumn);
    public DateOnly? End { get; } = row.Value(EndColumn);
    public string? ParentSourcedId { get; } = row.Value(ParentColumn);
    public int? SchoolYear { get; } = row.Value(SchoolYearColumn);

    public bool IsSchoolYear => Type == "schoolYear";

    /// <summary>A semester, or a term right under a school year, which is the same under another word.</summary>
    public bool IsSemester => Type == "semester" || (Type == "term" && YearIsParent);

    /// <summary>The school year the session is or lies in; set before the rules are held against it.</summary>
    public SessionRow? Year { get; set; }

    public bool YearIsParent { get; set; }

    public override RecordKind? Kind => IsSchoolYear ? RecordKind.SchoolYear : IsSemester ? RecordKind.Semester : null;

    /// <summary>1 or 2: by the title where it says it, else by the half of the calendar year in which it starts.</summary>
    public short SemesterNumber =>
        Title is null ? (short)0
        : Title.AsSpan().ContainsAny("一1上秋") ? (short)1
        : Title.AsSpan().ContainsAny("二2下春") ? (short)2
        : Start is { Month: >= 7 } ? (short)1 : (short)2;
}
