using HomeroomGraph.Data.Import.Columns;
using HomeroomGraph.Data.Organisation;
using static HomeroomGraph.Data.Import.Columns.ColumnKinds;

namespace HomeroomGraph.Data.Import.OneRoster;

/// <summary>A row of classes.csv of type <c>homeroom</c>: a class (班级) of a school year (rule O6).</summary>
internal sealed class ClassRow(TableReader row) : RosterRow(row)
{
    public const string Homeroom = "homeroom", Scheduled = "scheduled";

    public static readonly Column<string> TitleColumn = Text("title", 60).Required();
    public static readonly Column<short?> GradesColumn = Grades.Column("grades").Required();
    public static readonly Column<string> CourseColumn = Id("courseSourcedId").Required();
    public static readonly Column<string> ClassCodeColumn = Text("classCode", 32);
    public static readonly Column<string> TypeColumn = Word("classType", [Homeroom, Scheduled], extensible: true).Required();
    public static readonly Column<string> SchoolColumn = Id("schoolSourcedId").Required();
    public static readonly Column<IReadOnlyList<string>> TermsColumn = Ids("termSourcedIds").Required();

    public static readonly Column[] Columns =
    [
        SourcedIdColumn, StatusColumn, LastModifiedColumn,
        TitleColumn, GradesColumn, CourseColumn, ClassCodeColumn, TypeColumn, SchoolColumn, TermsColumn,
    ];

    public string? Title { get; } = row.Value(TitleColumn);
    public short? Grade { get; } = row.Value(GradesColumn);
    public string? CourseSourcedId { get; } = row.Value(CourseColumn);
    public string? ClassCode { get; } = row.Value(ClassCodeColumn);
    public string? Type { get; } = row.Value(TypeColumn);
    public string? SchoolSourcedId { get; } = row.Value(SchoolColumn);
    public IReadOnlyList<string> TermSourcedIds { get; } = row.Value(TermsColumn) ?? [];
    public override RecordKind? Kind => RecordKind.Class;

    /// <summary>The school year of its terms; set before the rules are held against it.</summary>
    public SessionRow? Year { get; set; }

    public DateOnly FirstDay { get; set; }
    public DateOnly EndDay { get; set; }

    /// <summary>The cohort (届) it belongs to: the section and the year in which the pupils entered it.</summary>
    public (SchoolSection Section, int EntryYear) Cohort =>
        (Grades.SectionOf(Grade!.Value), Grades.EntryYear(Grade.Value, Year!.Start!.Value.Year));

    public short? Number => ClassName.NumberOf(ClassCode, Title);
}
