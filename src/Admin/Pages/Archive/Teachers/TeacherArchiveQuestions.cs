using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations.Archive;

namespace HomeroomGraph.Admin.Pages.Archive.Teachers;

/// <summary>A teacher's archive of one semester, with the semesters to choose from.</summary>
public sealed record TeacherArchive(ArchivedTeacher Teacher, bool MayWrite, ArchiveSemester Semester, string SemesterText, IReadOnlyList<(ArchiveSemester Semester, string Text)> Semesters);

/// <summary>Asks for a teacher's archive (rule V1): first which semesters there are, then what is of the days of one.</summary>
public sealed class TeacherArchiveQuestions(GraphQLClient api)
{
    /// <summary>The archive of a semester, or of the current one; null where there is no such teacher or semester, or the viewer may not see it.</summary>
    public async Task<TeacherArchive?> AskAsync(string teacher, string? semester, CancellationToken cancellationToken)
    {
        var years = (await api.SendAsync(TeacherArchiveOperations.Semesters, new(teacher), cancellationToken)).Teacher?.District?.SchoolYears.Nodes ?? [];
        var semesters = years.SelectMany(year => year.Semesters.Nodes.Select(one => (Semester: one, Text: $"{year.Name} {one.Name}"))).ToList();
        // Between two semesters the one before counts as the current one: that is the one whose summary is due.
        var chosen = semesters.Find(one => semester is null ? one.Semester.IsCurrent : one.Semester.Id == semester);
        if (chosen.Semester is null && semester is null)
            chosen = semesters.FirstOrDefault();
        if (chosen.Semester is not { } shown)
            return null;
        var data = await api.SendAsync(TeacherArchiveOperations.Details, new(teacher, shown.Id, shown.StartsOn, shown.EndsOn), cancellationToken);
        return data.Teacher is { } found ? new(found, found.IsWrittenBy(data.Viewer), shown, chosen.Text, semesters) : null;
    }
}
