using HomeroomGraph.Data.Access;
using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Gateway.Auth;
using HomeroomGraph.Gateway.Mutations;
using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Scalars;

namespace HomeroomGraph.Gateway.Access;

/// <summary>The mutations that link accounts with identities of the foreign authority.</summary>
internal static class ExternalIdentityMutations
{
    public static void Declare(MutationDeclarations mutations)
    {
        Of(mutations, "linkExternalIdentity", "Links an account with an identity of the foreign authority, whose tokens then sign in as it. It takes the same power over the account as resetPassword.")
            .Takes("subject", new NonNullType(BuiltInScalars.String), "The authority's name for the person: the claim that the settings name.")
            .Runs(call => RunAsync(call, (identities, key, issuer) => identities.LinkAsync(call.Acting, key, issuer, call.Text("subject"), call.Cancellation)));
        Of(mutations, "unlinkExternalIdentity", "Takes the link away; the account's sessions end.")
            .Runs(call => RunAsync(call, (identities, key, issuer) => identities.UnlinkAsync(call.Acting, key, issuer, call.Cancellation)));
    }

    private static MutationDeclaration Of(MutationDeclarations mutations, string name, string description) => mutations
        .Add(name, description)
        .Takes("accountId", new NonNullType(BuiltInScalars.Id), "The account: one that the viewer manages, and not the own.")
        .GivesRow<AccountKey>("account", typeof(AccountEntry), "The account.", key => new RowKey(key.DistrictId, key.Number))
        .FailsWith(nameof(NotFoundError), nameof(NotAllowedError), nameof(InvalidInputError), nameof(AlreadyThereError));

    private static async Task<MutationOutcome> RunAsync(MutationCall call, Func<ExternalIdentities, AccountKey, string, Task> change)
    {
        var key = call.AccountKey("accountId");
        if (call.OptionalService<ForeignTerms>() is not { } foreign)
            throw new RefusedException(Refusal.NotAllowed("No foreign authority is set up here. 未配置外部身份认证。"));
        await change(call.Service<ExternalIdentities>(), key, foreign.Authority);
        return MutationOutcome.Of(key);
    }
}
