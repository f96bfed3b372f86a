using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HomeroomGraph.Data.Inbox;
using HomeroomGraph.Gateway.Settings;

namespace HomeroomGraph.Gateway.Inbox.Delivery;

/// <summary>
/// Posts messages to group robots: 企业微信 (developer.work.weixin.qq.com, path 91770) and 钉钉 (open.dingtalk.com, custom robots), whose signature is the
/// base64 of HMAC-SHA256, by the secret, of time in milliseconds, line feed, secret. Both take a text, and answer <c>errcode</c> 0 where they took it. Only hosts
/// of the setting are called, over https, at public addresses, and no redirect is followed: who sets an address finds out nothing about the network here.
/// </summary>
internal sealed class WebhookSender : IMessageSender, IDisposable
{
    private const int WecomBytes = 2_048, DingtalkBytes = 15_000, LongestAnswer = 16_384;

    private readonly InboxSettings _settings;
    private readonly TimeProvider _time;
    private readonly HttpClient _http;

    public WebhookSender(InboxSettings settings, TimeProvider time)
    {
        (_settings, _time) = (settings, time);
        _http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false, UseCookies = false, UseProxy = false, ConnectTimeout = TimeSpan.FromSeconds(10), ConnectCallback = ConnectAsync,
        }) { Timeout = TimeSpan.FromSeconds(20), MaxResponseContentBufferSize = LongestAnswer };
    }

    public MessageChannel Channel => MessageChannel.Webhook;

    public async Task SendAsync(OutboxMessage message, CancellationToken cancellation)
    {
        // The setting may have changed since the address was kept.
        if (!Uri.TryCreate(message.WebhookUrl, UriKind.Absolute, out var url) || !_settings.Webhooks.Allows(url))
            throw new NotSentException("Nothing is sent to that address from here. 不允许向该地址发送。");
        using var request = new HttpRequestMessage(HttpMethod.Post, message.WebhookFormat == WebhookFormat.Dingtalk ? Signed(url, message.WebhookSecret) : url)
        {
            Content = JsonContent.Create(new { msgtype = "text", text = new { content = MessageText.Of(message).Fit(
                message.WebhookFormat == WebhookFormat.Dingtalk ? DingtalkBytes : WecomBytes, _settings.AdminUrl) } }),
        };
        // The same at every attempt, for a receiver that heeds it.
        request.Headers.Add("Idempotency-Key", message.Id.ToString());
        try
        {
            using var answer = await _http.SendAsync(request, cancellation);
            Check(answer.StatusCode, await answer.Content.ReadAsStringAsync(cancellation));
        }
        catch (HttpRequestException fault)
        {
            throw new NotSentException(fault.InnerException is NotSentException inner ? inner.Message : $"The robot could not be reached: {fault.HttpRequestError}. 无法连接机器人。");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new NotSentException("The robot did not answer in time. 机器人超时未响应。");
        }
    }

    public void Dispose() => _http.Dispose();

    private Uri Signed(Uri url, string? secret)
    {
        if (secret is null) return url;
        string time = _time.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        string sign = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{time}\n{secret}")));
        return new UriBuilder(url) { Query = $"{url.Query.TrimStart('?')}&timestamp={time}&sign={Uri.EscapeDataString(sign)}".TrimStart('&') }.Uri;
    }

    private static void Check(HttpStatusCode status, string answer)
    {
        if ((int)status is < 200 or > 299) throw new NotSentException($"The robot answered with status {(int)status}. 机器人返回状态 {(int)status}。");
        var (code, words) = Read(answer);
        if (code != 0) throw new NotSentException($"The robot refused it: {code?.ToString(CultureInfo.InvariantCulture) ?? "no errcode"} {(words.Length > 200 ? words[..200] : words)}");
    }

    /// <summary>What the robot's answer says of itself: <c>errcode</c> and <c>errmsg</c>.</summary>
    private static (int? Code, string Words) Read(string answer)
    {
        try
        {
            var told = JsonDocument.Parse(answer).RootElement;
            if (told.ValueKind != JsonValueKind.Object) return (null, "");
            return (
                told.TryGetProperty("errcode", out var code) && code.ValueKind == JsonValueKind.Number && code.TryGetInt32(out int number) ? number : null,
                told.TryGetProperty("errmsg", out var words) ? words.ToString() : "");
        }
        catch (JsonException)
        {
            return (null, "");
        }
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellation);
        bool isNamed = _settings.Webhooks.NamesOrigin(context.InitialRequestMessage.RequestUri!);
        IPAddress[] good = isNamed ? addresses : [.. addresses.Where(PublicAddress.Is)];
        if (good.Length == 0) throw new NotSentException("The host is at no public address. 该主机不在公网。");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(good, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
