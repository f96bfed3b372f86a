using HomeroomGraph.Data;
using HomeroomGraph.Data.Access;
using HomeroomGraph.GraphQL;
using HomeroomGraph.GraphQL.AspNetCore;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.IdentityModel.JsonWebTokens;

namespace HomeroomGraph.Gateway.Auth;

/// <summary>Looks up the viewer of a request's token. Viewers are remembered for a while: that is safe, for the database refuses
/// one whose rights have changed, and then the account is read again.</summary>
internal sealed class ViewerSource(ViewerAccounts accounts, BusinessClock clock) : IViewerAccessor, IDisposable
{
    private const int MostAccounts = 10_000;
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);

    private readonly MemoryCache _viewers = new(new MemoryCacheOptions { SizeLimit = MostAccounts });

    public async ValueTask<IViewer> GetAsync(HttpContext context, bool fresh)
    {
        if (context.User.FindFirst(JwtRegisteredClaimNames.Sub)?.Value is not { } subject) return HomeroomViewer.Anonymous(clock.Today);
        var accountId = Guid.Parse(subject);
        if (!fresh && _viewers.TryGetValue(accountId, out HomeroomViewer? known) && known!.Today == clock.Today) return known;

        var account = await accounts.FindAsync(accountId, context.RequestAborted)
            ?? throw new GraphQLRequestException([new GraphQLError("The account of this token is disabled or gone. Sign in again.", ErrorCodes.Unauthenticated)]);
        var viewer = HomeroomViewer.Of(account, clock.Today);
        return _viewers.Set(accountId, viewer, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Remembered });
    }

    public void Dispose() => _viewers.Dispose();
}
