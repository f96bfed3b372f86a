using HomeroomGraph.Gateway.Settings;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Inbox;

/// <summary>A gateway that reminds and sends, with a mail server and a robot of its own: <c>IClassFixture&lt;InboxGateway&gt;</c>.</summary>
public sealed class InboxGateway(PostgresCluster cluster) : GatewayFixture(cluster)
{
    internal SmtpListener Smtp { get; } = new();

    internal RobotListener Robot { get; } = new();

    public override async ValueTask InitializeAsync()
    {
        await Robot.StartAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Smtp.DisposeAsync();
        await Robot.DisposeAsync();
    }

    protected override bool Reminds => true;

    protected override IEnumerable<KeyValuePair<string, string?>> MoreSettings() =>
    [
        new(SettingsTable.DeliverySeconds.Key, "1"), new(SettingsTable.AdminLink.Key, "https://admin.test/"),
        new(SettingsTable.SmtpHost.Key, "127.0.0.1"), new(SettingsTable.SmtpPort.Key, $"{Smtp.Port}"), new(SettingsTable.SmtpSecurity.Key, "none"),
        new(SettingsTable.SmtpFrom.Key, "教科研 <research@school.test>"),
        new(SettingsTable.WebhookHosts.Key, $"oapi.dingtalk.com {Robot.Origin.GetLeftPart(UriPartial.Authority)}"),
    ];
}
