using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations.Access;
using HomeroomGraph.Admin.Operations.Papers;
using HomeroomGraph.Admin.Operations.Research;

namespace HomeroomGraph.Admin.Operations.Archive;

/// <summary>schema/operations/Archive: a teacher's archive of a semester, and its plan and summary (rule V1).</summary>
public static class TeacherArchiveOperations
{
    public static Operation<ArchiveSemestersVariables, ArchiveSemestersData> Semesters { get; } = new("Archive/ArchiveSemesters");
    public static Operation<TeacherArchiveVariables, TeacherArchiveData> Details { get; } = new("Archive/TeacherArchive");
    public static Operation<InputVariables<SemesterReportInput>, DoneData<Done>> Write { get; } = new("Archive/WriteSemesterReport");
}

public enum SemesterReportKind { Plan, Summary }

/// <summary>计划、总结、理论学习、论文、培训、考核、班级检查结果.</summary>
public enum ArchivePart { Plan, Summary, StudyNote, Paper, Training, Assessment, ClassResult }

/// <summary>优秀、合格、基本合格、不合格.</summary>
public enum AssessmentGrade { Excellent, Qualified, BasicallyQualified, Unqualified }

public enum CheckPeriod { Week, Month }

public sealed record ArchiveSemestersVariables(string Id);

public sealed record ArchiveSemestersData(TeacherOfDistrict? Teacher) : FramedData;

public sealed record TeacherOfDistrict(DistrictOfYears? District);

public sealed record DistrictOfYears(Connection<YearOfSemesters> SchoolYears);

public sealed record YearOfSemesters(string Name, Connection<ArchiveSemester> Semesters);

/// <summary>A semester; its end is the first day after it.</summary>
public sealed record ArchiveSemester(string Id, string Name, DateOnly StartsOn, DateOnly EndsOn, bool IsCurrent);

public sealed record TeacherArchiveVariables(string Id, string Semester, DateOnly From, DateOnly Until);

public sealed record TeacherArchiveData(PaperViewer? Viewer, ArchivedTeacher? Teacher) : FramedData;

public sealed record ArchivedTeacher(
    string Id, string Name, string StaffNumber, NamedRow? School, Connection<ArchiveState> Archives, Connection<SemesterReportRow> SemesterReports,
    Connection<StudyNoteRow> StudyNotes, Connection<AuthorshipRow> Authorships, Connection<ArchivedAward> Awards, Connection<AttendanceRow> TrainingAttendances,
    Connection<AssessmentRow> SemesterAssessments, Connection<ServedPost> Appointments)
{
    /// <summary>The school served in the semester, else that of the primary post.</summary>
    public NamedRow? SchoolServed => Archives.Nodes is [var archive, ..] ? archive.School : School;

    /// <summary>The teacher, or the moral-education office of the school, writes plan and summary.</summary>
    public bool IsWrittenBy(PaperViewer? viewer) => viewer?.Roles.Any(role =>
        role.Teacher?.Id == Id || (role.Role == RoleCodes.MoralEducationOffice && role.School is { } school && school.Id == SchoolServed?.Id)) == true;

    public SemesterReportRow? Report(SemesterReportKind kind) => SemesterReports.Nodes.FirstOrDefault(report => report.Kind == kind);

    /// <summary>A list has more than is shown.</summary>
    public bool HasMore => Cut(StudyNotes) || Cut(Authorships) || Cut(Awards) || Cut(TrainingAttendances)
        || Appointments.Nodes.Any(post => post.Class is { } one && Cut(one.CheckResults));

    private static bool Cut<T>(Connection<T> list) => list.TotalCount > list.Nodes.Count;
}

public sealed record ArchiveState(NamedRow? School, decimal Completeness, int PresentCount, int ExpectedCount, IReadOnlyList<MissingArchivePart> MissingParts);

public sealed record MissingArchivePart(ArchivePart Part);

public sealed record SemesterReportRow(string Id, SemesterReportKind Kind, string? Content, int Version, DateOnly WrittenOn, PaperFile? Document);

public sealed record StudyNoteRow(string Id, string Title, string Content, DateOnly WrittenOn);

public sealed record AuthorshipRow(int Position, ArchivedPaper? Paper);

public sealed record ArchivedPaper(
    string Id, string Title, string? Venue, string? Volume, string? Issue, DateOnly PublishedOn, DatePrecision PublishedPrecision, PaperFile? Document);

public sealed record ArchivedAward(string Id, string Title, string Issuer, string? Number, DateOnly GrantedOn, DateOnly? RevokedOn);

public sealed record AttendanceRow(string Id, DateOnly HeldOn, decimal Hours, TopicOfSession? Session);

public sealed record TopicOfSession(string Topic);

public sealed record AssessmentRow(string Id, AssessmentGrade? Grade, decimal? Total, NameOnly? Class, DateTimeOffset? DecidedAt);

public sealed record ServedPost(CheckedClass? Class);

public sealed record CheckedClass(string Id, string Name, Connection<CheckResultRow> CheckResults);

public sealed record CheckResultRow(string Id, int Rank, decimal Average, PublishedPeriod? Publication);

public sealed record PublishedPeriod(CheckPeriod Period, int? WeekNumber, DateOnly StartsOn, DateOnly EndsOn, int ClassCount);

/// <summary>The input of the mutation, by the contract's names; what is not in it is left as it is.</summary>
public sealed class SemesterReportInput : Dictionary<string, object?>;
