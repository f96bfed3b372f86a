using HomeroomGraph.Admin.Operations.Archive;
using HomeroomGraph.Admin.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomeroomGraph.Admin.Pages.Archive.Teachers;

/// <summary>A teacher's archive by semester (教师档案): what is there of each part and what is missing (rule V1).</summary>
public sealed class DetailsModel(TeacherArchiveQuestions questions) : PageModel
{
    public TeacherArchive Archive { get; private set; } = null!;

    /// <summary>Plan or summary was just written.</summary>
    public SemesterReportKind? Written { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, string? semester, string? done, CancellationToken cancellationToken)
    {
        Written = EnumCodes.Parse<SemesterReportKind>(done ?? "");
        if (await questions.AskAsync(id, AddressValues.Given(semester), cancellationToken) is not { } archive)
            return NotFound();
        Archive = archive;
        return Page();
    }
}
