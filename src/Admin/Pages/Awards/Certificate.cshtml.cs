using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations.Awards;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomeroomGraph.Admin.Pages.Awards;

/// <summary>The certificate of an award that was granted here (荣誉证书), for print on a landscape A4 sheet: rule W3. One of a revoked award is not printed, nor another body's.</summary>
public sealed class CertificateModel(GraphQLClient api, AwardLinks links) : PageModel
{
    public AwardDetails Award { get; private set; } = null!;

    /// <summary>Where anybody can check the number: the page and the whole address, which has the number in it.</summary>
    public string CheckPage => $"{Request.Scheme}://{Request.Host}{links.Check()}";

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken)
    {
        var data = await api.SendAsync(AwardOperations.Details, new(id), cancellationToken);
        if (data.Award is not { HasCertificate: true } award)
            return NotFound();
        Award = award;
        return Page();
    }
}
