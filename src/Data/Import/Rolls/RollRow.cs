using HomeroomGraph.Data.Import.Sheets;
using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Import.Rolls;

/// <summary>
/// A row of a teacher roll. Where a column is absent or a cell is empty it says nothing, and what is stored stays. Columns of
/// persons that are none of our business (identity-card number, telephone, address) are not even declared.
/// </summary>
internal sealed class RollRow
{
    public RollRow(SheetTable row, DateOnly today)
    {
        Line = row.Line;
        StaffNumber = row.Value(RollHeadings.StaffNumber, RollValues.StaffNumber, isRequired: true);
        Name = row.Value(RollHeadings.Name, RollValues.Name, isRequired: true);
        Gender = row.Value(RollHeadings.Gender, RollValues.Gender);
        SchoolCode = row.Value(RollHeadings.SchoolCode, RollValues.SchoolCode, row.Has(RollHeadings.SchoolCode) && row.Cell(RollHeadings.SchoolName).IsEmpty);
        SchoolName = row.Value(
            RollHeadings.SchoolName, RollValues.SchoolName, row.Has(RollHeadings.SchoolName) && !row.Has(RollHeadings.SchoolCode));
        Subjects = row.Value(RollHeadings.Subjects, RollValues.Subjects) ?? [];
        Title = row.Value(RollHeadings.Title, RollValues.Title);
        TitleSince = row.Value(RollHeadings.TitleSince, cell => PeopleDates.Parse(cell, today));
        StartedWorkOn = row.Value(RollHeadings.StartedWork, cell => PeopleDates.Parse(cell, today));
        HomeroomMonths = row.Value(RollHeadings.HomeroomYears, RollValues.HomeroomMonths);
        Status = row.Value(RollHeadings.Status, RollValues.Status);
    }

    public int Line { get; }
    public string? StaffNumber { get; }
    public string? Name { get; }
    public Gender? Gender { get; }
    public string? SchoolCode { get; }
    public string? SchoolName { get; }
    public IReadOnlyList<string> Subjects { get; }
    public ProfessionalTitle? Title { get; }
    public DateOnly? TitleSince { get; }
    public DateOnly? StartedWorkOn { get; }

    /// <summary>All homeroom service up to the roll, in months.</summary>
    public int? HomeroomMonths { get; }

    public TeacherStatus? Status { get; }

    /// <summary>The teacher it is about, once found.</summary>
    public StoredTeacher? Teacher { get; set; }
}
