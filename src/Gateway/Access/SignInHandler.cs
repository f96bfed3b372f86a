using System.Net;
using HomeroomGraph.Data.Access;
using HomeroomGraph.Gateway.Auth;
using HomeroomGraph.Gateway.Mutations;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Access;

/// <summary>A session with its token.</summary>
internal sealed record OpenedSession(IssuedToken Token, bool MustChangePassword);

/// <summary>The name or the password is wrong; which of the two is not said.</summary>
internal sealed record InvalidCredentialsError() : UserError("The name or the password is wrong. 用户名或密码不正确。", "INVALID_CREDENTIALS");

/// <summary>Too many failures, of the account or of the caller's address.</summary>
internal sealed record AccountLockedError(DateTimeOffset Until)
    : UserError("There were too many failed attempts. Try again later. 失败次数过多，请稍后再试。", "ACCOUNT_LOCKED");

/// <summary>The password is right, but it is a first one whose time is over.</summary>
internal sealed record FirstPasswordExpiredError() : UserError(
    "The first password has expired: whoever manages your account can give you another one. 初始密码已过期，请联系账号管理员重置。", "FIRST_PASSWORD_EXPIRED");

/// <summary>Signs in or changes the own password: checks the password, and issues a token.</summary>
internal sealed class SignInHandler(SignIn signIn, ChangePassword change, AccessTokens tokens, SignInThrottle throttle, TimeProvider time)
{
    public Task<MutationOutcome> RunAsync(string username, string password, IPAddress? address, CancellationToken cancellation) =>
        OpenAsync(address, () => signIn.RunAsync(username, password, address?.ToString(), cancellation), cancellation);

    public Task<MutationOutcome> ChangeAsync(Guid accountId, string current, string password, IPAddress? address, CancellationToken cancellation) =>
        OpenAsync(address, () => change.RunAsync(accountId, current, password, address?.ToString(), cancellation), cancellation);

    private async Task<MutationOutcome> OpenAsync(IPAddress? address, Func<Task<SignInOutcome>> attempt, CancellationToken cancellation)
    {
        if (!throttle.TryEnter(address, out var wait))
            return MutationOutcome.Refused(new AccountLockedError(time.GetUtcNow() + wait));
        switch (await attempt())
        {
            case SignInOutcome.SignedIn { Viewer: var viewer }:
                throttle.Succeeded(address);
                var token = await tokens.IssueAsync(new TokenSubject(viewer.AccountId, viewer.SessionVersion), cancellation);
                return MutationOutcome.Of(new OpenedSession(token, viewer.MustChangePassword));
            case SignInOutcome.AccountLocked locked:
                return MutationOutcome.Refused(new AccountLockedError(locked.Until));
            case SignInOutcome.FirstPasswordExpired:
                throttle.Succeeded(address);
                return MutationOutcome.Refused(new FirstPasswordExpiredError());
            default:
                return MutationOutcome.Refused(new InvalidCredentialsError());
        }
    }
}
