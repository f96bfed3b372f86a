using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Language;
using HomeroomGraph.Admin.Operations.Access;
using Microsoft.AspNetCore.Mvc;

namespace HomeroomGraph.Admin.Pages.Access.Clients;

/// <summary>Asks before a client gets a new secret, is kept to registered documents or let free, or is shut out, then does it. The secret is
/// shown in the answer, this once.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ChangeModel(GraphQLClient api, ClientLinks links) : ManagedClientPage(api)
{
    private const string Rotate = "rotate-secret", Revoke = "revoke", Restrict = "restrict";

    public string What { get; private set; } = "";
    public string? Problem { get; private set; }
    public NewSecret? Secret { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, string change, CancellationToken cancellationToken)
    {
        What = change;
        return await FindAsync(id, cancellationToken) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, string change, CancellationToken cancellationToken)
    {
        What = change;
        if (await FindAsync(id, cancellationToken) is { } refused)
            return refused;
        var input = new ClientInput(Client.Id);
        if (What == Rotate)
        {
            var made = (await Api.SendAsync(ClientOperations.RotateSecret, new(input), cancellationToken)).Done;
            Secret = made.ClientSecret is null ? null : made;
            Problem = made.Errors.FirstOrDefault()?.InReadersLanguage();
            return Page();
        }
        var done = What == Revoke
            ? (await Api.SendAsync(ClientOperations.Revoke, new(input), cancellationToken)).Done
            : (await Api.SendAsync(ClientOperations.Restrict, new(new(Client.Id, What == Restrict)), cancellationToken)).Done;
        Problem = done.Errors.FirstOrDefault()?.InReadersLanguage();
        return Problem is null ? Redirect(links.Client(Client.Id)) : Page();
    }
}
