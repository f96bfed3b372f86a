using System.Security.Cryptography;
using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Language;
using HomeroomGraph.Admin.Operations.Import;
using HomeroomGraph.Admin.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HomeroomGraph.Admin.Pages.Import;

/// <summary>
/// Sends a file in: first to be looked at only, and then, from the report, the same file again to be stored. Nothing is kept in
/// between, so the second one is held against the first by its SHA-256.
/// </summary>
[RequestSizeLimit(LargestUpload)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestUpload)]
public sealed class NewModel(GraphQLClient api, ImportUpload upload, ImportLinks links, IStringLocalizer<ImportTexts> texts) : PageModel
{
    // Above the API's own bound, so that it is the API that says what is too big.
    private const long LargestUpload = 2L << 30;

    [BindProperty(SupportsGet = true, Name = "of")] public string? Of { get; set; }
    [BindProperty(Name = "kind")] public string? Kind { get; set; }
    [BindProperty(Name = "district")] public string? District { get; set; }
    [BindProperty(Name = "file")] public IFormFile? Upload { get; set; }

    public IReadOnlyList<string> Kinds { get; private set; } = [];
    public IReadOnlyList<CodedDistrict> Districts { get; private set; } = [];

    /// <summary>The run whose file is given again to be stored; null for a new file, which is looked at only.</summary>
    public ImportRunDetails? First { get; private set; }

    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await PrepareAsync(cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await PrepareAsync(cancellationToken) is { } refused)
            return refused;
        if (Upload is not { Length: > 0 } file)
            return Refuse(texts["New.NoFile"]);
        if (First is null && (Kind is null || !Kinds.Contains(Kind) || Districts.All(district => district.Code != District)))
            return BadRequest();
        await using var bytes = file.OpenReadStream();
        if (First is { } first)
        {
            var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, cancellationToken));
            if (!string.Equals(sha256, first.FileSha256, StringComparison.OrdinalIgnoreCase))
                return Refuse(texts["New.OtherFile"]);
            bytes.Position = 0;
        }
        var request = new ImportUploadRequest(
            First?.Kind ?? Kind!, First?.District?.Code ?? District!, file.FileName, DryRun: First is null, AcceptGood: First is { Errors: > 0 });
        var outcome = await upload.SendAsync(request, bytes, cancellationToken);
        return outcome.RunId is { } run ? Redirect(links.Run(run)) : Refuse(ApiMessages.Half(outcome.Problem!));
    }

    private async Task<IActionResult?> PrepareAsync(CancellationToken cancellationToken)
    {
        var viewer = (await api.SendAsync(ImportChoiceOperation.Operation, NoVariables.Value, cancellationToken)).Viewer.OrSignIn();
        (Kinds, Districts) = (ImportRoles.Offered(viewer), ImportRoles.Districts(viewer));
        if (Kinds.Count == 0)
            return Forbid();
        if (string.IsNullOrEmpty(Of))
            return null;
        First = (await api.SendAsync(ImportRunDetailsOperation.Operation, new(Of, 1, null, null, null), cancellationToken)).ImportRun;
        return First is null ? NotFound() : First.CanBeStored ? null : BadRequest();
    }

    private PageResult Refuse(string problem)
    {
        Problem = problem;
        return Page();
    }
}
