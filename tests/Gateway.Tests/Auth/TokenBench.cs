using HomeroomGraph.Gateway.Auth;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace HomeroomGraph.Gateway.Tests.Auth;

/// <summary>An issuer and its checker over keys in memory, with a clock a test can move, and a way to forge tokens.</summary>
public sealed class TokenBench : IDisposable
{
    public static readonly TokenTerms Terms = new("https://homeroom.test", TimeSpan.FromMinutes(60));

    public static readonly KeySchedule Schedule = new(TimeSpan.FromDays(90));

    public TokenBench()
    {
        Store = new MemoryKeyStore();
        Keys = new SigningKeyRing(Store, Schedule, Clock);
        Tokens = new AccessTokens(Keys, Terms, Clock);
        Reader = new AccessTokenReader(Keys, Terms, Clock);
    }

    public MovableClock Clock { get; } = new();

    internal MemoryKeyStore Store { get; }

    public SigningKeyRing Keys { get; }

    public AccessTokens Tokens { get; }

    public AccessTokenReader Reader { get; }

    public Guid Account { get; } = Guid.NewGuid();

    public Task<IssuedToken> IssueAsync() => Tokens.IssueAsync(new TokenSubject(Account, 1), TestContext.Current.CancellationToken);

    public async Task<bool> AcceptsAsync(string token) =>
        (await Reader.ValidateTokenAsync(token, new TokenValidationParameters())).IsValid;

    /// <summary>What our own issuer would sign, for a test to change in one place.</summary>
    public async Task<SecurityTokenDescriptor> GenuineAsync()
    {
        var key = await Keys.SigningKeyAsync(TestContext.Current.CancellationToken);
        var now = Clock.GetUtcNow().UtcDateTime;
        return new SecurityTokenDescriptor
        {
            TokenType = TokenTerms.TokenType,
            Issuer = Terms.Issuer,
            Audience = TokenTerms.Audience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now.AddMinutes(10),
            Claims = new Dictionary<string, object> { [JwtRegisteredClaimNames.Sub] = Account.ToString() },
            SigningCredentials = new SigningCredentials(key.Private, TokenTerms.Algorithm),
        };
    }

    public static string Write(SecurityTokenDescriptor descriptor) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(descriptor);

    public void Dispose()
    {
        Reader.Dispose();
        Keys.Dispose();
    }
}

public sealed class MovableClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 11, 16, 8, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}

internal sealed class MemoryKeyStore : ISigningKeyStore
{
    private readonly List<SigningKey> keys = [];

    public int Loads { get; private set; }

    public void Add(SigningKey key) => keys.Insert(0, key);

    public void Clear() => keys.Clear();

    public Task<IReadOnlyList<SigningKey>> LoadAsync(KeySchedule schedule, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Loads++;
        if (schedule.IsDue(keys, now))
            Add(SigningKey.Create(now, schedule.NextSignsFrom(keys, now)));
        return Task.FromResult<IReadOnlyList<SigningKey>>([.. keys]);
    }
}
