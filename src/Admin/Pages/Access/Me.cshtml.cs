using HomeroomGraph.Admin.Access;
using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Language;
using HomeroomGraph.Admin.Operations;
using HomeroomGraph.Admin.Operations.Access;
using HomeroomGraph.Admin.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HomeroomGraph.Admin.Pages.Access;

/// <summary>The viewer's own account: password, sessions, language. With a first password it is the only page there is.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class MeModel(GraphQLClient api, SessionStart session, IStringLocalizer<AccessTexts> texts, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)] public string? ReturnUrl { get; set; }
    [BindProperty(SupportsGet = true)] public bool Changed { get; set; }
    [BindProperty] public string? CurrentPassword { get; set; }
    [BindProperty] public string? NewPassword { get; set; }
    [BindProperty] public string? RepeatedPassword { get; set; }

    public SignedInViewer Viewer { get; private set; } = null!;
    public string? Problem { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) => await ReadAsync(cancellationToken);

    public async Task<IActionResult> OnPostPasswordAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        if (string.IsNullOrEmpty(CurrentPassword) || string.IsNullOrEmpty(NewPassword))
            return Refuse(texts["Me.Incomplete"]);
        if (NewPassword != RepeatedPassword)
            return Refuse(texts["Me.NotTheSame"]);

        var input = new ChangePasswordInput(CurrentPassword, NewPassword);
        var payload = (await api.SendAsync(ChangePasswordOperation.Operation, new(input), cancellationToken)).ChangePassword;
        if (payload is not { AccessToken: { } token, ExpiresAt: { } expiresAt })
            return Refuse(Explain(payload.Errors));
        await session.RunAsync(HttpContext, token, expiresAt, SessionOrigin.Password, cancellationToken);
        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : Url.Page("/Access/Me", new { changed = true })!);
    }

    public async Task<IActionResult> OnPostSignOutAsync(CancellationToken cancellationToken)
    {
        var done = (await api.SendAsync(AccountMutations.SignOutEverywhere, new(new AccountInput(null)), cancellationToken)).Done;
        if (done.Errors.Count > 0)
            throw new ApiFailureException(ApiFailureKind.Fault, $"signOutEverywhere refused the own account: {done.Errors[0].Code}");
        await Session.EndAsync(HttpContext);
        return Redirect(Session.SignInPath + "?signedOut=true");
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var data = await api.SendAsync(ViewerOperation.Operation, NoVariables.Value, cancellationToken);
        Viewer = data.Viewer.OrSignIn();
    }

    private string Explain(IReadOnlyList<Refusal> errors)
    {
        var error = errors.FirstOrDefault()
            ?? throw new ApiFailureException(ApiFailureKind.Fault, "changePassword answered neither a token nor an error.");
        return error switch
        {
            { Code: "INVALID_CREDENTIALS" } => texts["Me.WrongPassword"],
            { Until: { } until } => texts["SignIn.ACCOUNT_LOCKED", Math.Max(1, (int)Math.Ceiling((until - clock.GetUtcNow()).TotalMinutes))],
            _ => error.InReadersLanguage(),
        };
    }

    private PageResult Refuse(string problem)
    {
        (Problem, Changed) = (problem, false);
        return Page();
    }
}
