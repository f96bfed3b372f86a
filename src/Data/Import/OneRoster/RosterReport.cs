using HomeroomGraph.Data.Import.Merging;

namespace HomeroomGraph.Data.Import.OneRoster;

/// <summary>Counts the rows of a bundle by what they become.</summary>
internal sealed class RosterReport(Roster roster, StoredDistrict stored, IReadOnlyDictionary<RecordKind, MergeCounts> merged)
{
    public IReadOnlyList<ImportCount> Count() =>
    [
        Of(RecordKind.School, roster.Orgs.Rows.Where(o => o.IsSchool || o.Type is null), stored.Schools.NotInBundle),
        Of(RecordKind.Teacher, roster.Users.Rows, stored.Teachers.NotInBundle),
        Of(RecordKind.Class, roster.Classes.Rows, stored.Classes.NotInBundle),
        Of(RecordKind.Appointment, roster.Enrollments.Rows, stored.AppointmentsNotInBundle),
        Of(RecordKind.Employment, roster.Roles.Rows.Where(r => !r.IsCovered), stored.EmploymentsNotInBundle),
        Of(RecordKind.SchoolYear, roster.Sessions.Rows.Where(s => s.IsSchoolYear), stored.YearsNotInBundle),
        Of(RecordKind.Semester, roster.Sessions.Rows.Where(s => s.IsSemester), stored.SemestersNotInBundle),
        Cohorts(),
    ];

    private ImportCount Of(RecordKind kind, IEnumerable<RosterRow> rows, int notInFile)
    {
        var read = rows.ToList();
        var (created, changed, withdrawn) = merged.GetValueOrDefault(kind);
        var present = read.Count(r => r is { IsGood: true, IsWithdrawn: false });
        return new(kind, read.Count, read.Count(r => r.IsGood), created, changed, present - created - changed, withdrawn, notInFile);
    }

    /// <summary>No row states a cohort: they follow from the classes.</summary>
    private ImportCount Cohorts()
    {
        var cohorts = roster.Classes.Good.Where(c => !c.IsWithdrawn).Select(c => (c.SchoolSourcedId, c.Cohort)).Distinct().Count();
        var created = merged.GetValueOrDefault(RecordKind.Cohort).Created;
        return new(RecordKind.Cohort, cohorts, cohorts, created, 0, cohorts - created, 0, 0);
    }
}
