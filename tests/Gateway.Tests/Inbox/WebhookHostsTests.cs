using System.Net;
using HomeroomGraph.Gateway.Inbox.Delivery;

namespace HomeroomGraph.Gateway.Tests.Inbox;

/// <summary>Where robots' messages may go: no address that a user sets leads into the network here.</summary>
public sealed class WebhookHostsTests
{
    private static readonly WebhookHosts Hosts = WebhookHosts.Parse("qyapi.weixin.qq.com oapi.dingtalk.com http://127.0.0.1:8090", out _)!;

    [Theory]
    [InlineData("https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1", true)]
    [InlineData("https://QYAPI.weixin.qq.com/cgi-bin/webhook/send?key=1", true)]
    [InlineData("https://oapi.dingtalk.com:443/robot/send?access_token=1", true)]
    [InlineData("http://127.0.0.1:8090/robot", true)]
    [InlineData("http://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1", false)]
    [InlineData("https://qyapi.weixin.qq.com:8443/", false)]
    [InlineData("https://qyapi.weixin.qq.com.evil.example/", false)]
    [InlineData("https://evil.example/?https://qyapi.weixin.qq.com/", false)]
    [InlineData("https://qyapi.weixin.qq.com@evil.example/", false)]
    [InlineData("https://user@qyapi.weixin.qq.com/", false)]
    [InlineData("https://sub.qyapi.weixin.qq.com/", false)]
    [InlineData("http://127.0.0.1:8091/robot", false)]
    [InlineData("https://127.0.0.1:8090/robot", false)]
    [InlineData("http://localhost:8090/robot", false)]
    [InlineData("https://[::1]/", false)]
    [InlineData("file:///etc/passwd", false)]
    public void Only_named_hosts_over_https_and_origins_that_are_written_out(string url, bool isAllowed) =>
        Assert.Equal(isAllowed, Hosts.Allows(new Uri(url)));

    [Theory]
    [InlineData("not a host/")]
    [InlineData("http://user@host")]
    [InlineData("https://host/path")]
    [InlineData("ftp://host")]
    public void Anything_else_in_the_setting_is_refused(string text) => Assert.Null(WebhookHosts.Parse(text, out _));

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2400:3200::1", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    public void Only_public_addresses_are_called(string address, bool isPublic) => Assert.Equal(isPublic, PublicAddress.Is(IPAddress.Parse(address)));
}
