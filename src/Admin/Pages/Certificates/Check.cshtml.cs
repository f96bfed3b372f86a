using HomeroomGraph.Admin.Api;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomeroomGraph.Admin.Pages.Certificates;

/// <summary>Anybody checks a certificate by its number (证书查验), signed in or not: rules T5, W3.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class CheckModel(CertificateClient certificates) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "number")] public string? Number { get; set; }

    /// <summary>Null where nothing was asked yet.</summary>
    public CertificateAnswer? Answer { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Number = Number?.Trim();
        if (string.IsNullOrEmpty(Number))
            return;
        Answer = await certificates.AskAsync(Number, cancellationToken);
        Response.StatusCode = Answer.Standing switch
        {
            CertificateStanding.TooMany => StatusCodes.Status429TooManyRequests,
            CertificateStanding.NoNumber => StatusCodes.Status400BadRequest,
            _ => StatusCodes.Status200OK,
        };
    }
}
