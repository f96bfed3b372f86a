using System.Text;
using HomeroomGraph.Gateway.Auth;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace HomeroomGraph.Gateway.Tests.Auth;

public sealed class AccessTokenReaderTests : IDisposable
{
    private readonly TokenBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task A_token_of_ours_is_accepted_and_names_its_account()
    {
        var issued = await bench.IssueAsync();

        var result = await bench.Reader.ValidateTokenAsync(issued.Token, new TokenValidationParameters());

        Assert.True(result.IsValid);
        Assert.Equal(bench.Account.ToString(), result.ClaimsIdentity.FindFirst("sub")?.Value);
        Assert.Equal(bench.Clock.Now + TokenBench.Terms.Lifetime, issued.ExpiresAt);
    }

    [Fact]
    public async Task A_genuine_description_is_accepted_so_that_each_forgery_differs_from_it_in_one_thing() =>
        Assert.True(await bench.AcceptsAsync(TokenBench.Write(await bench.GenuineAsync())));

    private static readonly Dictionary<string, Action<SecurityTokenDescriptor>> Changes = new()
    {
        ["wrong issuer"] = token => token.Issuer = "https://elsewhere.test",
        ["no issuer"] = token => token.Issuer = null,
        ["wrong audience"] = token => token.Audience = "another-api",
        ["no audience"] = token => token.Audience = null,
        ["another type of JWT"] = token => token.TokenType = "JWT",
        ["no type"] = token => token.TokenType = null,
        ["expired"] = token => token.Expires = token.NotBefore!.Value.AddMinutes(-1),
        ["never expires"] = token => token.Expires = null,
        ["not yet good"] = token => token.NotBefore = token.NotBefore!.Value.AddMinutes(5),
        ["no begin"] = token => token.NotBefore = null,
        ["no subject"] = token => token.Claims.Clear(),
        ["a subject that is no account"] = token => token.Claims["sub"] = "admin",
        ["a key of somebody else"] = token => token.SigningCredentials = new(SigningKey.Create(DateTimeOffset.UnixEpoch).Private, "ES256"),
        ["no signature (alg none)"] = token => token.SigningCredentials = null,
    };

    public static TheoryData<string> Forgeries => [.. Changes.Keys];

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task A_forged_token_is_refused(string change)
    {
        var token = await bench.GenuineAsync();
        Changes[change](token);

        Assert.False(await bench.AcceptsAsync(TokenBench.Write(token)));
    }

    [Fact]
    public async Task A_false_key_under_our_key_id_is_refused()
    {
        var token = await bench.GenuineAsync();
        var ours = await bench.Keys.SigningKeyAsync(TestContext.Current.CancellationToken);
        var theirs = SigningKey.Create(bench.Clock.Now).Private;
        theirs.Kid = theirs.KeyId = ours.Id;
        token.SigningCredentials = new SigningCredentials(theirs, "ES256");

        Assert.False(await bench.AcceptsAsync(TokenBench.Write(token)));
    }

    /// <summary>The public key is public: taken as the secret of an HMAC it must not make a signature we believe.</summary>
    [Theory]
    [InlineData("HS256")]
    [InlineData("HS512")]
    public async Task The_public_key_as_a_shared_secret_is_refused(string algorithm)
    {
        var ours = (await bench.Keys.SigningKeyAsync(TestContext.Current.CancellationToken)).Public;
        var secret = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(ours.X + ours.Y)) { KeyId = ours.Kid };
        var token = await bench.GenuineAsync();
        token.SigningCredentials = new SigningCredentials(secret, algorithm);

