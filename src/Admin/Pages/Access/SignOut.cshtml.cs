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
        await Session.EndAsync(HttpContext);
        Languages.Forget(HttpContext);
        return Redirect(Session.SignInPath);
    }
}
