using HomeroomGraph.Admin.Operations.Archive;
using HomeroomGraph.Admin.Operations.Papers;

namespace HomeroomGraph.Admin.Pages.Archive.Teachers;

/// <summary>The parts of an archive as they are shown: on the page, or in the bundle, where documents lie beside the page.</summary>
public sealed record ArchivePartsView(TeacherArchive Archive, Func<PaperFile, string> AddressOf, bool MayWrite = false, bool InBundle = false)
{
    public ArchivedTeacher Teacher => Archive.Teacher;

    public static IReadOnlyList<SemesterReportKind> Kinds { get; } = Enum.GetValues<SemesterReportKind>();

    /// <summary>The classes headed in the semester, each once.</summary>
    public IEnumerable<CheckedClass> Classes => Teacher.Appointments.Nodes.Select(post => post.Class).OfType<CheckedClass>().DistinctBy(one => one.Id);
}