        Assert.False(await bench.AcceptsAsync(TokenBench.Write(token)));
    }

    [Fact]
    public async Task Alg_none_under_our_key_id_is_refused()
    {
        var ours = await bench.Keys.SigningKeyAsync(TestContext.Current.CancellationToken);
        var payload = (await bench.IssueAsync()).Token.Split('.')[1];
        var header = Base64UrlEncoder.Encode($$"""{"alg":"none","typ":"at+jwt","kid":"{{ours.Id}}"}""");

        Assert.False(await bench.AcceptsAsync($"{header}.{payload}."));
    }

    [Fact]
    public async Task A_changed_payload_is_refused_even_when_the_genuine_token_is_remembered()
    {
        var parts = (await bench.IssueAsync()).Token.Split('.');
        Assert.True(await bench.AcceptsAsync(string.Join('.', parts)));
        var payload = Base64UrlEncoder.Decode(parts[1]).Replace(bench.Account.ToString(), Guid.NewGuid().ToString(), StringComparison.Ordinal);

        Assert.False(await bench.AcceptsAsync($"{parts[0]}.{Base64UrlEncoder.Encode(payload)}.{parts[2]}"));
    }

    [Fact]
    public async Task A_remembered_token_is_refused_once_it_has_expired()
    {
        var token = (await bench.IssueAsync()).Token;
        Assert.True(await bench.AcceptsAsync(token));

        bench.Clock.Now += TokenBench.Terms.Lifetime + AccessTokenReader.ClockSkew;

        Assert.False(await bench.AcceptsAsync(token));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not-a-token")]
    [InlineData("a.b.c")]
    [InlineData("....")]
    [InlineData("eyJhbGciOiJFUzI1NiJ9.e30.AAAA")]
    public async Task What_is_no_token_is_refused_without_a_fault(string text) => Assert.False(await bench.AcceptsAsync(text));

    [Fact]
    public async Task An_overlong_token_is_refused() =>
        Assert.False(await bench.AcceptsAsync((await bench.IssueAsync()).Token + new string('A', 5_000)));

    [Fact]
    public async Task A_key_made_by_another_gateway_is_found_in_the_store()
    {
        await bench.IssueAsync();
        bench.Clock.Now += SigningKeyRing.LookAgainAfter;
        var theirs = SigningKey.Create(bench.Clock.Now);
        bench.Store.Add(theirs);
        var token = await bench.GenuineAsync();
        token.SigningCredentials = new SigningCredentials(theirs.Private, "ES256");

        Assert.True(await bench.AcceptsAsync(TokenBench.Write(token)));
    }

    [Fact]
    public async Task A_flood_of_unknown_keys_does_not_reach_the_store()
    {
        await bench.IssueAsync();
        var before = bench.Store.Loads;
        for (var i = 0; i < 20; i++)
        {
            var token = await bench.GenuineAsync();
            token.SigningCredentials = new SigningCredentials(SigningKey.Create(bench.Clock.Now).Private, "ES256");
            Assert.False(await bench.AcceptsAsync(TokenBench.Write(token)));
        }

        Assert.Equal(before, bench.Store.Loads);
    }

    [Fact]
    public async Task An_old_key_makes_room_for_a_new_one_and_its_tokens_stay_good()
    {
        var old = await bench.Keys.SigningKeyAsync(TestContext.Current.CancellationToken);
        bench.Clock.Now += TokenBench.Schedule.Lifetime;
        Assert.Equal(old.Id, new JsonWebToken((await bench.IssueAsync()).Token).Kid);
        bench.Clock.Now += KeySchedule.PublishedAhead;
        var underTheOldKey = await bench.GenuineAsync();
        underTheOldKey.SigningCredentials = new SigningCredentials(old.Private, "ES256");

        var issued = await bench.IssueAsync();

        Assert.NotEqual(old.Id, new JsonWebToken(issued.Token).Kid);
        Assert.True(await bench.AcceptsAsync(issued.Token));
        Assert.True(await bench.AcceptsAsync(TokenBench.Write(underTheOldKey)));
    }

    [Fact]
    public async Task A_remembered_token_is_refused_once_its_key_is_gone()
    {
        var token = (await bench.IssueAsync()).Token;
        Assert.True(await bench.AcceptsAsync(token));

        bench.Store.Clear();
        await bench.Keys.ReloadAsync(TestContext.Current.CancellationToken);

        Assert.False(await bench.AcceptsAsync(token));
    }
}
