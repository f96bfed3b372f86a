using HomeroomGraph.Data.Import.Sheets;

namespace HomeroomGraph.Data.Import.Rolls;

/// <summary>Holds the rows of a roll against one another and against the district's teachers and schools (rule O5).</summary>
internal sealed class RollRules(StoredStaff staff, ImportWork work)
{
    private const int MonthsOfGrace = 11;

    private readonly Dictionary<string, int> firstLine = [];
    private readonly Dictionary<string, Finding> unknownSchools = [];
    private readonly Dictionary<EarlierMistake, int> hanging = [];

    /// <summary>Rows that hang on a mistake of the bundle before, by the mistake.</summary>
    public IEnumerable<LeftAside> Hanging(string file) => hanging.Select(h => new LeftAside(file, new(
        $"花名册行：教师未随名册导入（{h.Key.Bundle} 的 {h.Key.File} 第 {h.Key.Line} 行：{h.Key.Why.Chinese}）",
        $"roll entries of teachers who were left out of the roster ({h.Key.Bundle}, {h.Key.File} line {h.Key.Line}: {h.Key.Why.English})"),
        h.Value));

    /// <summary>Whether the row can be taken; what stands against it is reported, or counted where it hangs on something else.</summary>
    public bool Check(RollRow row, SheetTable table)
    {
        if (row.StaffNumber is { } number && !firstLine.TryAdd(number, row.Line))
        {
            table.Report(RollHeadings.StaffNumber, Severity.Error, RollReasons.AppearsTwice, firstLine[number]);
            return false;
        }
        row.Teacher = row.StaffNumber is null ? null : staff.Teacher(row.StaffNumber);
        if (HangsOnEarlierMistake(row) || HangsOnUnknownSchool(row, table)) return false;
        CheckTeacher(row, table);
        CheckSchool(row, table);
        CheckSubjects(row, table);
        CheckTitle(row, table);
        if (table.Fault is not null) return false;
        Warn(row, table);
        return true;
    }

    private bool HangsOnEarlierMistake(RollRow row)
    {
        if (row.Teacher is not null || staff.LeftOut(row.StaffNumber, row.SchoolName) is not { } mistake) return false;
        hanging[mistake] = hanging.GetValueOrDefault(mistake) + 1;
        return true;
    }

    /// <summary>A school that is unknown together with its teachers is one mistake: the first row has it, the others hang on it.</summary>
    private bool HangsOnUnknownSchool(RollRow row, SheetTable table)
    {
        if (row.Teacher is not null || row.StaffNumber is null) return false;
        var school = row.SchoolCode ?? row.SchoolName;
        if (school is null || FindSchools(row).Count > 0) return false;
        if (unknownSchools.TryGetValue(school, out var mistake)) mistake.TakeAlong(RecordKind.RollEntry);
        else unknownSchools[school] = table.Report(SchoolHeading(row), Severity.Error, RollReasons.NoSuchSchool);
        return true;
    }

    private void CheckTeacher(RollRow row, SheetTable table)
    {
        if (row.StaffNumber is null) return;
        if (row.Teacher is null) table.Report(RollHeadings.StaffNumber, Severity.Error, RollReasons.NoSuchTeacher);
        else if (row.Name is not null && SheetText.ForComparing(row.Name) != SheetText.ForComparing(row.Teacher.Name))
            table.Report(RollHeadings.Name, Severity.Error, RollReasons.NameDiffers, row.Teacher.Name);
    }

    private void CheckSchool(RollRow row, SheetTable table)
    {
        if (work.Request.SchoolId is { } own && row.Teacher?.Employments.Any(e => e.SchoolId == own) == false)
        {
            table.Report(RollHeadings.StaffNumber, Severity.Error, RollReasons.NotOfOwnSchool);
            return;
        }
        if ((row.SchoolCode ?? row.SchoolName) is null) return;
        switch (FindSchools(row))
        {
            case []:
                table.Report(SchoolHeading(row), Severity.Error, RollReasons.NoSuchSchool);
                break;
            case [var school] when row.Teacher is not null && !IsEmployedAt(row.Teacher, school):
                table.Report(SchoolHeading(row), Severity.Error, RollReasons.NotEmployedThere, staff.SchoolNamesOf(row.Teacher));
                break;
            case [_]:
                break;
            case var several when row.Teacher is null || !several.Any(s => IsEmployedAt(row.Teacher, s)):
                table.Report(SchoolHeading(row), Severity.Error, RollReasons.SeveralSchools);
                break;
        }
    }

    private static void CheckSubject(string name, SheetTable table) =>
        table.Report(RollHeadings.Subjects, Severity.Error, RollReasons.NoSuchSubject, name);

    private void CheckSubjects(RollRow row, SheetTable table)
    {
        foreach (var name in row.Subjects.Where(name => staff.Subject(name) is null)) CheckSubject(name, table);
    }

    private static void CheckTitle(RollRow row, SheetTable table)
    {
        if (row is not { Title: { } title, TitleSince: { } since, Teacher: { } teacher }) return;
        if (teacher.Titles.Where(t => t.End is not null).MaxBy(t => t.End) is not { } earlier) return;

        // The day of a move from one title to the next can be corrected, as long as something of the one before is left.
        var first = teacher.Follows(earlier, title) ? earlier.Start.AddDays(1) : earlier.End!.Value;
        if (since < first) table.Report(RollHeadings.TitleSince, Severity.Error, RollReasons.TitleBeforeEarlier, $"{earlier.End:yyyy-MM-dd}");
    }

    /// <summary>What looks wrong in a row that is good all the same.</summary>
    private void Warn(RollRow row, SheetTable table)
    {
        if (row is { SchoolCode: { } code, SchoolName: { } name } && staff.SchoolOfCode(code) is { } school && !IsSameSchool(name, school))
            table.Report(RollHeadings.SchoolName, Severity.Warning, RollReasons.SchoolNameDiffers, school.Code, school.Name);
        if (row is { Title: null, TitleSince: not null })
            table.Report(RollHeadings.TitleSince, Severity.Warning, RollReasons.DateWithoutTitle);
        if (row is { HomeroomMonths: { } months, StartedWorkOn: { } start }
            && months > ((work.Today.Year - start.Year) * 12) + work.Today.Month - start.Month + MonthsOfGrace)
            table.Report(RollHeadings.HomeroomYears, Severity.Warning, RollReasons.MoreThanWorked);
    }

    private IReadOnlyList<StoredSchool> FindSchools(RollRow row) =>
        row.SchoolCode is { } code ? staff.SchoolOfCode(code) is { } school ? [school] : []
        : staff.SchoolsOfName(row.SchoolName!);

    private static Heading SchoolHeading(RollRow row) => row.SchoolCode is null ? RollHeadings.SchoolName : RollHeadings.SchoolCode;

    private bool IsSameSchool(string name, StoredSchool school) => staff.SchoolsOfName(name).Contains(school);

    /// <summary>Now; or, for who is employed nowhere now, at some time.</summary>
    private static bool IsEmployedAt(StoredTeacher teacher, StoredSchool school) =>
        teacher.Employments.Any(e => e.SchoolId == school.Id && (e.IsOpen || teacher.Employments.All(other => !other.IsOpen)));
}
