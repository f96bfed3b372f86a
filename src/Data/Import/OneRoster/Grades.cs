using HomeroomGraph.Data.Import.Columns;
using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Import.OneRoster;

/// <summary>The grades 1 to 12 and the sections they belong to (6 + 3 + 3 years).</summary>
internal static class Grades
{
    public const short First = 1, Last = 12;

    public static SchoolSection SectionOf(short grade) => grade switch
    {
        <= 6 => SchoolSection.Primary,
        <= 9 => SchoolSection.Junior,
        _ => SchoolSection.Senior,
    };

    /// <summary>The year in which a class that is in the grade now entered its section.</summary>
    public static int EntryYear(short grade, int yearOfSchoolYear) => yearOfSchoolYear - (grade - FirstOf(SectionOf(grade)));

    /// <summary>One grade by CEDS code, 01 to 12, as OneRoster asks for.</summary>
    public static Column<short?> Column(string name) => new(name, text =>
        text.Contains(',') ? new Cell<short?>(null, RosterReasons.SeveralGrades)
        : text.Length <= 2 && text.All(char.IsAsciiDigit) && short.Parse(text) is >= First and <= Last and var grade ? grade
        : new Cell<short?>(null, RosterReasons.NotAGrade));

    private static int FirstOf(SchoolSection section) => section switch
    {
        SchoolSection.Primary => 1,
        SchoolSection.Junior => 7,
        _ => 10,
    };
}
