using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using HomeroomGraph.Gateway.Settings;
using HomeroomGraph.Gateway.Tests.Access;
using HomeroomGraph.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace HomeroomGraph.Gateway.Tests.Auth.Attacks;

/// <summary>A foreign authority whose keys the tests hold: its metadata and keys on loopback, and what was asked of it. (That a real one's tokens pass
/// is tested elsewhere.)</summary>
internal sealed class StubAuthority : IAsyncDisposable
{
    public const string RsaId = "rsa-key", WeakId = "weak-key", EcId = "ec-key", OneAlgorithmId = "one-algorithm-key", ForEncryptionId = "encryption-key", SecretId = "secret-key";

    private readonly WebApplication host;

    private StubAuthority(WebApplication host) => this.host = host;

    /// <summary>Its name, before it runs: the attacks are listed by then.</summary>
    public static string Issuer { get; } = FreePort.NextAddress();

    public ConcurrentQueue<string> Asked { get; } = new();

    public ECDsa Ec { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public RSA Rsa { get; } = RSA.Create(2048);

    /// <summary>Shorter than RFC 7518, section 3.3, allows.</summary>
    public RSA Weak { get; } = RSA.Create(1024);

    public byte[] Secret { get; } = RandomNumberGenerator.GetBytes(32);

    public static async Task<StubAuthority> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(Issuer);
        builder.Logging.ClearProviders();
        var authority = new StubAuthority(builder.Build());
        authority.host.Run(authority.AnswerAsync);
        await authority.host.StartAsync();
        return authority;
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        Ec.Dispose();
        Rsa.Dispose();
        Weak.Dispose();
    }

    private Task AnswerAsync(HttpContext context)
    {
        Asked.Enqueue(context.Request.Path);
        var answer = context.Request.Path == "/keys"
            ? new JsonObject
            {
                ["keys"] = new JsonArray(
                    OfEc(EcId, "sig"), OfRsa(RsaId, Rsa, null), OfRsa(WeakId, Weak, null), OfRsa(OneAlgorithmId, Rsa, "RS256"), OfEc(ForEncryptionId, "enc"),
                    new JsonObject { ["kty"] = "oct", ["kid"] = SecretId, ["k"] = TokenForge.Encode(Secret) }),
            }
            : new JsonObject { ["issuer"] = Issuer, ["jwks_uri"] = Issuer + "/keys" };
        return context.Response.WriteAsync(answer.ToJsonString());
    }

    private JsonObject OfEc(string id, string use)
    {
        var point = Ec.ExportParameters(includePrivateParameters: false).Q;
        return new JsonObject { ["kty"] = "EC", ["crv"] = "P-256", ["kid"] = id, ["use"] = use, ["x"] = TokenForge.Encode(point.X!), ["y"] = TokenForge.Encode(point.Y!) };
    }

    private static JsonObject OfRsa(string id, RSA key, string? algorithm)
    {
        var numbers = key.ExportParameters(includePrivateParameters: false);
        var described = new JsonObject { ["kty"] = "RSA", ["kid"] = id, ["use"] = "sig", ["n"] = TokenForge.Encode(numbers.Modulus!), ["e"] = TokenForge.Encode(numbers.Exponent!) };
        if (algorithm is not null)
            described["alg"] = algorithm;
        return described;
    }
}

/// <summary>The API with such an authority in its settings.</summary>
public sealed class StubAuthorityFixture(PostgresCluster cluster) : GatewayFixture(cluster)
{
    public const string Person = "person-1";

    internal StubAuthority Authority { get; private set; } = null!;

    /// <summary>The account that the person is linked with.</summary>
    internal OwnAccount Account { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        Authority = await StubAuthority.StartAsync();
        await base.InitializeAsync();
        Account = await this.NewAccountAsync();
        await this.DoAsync(await SignInAsync("principal"), "linkExternalIdentity", new { accountId = Account.Id, subject = Person });

        // The account's sessions ended as its password was changed, and tokens count whole seconds.
        await Task.Delay(TimeSpan.FromSeconds(1));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Authority.DisposeAsync();
    }

    protected override IEnumerable<KeyValuePair<string, string?>> MoreSettings() =>
        [new(SettingsTable.OidcAuthority.Key, StubAuthority.Issuer), new(SettingsTable.OidcAudience.Key, OidcAuthority.Api)];
}
