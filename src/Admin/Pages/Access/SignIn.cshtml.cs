using HomeroomGraph.Admin.Access;
using HomeroomGraph.Admin.Access.Authority;
using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations.Access;
using HomeroomGraph.Admin.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HomeroomGraph.Admin.Pages.Access;

/// <summary>Signing in: the API checks name and password, its token becomes the session.</summary>
public sealed class SignInModel(
    GraphQLClient api, SessionStart session, AdminSettings settings, IStringLocalizer<AccessTexts> texts, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)] public string? ReturnUrl { get; set; }
    [BindProperty(SupportsGet = true)] public bool Expired { get; set; }
    [BindProperty(SupportsGet = true)] public bool SignedOut { get; set; }

    /// <summary>The user has signed out here, and not at the authority.</summary>
    [BindProperty(SupportsGet = true)] public bool SignedOutHere { get; set; }

    /// <summary>How a sign-in by the authority ended that led back here.</summary>
    [BindProperty(SupportsGet = true)] public AuthorityProblem? Authority { get; set; }

    [BindProperty] public string? Username { get; set; }
    [BindProperty] public string? Password { get; set; }

    /// <summary>What is wrong, in the reader's language.</summary>
    public string? Problem { get; private set; }

    public bool HasAuthority => settings.Authority is not null;

    /// <summary>What the button to the authority says.</summary>
    public string AuthorityTitle => settings.Authority?.Name is { } name ? texts["SignIn.With", name] : texts["SignIn.WithAuthority"];

    public IActionResult OnGet()
    {
        if (User.Identity!.IsAuthenticated)
            return Onward();
        if (Authority is { } problem && HasAuthority)
            Problem = texts[$"SignIn.Authority.{problem}"];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (User.Identity!.IsAuthenticated)
            return Onward();
        if (string.IsNullOrWhiteSpace(Username) || string.IsNullOrEmpty(Password))
            return Refuse(texts["SignIn.Incomplete"]);

        var input = new SignInInput(Username.Trim(), Password);
        var payload = (await api.SendAsync(SignInOperation.Operation, new(input), cancellationToken)).SignIn;
        if (payload is not { AccessToken: { } token, ExpiresAt: { } expiresAt })
            return Refuse(Explain(payload.Errors));

        var viewer = await session.RunAsync(HttpContext, token, expiresAt, SessionOrigin.Password, cancellationToken);
        return viewer.MustChangePassword ? Redirect(Session.FirstPasswordAddress(ReturnUrl)) : Onward();
    }

    // Each known code has a text here; a newer API's code falls back to the API's own message.
    private string Explain(IReadOnlyList<SignInError> errors)
    {
        var error = errors.FirstOrDefault()
            ?? throw new ApiFailureException(ApiFailureKind.Fault, "signIn answered neither a token nor an error.");
        var text = error.Until is { } until
            ? texts[$"SignIn.{error.Code}", Math.Max(1, (int)Math.Ceiling((until - clock.GetUtcNow()).TotalMinutes))]
            : texts[$"SignIn.{error.Code}"];
        return text.ResourceNotFound ? error.Message : text;
    }

    private PageResult Refuse(string problem)
    {
        Problem = problem;
        Expired = false;
        return Page();
    }

    private LocalRedirectResult Onward() => LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
}
