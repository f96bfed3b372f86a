using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Language;
using HomeroomGraph.Admin.Operations;
using HomeroomGraph.Admin.Operations.Access;
using Microsoft.AspNetCore.Mvc;

namespace HomeroomGraph.Admin.Pages.Access.People;

/// <summary>Asks before an account is changed as a whole, then does it. A new first password is shown in the answer, this once.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ChangeModel(GraphQLClient api, AccessLinks links) : ManagedAccountPage(api)
{
    public AccountChange What { get; private set; }
    public string? Problem { get; private set; }

    /// <summary>The new first password, right after it was made.</summary>
    public PasswordSlip? Slip { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, string change, CancellationToken cancellationToken) =>
        await PrepareAsync(id, change, cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(string id, string change, CancellationToken cancellationToken)
    {
        if (await PrepareAsync(id, change, cancellationToken) is { } refused)
            return refused;
        if (await RunAsync(new(new AccountInput(Account.Id)), cancellationToken) is { } refusal)
        {
            Problem = refusal.InReadersLanguage();
            return Page();
        }
        return Slip is null ? Redirect(links.Account(Account.Id, What.Slug())) : Page();
    }

    private async Task<IActionResult?> PrepareAsync(string id, string change, CancellationToken cancellationToken)
    {
        if (AccountChanges.Parse(change) is not { } what)
            return NotFound();
        What = what;
        return await FindAsync(id, cancellationToken);
    }

    private async Task<Refusal?> RunAsync(InputVariables<AccountInput> input, CancellationToken cancellationToken)
    {
        if (What == AccountChange.ResetPassword)
        {
            var reset = (await Api.SendAsync(AccountMutations.ResetPassword, input, cancellationToken)).Done;
            if (reset is { Password: { } password, PasswordExpiresAt: { } expiresAt })
                Slip = new PasswordSlip(Account.DisplayName, Account.Username, password, expiresAt);
            return reset.Errors.FirstOrDefault();
        }
        var mutation = What switch
        {
            AccountChange.Unlock => AccountMutations.Unlock,
            AccountChange.Disable => AccountMutations.Disable,
            AccountChange.Enable => AccountMutations.Enable,
            _ => AccountMutations.SignOutEverywhere,
        };
        return (await Api.SendAsync(mutation, input, cancellationToken)).Done.Errors.FirstOrDefault();
    }
}
