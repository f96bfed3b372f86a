using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Language;
using HomeroomGraph.Admin.Operations.Access;
using Microsoft.AspNetCore.Mvc;

namespace HomeroomGraph.Admin.Pages.Access.People;

/// <summary>Links an account with somebody of the foreign authority, who then signs in as it, or takes the link away.</summary>
public sealed class IdentityModel(GraphQLClient api, AccessLinks links) : ManagedAccountPage(api)
{
    [BindProperty(Name = "subject")] public string? Subject { get; set; }

    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken) => await FindOthersAsync(id, cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostLinkAsync(string id, CancellationToken cancellationToken)
    {
        if (await FindOthersAsync(id, cancellationToken) is { } refused)
            return refused;
        if (string.IsNullOrWhiteSpace(Subject))
            return BadRequest();
        var done = (await Api.SendAsync(AccountMutations.Link, new(new LinkInput(Account.Id, Subject.Trim())), cancellationToken)).Done;
        return Answer(done, "identity-linked");
    }

    public async Task<IActionResult> OnPostUnlinkAsync(string id, CancellationToken cancellationToken)
    {
        if (await FindOthersAsync(id, cancellationToken) is { } refused)
            return refused;
        var done = (await Api.SendAsync(AccountMutations.Unlink, new(new AccountInput(Account.Id)), cancellationToken)).Done;
        return Answer(done, "identity-unlinked");
    }

    private IActionResult Answer(Operations.Done done, string word)
    {
        if (done.Errors.Count == 0)
            return Redirect(links.Account(Account.Id, word));
        Problem = done.Errors[0].InReadersLanguage();
        return Page();
    }

    private async Task<IActionResult?> FindOthersAsync(string id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) ?? (IsOwn ? NotFound() : null);
}
