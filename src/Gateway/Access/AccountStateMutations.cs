using HomeroomGraph.Data.Access;
using HomeroomGraph.Gateway.Mutations;
using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Scalars;

namespace HomeroomGraph.Gateway.Access;

/// <summary>What the managers of an account do to it: a new first password, unlock, disable, enable, end its sessions.</summary>
internal static class AccountStateMutations
{
    private static readonly NonNullType Id = new(BuiltInScalars.Id);

    private sealed record Changed(AccountKey Key, FirstPassword? Password = null);

    public static void Declare(MutationDeclarations mutations)
    {
        Of(mutations, "resetPassword", "Gives an account a new first password. Its sessions end.")
            .Gives<Changed>("password", BuiltInScalars.String, "The first password: shown this once.", changed => changed.Password?.Password)
            .Gives<Changed>("passwordExpiresAt", DateTimeScalar.Instance, "From then on it is refused: the account needs another one.", changed => changed.Password?.ExpiresAt)
            .Runs(async call => MutationOutcome.Of(new Changed(
                call.AccountKey("accountId"),
                await call.Service<AccountChanges>().ResetPasswordAsync(call.Acting, call.AccountKey("accountId"), call.Cancellation))));
        Of(mutations, "unlockAccount", "Takes off the lock of too many failed sign-ins.")
            .Runs(call => ChangeAsync(call, (changes, key) => changes.UnlockAsync(call.Acting, key, call.Cancellation)));
        Of(mutations, "disableAccount", "Shuts an account out at once, whatever tokens it has.")
            .Runs(call => ChangeAsync(call, (changes, key) => changes.SetDisabledAsync(call.Acting, key, isDisabled: true, call.Cancellation)));
        Of(mutations, "enableAccount", "Lets a disabled account in again.")
            .Runs(call => ChangeAsync(call, (changes, key) => changes.SetDisabledAsync(call.Acting, key, isDisabled: false, call.Cancellation)));
        mutations.Add("signOutEverywhere", "Ends all sessions of the own account, or of one that the viewer manages: their tokens are refused at once.")
            .Takes("accountId", BuiltInScalars.Id, "Whose sessions; the own where it is left out.")
            .Gives<string>("done", BuiltInScalars.Boolean, "They have ended; null with errors.", _ => true)
            .FailsWith(nameof(NotFoundError), nameof(NotAllowedError), nameof(InvalidInputError))
            .Runs(SignOutEverywhereAsync);
    }

    private static MutationDeclaration Of(MutationDeclarations mutations, string name, string description) => mutations
        .Add(name, description)
        .Takes("accountId", Id, "The account: one that the viewer manages, and not the own.")
        .GivesRow<Changed>("account", typeof(AccountEntry), "The account.", changed => new RowKey(changed.Key.DistrictId, changed.Key.Number))
        .FailsWith(nameof(NotFoundError), nameof(NotAllowedError), nameof(InvalidInputError));

    private static async Task<MutationOutcome> ChangeAsync(MutationCall call, Func<AccountChanges, AccountKey, Task> change)
    {
        var key = call.AccountKey("accountId");
        await change(call.Service<AccountChanges>(), key);
        return MutationOutcome.Of(new Changed(key));
    }

    private static async Task<MutationOutcome> SignOutEverywhereAsync(MutationCall call)
    {
        var changes = call.Service<AccountChanges>();
        if (call.OptionalText("accountId") is null)
            await changes.SignOutEverywhereAsync(call.Account.AccountId, call.Origin, call.Cancellation);
        else
            await changes.SignOutEverywhereAsync(call.Acting, call.AccountKey("accountId"), call.Cancellation);
        return MutationOutcome.Of("done");
    }
}
