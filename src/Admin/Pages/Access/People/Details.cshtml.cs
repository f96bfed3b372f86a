using HomeroomGraph.Admin.Api;
using Microsoft.AspNetCore.Mvc;

namespace HomeroomGraph.Admin.Pages.Access.People;

/// <summary>An account with its roles, and what can be done to it.</summary>
public sealed class DetailsModel(GraphQLClient api, TimeProvider clock) : ManagedAccountPage(api)
{
    private static readonly string[] DoneElsewhere = ["role-given", "role-taken", "identity-linked", "identity-unlinked"];

    /// <summary>The key of the text that says what was just done.</summary>
    public string? DoneText { get; private set; }

    public IEnumerable<AccountChange> Changes => IsOwn ? [] : AccountChanges.For(Account, clock.GetUtcNow());

    public async Task<IActionResult> OnGetAsync(string id, string? done, CancellationToken cancellationToken)
    {
        if (done is not null && !DoneElsewhere.Contains(done) && AccountChanges.Parse(done) is null)
            return BadRequest();
        DoneText = done is null ? null : $"Done.{done}";
        return await FindAsync(id, cancellationToken) ?? Page();
    }
}
