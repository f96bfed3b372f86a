using HomeroomGraph.Admin.Access;
using HomeroomGraph.Admin.Access.Authority;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace HomeroomGraph.Admin.Pages.Access;

/// <summary>Leads to where the authority signs out (OpenID Connect RP-Initiated Logout), which asks the user before it does.</summary>
public sealed class AuthoritySignOutModel(AdminSettings settings, IServiceProvider services) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (settings.Authority is not { } authority)
            return NotFound();
        try
        {
            var endpoints = await services.GetRequiredService<AuthorityDirectory>().FindAsync(cancellationToken);
            return Redirect(endpoints.EndSession is { } address ? AddressOf(address, authority) : Session.SignInPath);
        }
        catch (AuthorityUnavailableException)
        {
            return Redirect(Session.SignInPath + QueryString.Create("authority", $"{AuthorityProblem.Unavailable}"));
        }
    }

    private string AddressOf(string endSession, AuthoritySettings authority) => QueryHelpers.AddQueryString(endSession, new Dictionary<string, string?>
    {
        ["client_id"] = authority.ClientId,
        ["post_logout_redirect_uri"] = $"{Request.Scheme}://{Request.Host}{Request.PathBase}{Session.SignInPath}",
    });
}
