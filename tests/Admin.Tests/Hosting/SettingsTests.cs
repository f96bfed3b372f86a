using HomeroomGraph.Admin.Access.Authority;
using Microsoft.Extensions.Configuration;

namespace HomeroomGraph.Admin.Tests.Hosting;

public sealed class SettingsTests
{
    [Fact]
    public void Without_settings_the_API_is_beside_us()
    {
        var settings = Read();
        Assert.Equal(new Uri("http://127.0.0.1:5080/graphql"), settings.ApiUrl);
        Assert.Equal(new Uri("http://127.0.0.1:5080/health/ready"), settings.ApiReadyUrl);
        Assert.Equal("http://127.0.0.1:5081", settings.AdminUrl);
    }

    [Theory]
    [InlineData("127.0.0.1:5080")]
    [InlineData("ftp://api/graphql")]
    [InlineData("")]
    public void An_address_that_is_none_is_refused_by_name(string url)
    {
        var refused = Assert.Throws<InvalidOperationException>(() => Read(("Homeroom:ApiUrl", url)));
        Assert.Contains("Homeroom__ApiUrl", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_client_there_is_no_authority_and_a_client_needs_one()
    {
        Assert.Null(Read(("Homeroom:Oidc:Authority", "https://id.example.test")).Authority);
        var settings = Read(("Homeroom:Oidc:Authority", "https://id.example.test"), ("Homeroom:Oidc:ClientId", "admin"), ("Homeroom:Oidc:ClientSecret", " "));
        Assert.Equal(new AuthoritySettings("https://id.example.test", "admin", null, "openid", null, null), settings.Authority);

        foreach (var authority in new[] { null, "id.example.test", "http://id.example.test" })
        {
            var refused = Assert.Throws<InvalidOperationException>(() => Read(("Homeroom:Oidc:ClientId", "admin"), ("Homeroom:Oidc:Authority", authority!)));
            Assert.Contains("Homeroom__Oidc__Authority", refused.Message, StringComparison.Ordinal);
        }
    }

    private static AdminSettings Read(params (string Key, string Value)[] values) =>
        AdminSettings.Read(new ConfigurationBuilder()
            .AddInMemoryCollection(values.Select(value => KeyValuePair.Create(value.Key, (string?)value.Value)))
            .Build());
}
