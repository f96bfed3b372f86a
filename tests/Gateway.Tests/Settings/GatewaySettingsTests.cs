using HomeroomGraph.Data;
using HomeroomGraph.Gateway.Settings;
using Microsoft.Extensions.Configuration;

namespace HomeroomGraph.Gateway.Tests.Settings;

public sealed class GatewaySettingsTests
{
    [Fact]
    public void Without_any_setting_it_is_the_demo_on_this_machine_only()
    {
        var settings = Read();

        Assert.True(settings.Demo);
        Assert.Equal(new DateOnly(2026, 11, 16), settings.Today);
        Assert.True(settings.Introspection);
        Assert.Equal("http://127.0.0.1:5080", Assert.Single(settings.ApiUrls).ToString());
        Assert.Equal("http://127.0.0.1:5081", settings.AdminUrl.ToString());
        Assert.Equal(new Uri("http://127.0.0.1:5080"), settings.PublicUrl);
        Assert.True(settings.Admin);
        Assert.Equal((10, 500), (settings.PageSizeDefault, settings.PageSizeMax));
        Assert.Equal(TimeSpan.FromMinutes(60), settings.TokenLifetime);
    }

    [Fact]
    public void With_a_database_of_ones_own_there_is_no_demo_and_the_real_day()
    {
        var settings = Read(("ConnectionStrings__Homeroom", "Host=db;Database=homeroom"));

        Assert.False(settings.Demo);
        Assert.Null(settings.Today);
        Assert.False(settings.Introspection);
    }

    [Fact]
    public void Where_only_registered_documents_are_answered_there_is_no_IDE()
    {
        Assert.True(Read().Ide);
        var settings = Read(("Homeroom__TrustedDocumentsOnly", "true"));
        Assert.Equal((true, false), (settings.TrustedDocumentsOnly, settings.Ide));

        var fault = Assert.Throws<SetupException>(() => Read(("Homeroom__TrustedDocumentsOnly", "true"), ("Homeroom__Ide", "true")));
        Assert.Contains("Homeroom__Ide: the IDE sends what is typed, which Homeroom__TrustedDocumentsOnly refuses.", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Homeroom__Demo", "perhaps", "true or false")]
    [InlineData("Homeroom__Today", "16.11.2026", "yyyy-MM-dd")]
    [InlineData("Homeroom__Today", "2026-02-30", "yyyy-MM-dd")]
    [InlineData("Homeroom__PageSizeMax", "many", "whole number")]
    [InlineData("Homeroom__PageSizeMax", "0", "whole number")]
    [InlineData("Homeroom__PageSizeMax", "99999999999", "whole number")]
    [InlineData("Homeroom__PageSizeDefault", "501", "from 1 to 500")]
    [InlineData("Homeroom__TokenMinutes", "-1", "whole number")]
    [InlineData("Homeroom__FirstPasswordDays", "0", "from 1 to 365")]
    [InlineData("Homeroom__Oidc__ClientId", "admin", "Homeroom__Oidc__Authority")]
    [InlineData("Homeroom__Oidc__Authority", "http://id.example.test", "use https")]
    [InlineData("Homeroom__Oidc__Authority", "https://id.example.test", "Homeroom__Oidc__Audience")]
    [InlineData("Homeroom__Oidc__Algorithms", "ES256 HS256", "HS256")]
    [InlineData("Homeroom__AdminUrl", "5081", "address")]
    [InlineData("Homeroom__AdminUrl", "http://127.0.0.1:5081;http://127.0.0.1:5082", "only one")]
    [InlineData("Homeroom__AdminUrl", ";", "no address")]
    [InlineData("Homeroom__PublicUrl", "homeroom", "http://")]
    [InlineData("ASPNETCORE_URLS", "ftp://127.0.0.1", "address")]
    [InlineData("ASPNETCORE_URLS", "http://127.0.0.1:70000", "address")]
    [InlineData("ConnectionStrings__Homeroom", "Database=homeroom", "no Host")]
    [InlineData("ConnectionStrings__Homeroom", "Hostess=db", "connection string")]
    public void A_bad_value_is_named_with_what_it_must_be(string name, string value, string wanted)
    {
        var fault = Assert.Throws<SetupException>(() => Read((name, value)));

        Assert.Contains(name, fault.Message, StringComparison.Ordinal);
        Assert.Contains(wanted, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_bad_values_are_named_at_once()
    {
        var fault = Assert.Throws<SetupException>(() => Read(("Homeroom__Demo", "?"), ("Homeroom__Today", "?"), ("Homeroom__AdminUrl", "?")));

        Assert.All(["Homeroom__Demo", "Homeroom__Today", "Homeroom__AdminUrl"], name => Assert.Contains(name, fault.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_password_in_a_wrong_connection_string_is_not_told()
    {
        var fault = Assert.Throws<SetupException>(() => Read(("ConnectionStrings__Homeroom", "Host=db;Password=hush;Nonsense=1")));

        Assert.DoesNotContain("hush", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:5080", true)]
    [InlineData("http://localhost:5080", true)]
    [InlineData("http://[::1]:5080", true)]
    [InlineData("http://127.8.9.1:5080", true)]
    [InlineData("http://0.0.0.0:5080", false)]
    [InlineData("http://*:5080", false)]
    [InlineData("http://+:5080", false)]
    [InlineData("http://[::]:5080", false)]
    [InlineData("http://192.168.1.5:5080", false)]
    [InlineData("http://localhost.example.org:5080", false)]
    public void Loopback_addresses_are_told_from_others(string url, bool loopback)
    {
        Assert.True(ListenAddress.TryParse(url, out var address));
        Assert.Equal(loopback, address.IsLoopback);
    }

    private static GatewaySettings Read(params (string Name, string Value)[] values) =>
        GatewaySettings.Read(new ConfigurationBuilder()
            .AddInMemoryCollection(values.Select(value => KeyValuePair.Create(value.Name.Replace("__", ":", StringComparison.Ordinal), (string?)value.Value)))
            .Build());
}
