using HomeroomGraph.Admin.Access;
using HomeroomGraph.Admin.Access.Authority;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomeroomGraph.Admin.Pages.Access;

/// <summary>Leads to the authority, and from there back to where the user wanted to go.</summary>
public sealed class AuthoritySignInModel(AdminSettings settings) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string? returnUrl)
    {
        if (settings.Authority is null)
            return NotFound();
        var onward = Url.IsLocalUrl(returnUrl) ? returnUrl : "/";
        if (User.Identity!.IsAuthenticated)
            return LocalRedirect(onward);
        try
        {
            await HttpContext.ChallengeAsync(AuthorityHandler.SchemeName, new AuthenticationProperties { RedirectUri = onward });
            return new EmptyResult();
        }
        catch (AuthorityUnavailableException)
        {
            return Redirect(Session.SignInPath + QueryString.Create("authority", $"{AuthorityProblem.Unavailable}").Add("returnUrl", onward));
        }
    }
}
