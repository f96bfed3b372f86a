using HomeroomGraph.Gateway.Mutations;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Scalars;

namespace HomeroomGraph.Gateway.Access;

/// <summary>The mutation <c>signIn</c>: name and password for an access token.</summary>
internal static class SignInMutation
{
    public const string Name = "signIn";

    public static void Declare(MutationDeclarations mutations) => mutations
        .Add(Name, "Signs in; send the token as 'Authorization: Bearer …' with each further request.")
        .Takes("username", new NonNullType(BuiltInScalars.String), "The account's name.")
        .Takes("password", new NonNullType(BuiltInScalars.String), "The account's password.")
        .ForAnybody()
        .GivesToken()
        .FailsWith(nameof(InvalidCredentialsError), nameof(AccountLockedError), nameof(FirstPasswordExpiredError))
        .Runs(call => call.Service<SignInHandler>().RunAsync(call.Text("username"), call.Text("password"), call.Address, call.Cancellation));

    /// <summary>The fields of a payload that opens a session.</summary>
    public static MutationDeclaration GivesToken(this MutationDeclaration mutation) => mutation
        .Gives<OpenedSession>("accessToken", BuiltInScalars.String, "The token; null with errors.", session => session.Token.Token)
        .Gives<OpenedSession>("expiresAt", DateTimeScalar.Instance, "When the token stops being good.", session => session.Token.ExpiresAt)
        .Gives<OpenedSession>("mustChangePassword", BuiltInScalars.Boolean,
            "The password is a first one: the token is good for viewer and changePassword only.", session => session.MustChangePassword);
}
