using HomeroomGraph.Data;
using HomeroomGraph.Data.Access;
using HomeroomGraph.GraphQL;
using HomeroomGraph.GraphQL.AspNetCore;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.IdentityModel.JsonWebTokens;

namespace HomeroomGraph.Gateway.Auth;

/// <summary>Looks up the viewer of a request's token. Accounts are remembered for a while: that is safe, for the database refuses a
/// viewer whose rights have changed, and then the account is read again.</summary>
internal sealed class ViewerSource(ViewerAccounts accounts, BusinessClock clock) : IViewerAccessor, IDisposable
{
    private const int MostAccounts = 10_000;
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);

    private readonly MemoryCache _accounts = new(new MemoryCacheOptions { SizeLimit = MostAccounts });

    public async ValueTask<IViewer> GetAsync(HttpContext context, bool fresh)
    {
        if (context.User.FindFirst(JwtRegisteredClaimNames.Sub)?.Value is not { } subject) return HomeroomViewer.Anonymous(clock.Today);
        var accountId = Guid.Parse(subject);
        if (fresh || !_accounts.TryGetValue(accountId, out ViewerAccount? account))
        {
            account = await accounts.FindAsync(accountId, context.RequestAborted)
                ?? throw new GraphQLRequestException([new GraphQLError("The account of this token is disabled or gone. Sign in again.", ErrorCodes.Unauthenticated)]);
            _accounts.Set(accountId, account, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Remembered });
        }
        return HomeroomViewer.Of(account!, clock.Today);
    }

    public void Dispose() => _accounts.Dispose();
}
