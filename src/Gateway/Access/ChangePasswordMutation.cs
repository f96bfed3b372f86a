using HomeroomGraph.Gateway.Mutations;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Scalars;

namespace HomeroomGraph.Gateway.Access;

/// <summary>The mutation <c>changePassword</c>: an own password, the first one too.</summary>
internal static class ChangePasswordMutation
{
    public const string Name = "changePassword";

    public static void Declare(MutationDeclarations mutations) => mutations
        .Add(Name, "Changes the own password. All sessions end; the payload's token opens a new one.")
        .Takes("currentPassword", new NonNullType(BuiltInScalars.String), "The password until now; a wrong one counts as a failed sign-in.")
        .Takes("newPassword", new NonNullType(BuiltInScalars.String),
            "At least 10 letters; not with the user name in it, and none of those that everybody tries first.")
        .GivesToken()
        .FailsWith(nameof(InvalidCredentialsError), nameof(AccountLockedError), nameof(FirstPasswordExpiredError), nameof(PasswordRefusedError))
        .Runs(call => call.Service<SignInHandler>().ChangeAsync(
            call.Account.AccountId, call.Text("currentPassword"), call.Text("newPassword"), call.Address, call.Cancellation));
}
