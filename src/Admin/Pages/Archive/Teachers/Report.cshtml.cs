using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations;
using HomeroomGraph.Admin.Operations.Archive;
using HomeroomGraph.Admin.Pages.Shared;
using HomeroomGraph.Admin.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomeroomGraph.Admin.Pages.Archive.Teachers;

/// <summary>Plan or summary of a semester is written: a text, a file, or both (rules V1, V2). What the page knows goes with the form, so that sending it asks no more than the upload and
/// the change; who was overtaken keeps what was typed.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[RequestSizeLimit(512L << 20)]
[RequestFormLimits(MultipartBodyLengthLimit = 512L << 20)]
public sealed class ReportModel(GraphQLClient api, TeacherArchiveQuestions questions, DocumentTransfer documents, ArchiveLinks links) : PageModel
{
    [BindProperty(Name = "key")] public string? Key { get; set; }
    [BindProperty(Name = "version")] public int? Version { get; set; }
    [BindProperty(Name = "school")] public string? School { get; set; }
    [BindProperty(Name = "name")] public string? TeacherName { get; set; }
    [BindProperty(Name = "semesterText")] public string? SemesterText { get; set; }
    [BindProperty(Name = "content")] public string? Text { get; set; }
    [BindProperty(Name = "fileName")] public string? FileName { get; set; }
    [BindProperty(Name = "removeFile")] public bool RemoveFile { get; set; }
    [BindProperty(Name = "file")] public IFormFile? Upload { get; set; }

    public string Id { get; private set; } = "";
    public string Semester { get; private set; } = "";
    public SemesterReportKind Kind { get; private set; }
    public Refusals Refusals { get; private set; } = Refusals.None;
    public string NewKey { get; } = Guid.NewGuid().ToString("N");

    public async Task<IActionResult> OnGetAsync(string id, string kind, string? semester, CancellationToken cancellationToken)
    {
        if (!IsOf(id, kind, semester))
            return BadRequest();
        if (await questions.AskAsync(id, Semester, cancellationToken) is not { } archive)
            return NotFound();
        var report = archive.Teacher.Report(Kind);
        (TeacherName, SemesterText, School) = (archive.Teacher.Name, archive.SemesterText, archive.Teacher.SchoolServed?.Id);
        (Version, Text, FileName) = (report?.Version ?? 0, report?.Content, report?.Document?.FileName);
        return archive.MayWrite ? Page() : Forbid();
    }

    public async Task<IActionResult> OnPostAsync(string id, string kind, string? semester, CancellationToken cancellationToken)
    {
        if (!IsOf(id, kind, semester) || !ModelState.IsValid || string.IsNullOrEmpty(Key) || Version is null)
            return BadRequest();
        var input = new SemesterReportInput
        {
            ["teacherId"] = id, ["semesterId"] = Semester, ["kind"] = Kind, ["content"] = Text, ["expectedVersion"] = Version, ["idempotencyKey"] = Key,
        };
        if (Upload is { Length: > 0 })
        {
            var outcome = await documents.SendAsync(Upload, School ?? "", Kind == SemesterReportKind.Plan ? "PLAN" : "REPORT", cancellationToken);
            if (outcome.Id is not { } document)
                return Refuse([outcome.Refusal!]);
            input["documentId"] = document;
        }
        else if (RemoveFile)
        {
            input["documentId"] = null;
        }
        var done = (await api.SendAsync(TeacherArchiveOperations.Write, new(input), cancellationToken)).Done;
        return done.Errors.Count == 0 ? Redirect(links.Archive(id, Semester, Kind)) : Refuse(done.Errors);
    }

    private bool IsOf(string id, string kind, string? semester)
    {
        (Id, Semester, Kind) = (id, AddressValues.Given(semester) ?? "", kind == "plan" ? SemesterReportKind.Plan : SemesterReportKind.Summary);
        return Semester.Length > 0;
    }

    private PageResult Refuse(IReadOnlyList<Refusal> refusals)
    {
        Refusals = new Refusals(refusals);
        // Sent once more, it goes over what somebody else has written, which was told.
        if (refusals.FirstOrDefault(refusal => refusal.IsConflict) is { ActualVersion: { } actual })
        {
            ModelState.Remove("version");
            Version = actual;
        }
        return Page();
    }
}
