using HomeroomGraph.Data.Import;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Import;

/// <summary>The closed states and kinds of imports.</summary>
internal static class ImportEnums
{
    public static readonly EnumDeclaration[] All =
    [
        new EnumDeclaration<ImportKind>("ImportKind", "What a file is that can be imported into a district.")
            .Value(ImportKind.Oneroster, "A roster: a OneRoster 1.2 CSV bundle.")
            .Value(ImportKind.Roll, "A teacher roll (教师花名册), .xlsx or .csv.")
            .Value(ImportKind.Papers, "Papers (论文), CSL-JSON or a list as .xlsx or .csv."),
        new EnumDeclaration<ImportState>("ImportState", "How far an import is, or how it ended.")
            .Value(ImportState.Queued, "It waits for its turn.")
            .Value(ImportState.Checking, "The file is read, checked and compared.")
            .Value(ImportState.Storing, "Part of it is stored for good.")
            .Value(ImportState.Applied, "The good rows are stored.")
            .Value(ImportState.Refused, "There were wrong rows and they were not accepted: nothing was changed.")
            .Value(ImportState.Rehearsed, "It was only to be seen what would happen: nothing was changed.")
            .Value(ImportState.Failed, "It could not be done; the failure says why.")
            .Value(ImportState.Interrupted, "The program was stopped; giving the same file again stores the rest."),
        new EnumDeclaration<ImportStep>("ImportStep", "What an import is at.")
            .Value(ImportStep.Reading, "The file is read.")
            .Value(ImportStep.Checking, "The rows are held against one another and against what is stored.")
            .Value(ImportStep.Staging, "The good rows are brought to the database.")
            .Value(ImportStep.Storing, "The rows are stored.")
            .Value(ImportStep.Rehearsing, "The rows are stored and taken back, to see what storing them would do.")
            .Value(ImportStep.Done, "It has ended."),
        new EnumDeclaration<Severity>("ImportSeverity", "How bad a finding is.")
            .Value(Severity.Warning, "The row is still good.")
            .Value(Severity.Error, "The row can't be taken."),
        new EnumDeclaration<RecordKind>("ImportRecordKind", "What an import brings.")
            .Value(RecordKind.SchoolYear, "School years.")
            .Value(RecordKind.Semester, "Semesters.")
            .Value(RecordKind.School, "Schools.")
            .Value(RecordKind.Teacher, "Teachers.")
            .Value(RecordKind.Employment, "Employments.")
            .Value(RecordKind.Cohort, "Cohorts.")
            .Value(RecordKind.Class, "Classes.")
            .Value(RecordKind.Appointment, "Appointments of homeroom teachers.")
            .Value(RecordKind.RollEntry, "Rows of a teacher roll.")
            .Value(RecordKind.Subject, "Subjects of the district.")
            .Value(RecordKind.TaughtSubject, "Subjects that teachers teach.")
            .Value(RecordKind.Title, "Professional titles.")
            .Value(RecordKind.Paper, "Papers.")
            .Value(RecordKind.Author, "Authors of papers.")
            .Value(RecordKind.Keyword, "Keywords of papers.")
            .Value(RecordKind.Region, "Regions of GB/T 2260."),
    ];
}
