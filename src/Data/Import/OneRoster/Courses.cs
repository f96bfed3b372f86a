using HomeroomGraph.Data.Import.Columns;
using static HomeroomGraph.Data.Import.Columns.ColumnKinds;

namespace HomeroomGraph.Data.Import.OneRoster;

/// <summary>A row of courses.csv. Nothing of it is stored: it is read so that a class's reference to it can be checked.</summary>
internal sealed class CourseRow(TableReader row) : RosterRow(row)
{
    public static readonly Column<string> TitleColumn = Text("title", 255).Required().NotStored();
    public static readonly Column<string> SchoolYearColumn = Id("schoolYearSourcedId");
    public static readonly Column<string> OrgColumn = Id("orgSourcedId").Required();

    public static readonly Column[] Columns =
        [SourcedIdColumn, StatusColumn, LastModifiedColumn, TitleColumn, SchoolYearColumn, OrgColumn];

    public string? Title { get; } = row.Value(TitleColumn);
    public string? SchoolYearSourcedId { get; } = row.Value(SchoolYearColumn);
    public string? OrgSourcedId { get; } = row.Value(OrgColumn);
}

/// <summary>What holds for courses: their references point somewhere.</summary>
internal static class CourseRules
{
    public static void Check(Roster roster, FindingLog log)
    {
        var rules = new Rules<CourseRow>(log)
        {
            References =
            [
                new(CourseRow.OrgColumn, c => c.OrgSourcedId, RosterReasons.NoSuchOrg, c => roster.Orgs.Has(c.OrgSourcedId)),
                new(CourseRow.SchoolYearColumn, c => c.SchoolYearSourcedId, RosterReasons.NoSuchSession,
                    c => c.SchoolYearSourcedId is null || roster.Sessions.Has(c.SchoolYearSourcedId)),
            ],
        };
        rules.Check(roster.Courses.Rows);
    }
}
