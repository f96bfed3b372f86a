using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HomeroomGraph.Gateway.Auth;
using HomeroomGraph.Gateway.Settings;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Access;

/// <summary>The authority is down when the API starts, and comes back. Its people are found by user name here.</summary>
public sealed class AbsentAuthorityTests(AbsentAuthorityTests.Fixture gateway) : IClassFixture<AbsentAuthorityTests.Fixture>
{
    private const string Viewer = "{ viewer { username } schools { totalCount } }";

    [Fact]
    public async Task Our_own_sign_in_goes_on_and_the_authoritys_people_are_told_to_wait_until_it_is_back()
    {
        var token = await gateway.Authority.SignInAsync("analyst-370403");
        var port = new Uri(gateway.Authority.Issuer).Port;
        await gateway.Authority.DisposeAsync();

        Assert.Null(await gateway.CodeAsync(Viewer, await gateway.SignInAsync("analyst-370403")));
        using (var response = await gateway.SendAsync(Viewer, token: token))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
            Assert.NotNull(response.Headers.RetryAfter);
            var error = (await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("errors")[0];
            Assert.Equal("SERVICE_UNAVAILABLE", error.GetProperty("extensions").GetProperty("code").GetString());
            Assert.Contains("could not be asked", error.GetProperty("message").GetString()!, StringComparison.Ordinal);
        }

        await using var back = await OidcAuthority.StartAsync(port);
        var later = await back.SignInAsync("analyst-370403");
        Assert.Equal("SERVICE_UNAVAILABLE", await gateway.CodeAsync(Viewer, later));
        gateway.Wait(ForeignAuthority.LookAgainAfter);
        var viewer = (await gateway.PostAsync(Viewer, token: later)).GetProperty("data").GetProperty("viewer");
        Assert.Equal("analyst-370403", viewer.GetProperty("username").GetString());

        // By user name no client is found, and nobody who isn't there.
        foreach (var person in new[] { "client-of-somebody", "no-such-name" })
            Assert.Equal("UNAUTHENTICATED", await gateway.CodeAsync(Viewer, await back.SignInAsync(person)));
    }

    public sealed class Fixture(PostgresCluster cluster) : ForeignAuthorityFixture(cluster)
    {
        protected override IEnumerable<KeyValuePair<string, string?>> MoreSettings() => [
            .. base.MoreSettings(),
            new(SettingsTable.OidcAccountBy.Key, "username"),
            new(SettingsTable.OidcAccountClaim.Key, "preferred_username"),
        ];
    }
}
