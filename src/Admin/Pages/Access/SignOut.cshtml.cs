using HomeroomGraph.Admin.Access;
using HomeroomGraph.Admin.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomeroomGraph.Admin.Pages.Access;

/// <summary>Signing out, by POST only: no link or picture elsewhere can do it.</summary>
public sealed class SignOutModel : PageModel
{
    public IActionResult OnGet() => Redirect("/");

    public async Task<IActionResult> OnPostAsync()
    {
        var origin = await Session.OriginAsync(HttpContext);
        await Session.EndAsync(HttpContext);
        Languages.Forget(HttpContext);

        // The way to the authority is a link there: a form of ours may lead nowhere else (content security policy).
        return Redirect(Session.SignInPath + (origin == SessionOrigin.Authority ? "?signedOutHere=true" : ""));
    }
}
