using HomeroomGraph.Data.Demo;
using HomeroomGraph.Gateway.Ide;
using HomeroomGraph.Gateway.Settings;
using Microsoft.Extensions.Configuration;

namespace HomeroomGraph.Gateway.Tests.Ide;

public sealed class IdePageTests
{
    [Theory]
    [InlineData(null, null, true)]
    [InlineData("false", null, false)]
    [InlineData("false", "true", true)]
    [InlineData("true", "false", false)]
    public void It_is_there_in_the_demo_or_where_a_setting_says_so(string? demo, string? ide, bool expected) =>
        Assert.Equal(expected, SettingsOf(demo, ide).Ide);

    [Fact]
    public void Outside_of_the_demo_it_names_no_account_and_no_password()
    {
        var page = new IdePage(SettingsOf("false", "true"), IdeFiles.Beside(AppContext.BaseDirectory)).Write(IdeTexts.English, "n");

        Assert.DoesNotContain(DemoAccounts.Password, page, StringComparison.Ordinal);
        Assert.All(DemoAccounts.All, account => Assert.DoesNotContain($"\"{account.UserName}\"", page, StringComparison.Ordinal));
        Assert.Contains("<form id=\"sign-in\">", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_files_of_npm_it_says_what_to_do()
    {
        var page = new IdePage(SettingsOf(null, null), IdeFiles.Beside(Path.Combine(AppContext.BaseDirectory, "nowhere")));

        Assert.False(page.IsThere);
        Assert.Contains("Install Node.js", page.Write(IdeTexts.English, "n"), StringComparison.Ordinal);
        Assert.Contains("Node.js", page.Write(IdeTexts.Chinese, "n"), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_language_has_each_text()
    {
        foreach (var property in typeof(IdeTexts).GetProperties().Where(property => property.PropertyType == typeof(string)))
            Assert.NotEqual(property.GetValue(IdeTexts.English), property.GetValue(IdeTexts.Chinese));
    }

    private static GatewaySettings SettingsOf(string? demo, string? ide) => GatewaySettings.Read(new ConfigurationBuilder()
        .AddInMemoryCollection([new(SettingsTable.Demo.Key, demo), new(SettingsTable.Ide.Key, ide)]).Build());
}
