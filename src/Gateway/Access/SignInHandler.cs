using System.Net;
using HomeroomGraph.Data.Access;
using HomeroomGraph.Gateway.Auth;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Access;

/// <summary>What came of a sign-in: a token, or errors.</summary>
internal sealed record SignInResult(IssuedToken? Token, IReadOnlyList<UserError> Errors);

/// <summary>The name or the password is wrong; which of the two is not said.</summary>
internal sealed record InvalidCredentialsError() : UserError("The name or the password is wrong. 用户名或密码不正确。", "INVALID_CREDENTIALS");

/// <summary>Too many failures, of the account or of the caller's address.</summary>
internal sealed record AccountLockedError(DateTimeOffset Until)
    : UserError("There were too many failed attempts. Try again later. 失败次数过多，请稍后再试。", "ACCOUNT_LOCKED");

/// <summary>Signs in: checks the password, and issues a token.</summary>
internal sealed class SignInHandler(SignIn signIn, AccessTokens tokens, SignInThrottle throttle, TimeProvider time)
{
    public async Task<SignInResult> RunAsync(string username, string password, IPAddress? address, CancellationToken cancellation)
    {
        if (!throttle.TryEnter(address, out var wait)) return Refused(new AccountLockedError(time.GetUtcNow() + wait));
        switch (await signIn.RunAsync(username, password, address?.ToString(), cancellation))
        {
            case SignInOutcome.SignedIn signedIn:
                throttle.Succeeded(address);
                return new SignInResult(await tokens.IssueAsync(signedIn.Viewer.AccountId, cancellation), []);
            case SignInOutcome.AccountLocked locked:
                return Refused(new AccountLockedError(locked.Until));
            default:
                return Refused(new InvalidCredentialsError());
        }
    }

    private static SignInResult Refused(UserError error) => new(null, [error]);
}
