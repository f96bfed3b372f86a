using HomeroomGraph.Data.Access;
using HomeroomGraph.Gateway.Auth;
using HomeroomGraph.GraphQL.Subscriptions;

namespace HomeroomGraph.Gateway.Subscriptions;

/// <summary>Ends the subscriptions of accounts whose rights have changed. What is delivered is checked by the database each time; this ends
/// those, too, to which nothing is delivered.</summary>
internal sealed class ReachWatch(ViewerAccounts accounts)
{
    public async Task CheckAsync(SubscriptionHub hub, CancellationToken cancellation)
    {
        var followed = hub.Viewers.OfType<HomeroomViewer>().Select(viewer => viewer.Account).OfType<ViewerAccount>()
            .Select(account => (account.AccountId, account.AccessVersion)).Distinct().ToList();
        var changed = await accounts.ChangedAsync(followed, cancellation);
        if (changed.Count > 0)
            hub.EndOf(viewer => viewer is HomeroomViewer { Account: { } account } && changed.Contains((account.AccountId, account.AccessVersion)));
    }
}
