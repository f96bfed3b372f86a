using System.Net.Sockets;
using HomeroomGraph.Data.Inbox;
using HomeroomGraph.Gateway.Settings;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace HomeroomGraph.Gateway.Inbox.Delivery;

/// <summary>Sends mails over SMTP (RFC 5321). A message that is sent again has the same Message-ID (RFC 5322, section 3.6.4), by which a mailbox knows it.</summary>
internal sealed class MailSender(InboxSettings settings) : IMessageSender
{
    private const int LimitSeconds = 30, LongestText = 20_000;

    public MessageChannel Channel => MessageChannel.Mail;

    public async Task SendAsync(OutboxMessage message, CancellationToken cancellation)
    {
        if (settings.Smtp is not { } smtp) throw new NotSentException("No mails are sent from here. 本系统未配置邮件服务器。");
        using var client = new SmtpClient { Timeout = LimitSeconds * 1000 };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(2 * LimitSeconds));
        try
        {
            await client.ConnectAsync(smtp.Host, smtp.Port, smtp.Security switch
            {
                SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
                SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
                _ => SecureSocketOptions.None,
            }, limit.Token);
            if (smtp.User is { } user) await client.AuthenticateAsync(user, smtp.Password ?? "", limit.Token);
            await client.SendAsync(MailOf(message, smtp), limit.Token);
            await client.DisconnectAsync(quit: true, limit.Token);
        }
        catch (Exception fault) when (fault is SmtpCommandException or SmtpProtocolException or AuthenticationException or SslHandshakeException or SocketException or IOException or TimeoutException or NotSupportedException)
        {
            throw new NotSentException($"The mail server: {fault.Message}");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new NotSentException("The mail server did not answer in time. 邮件服务器超时。");
        }
    }

    private MimeMessage MailOf(OutboxMessage message, SmtpSettings smtp)
    {
        var from = MailboxAddress.Parse(smtp.From);
        var text = MessageText.Of(message);
        var mail = new MimeMessage { Subject = text.Subject, MessageId = $"{message.Id:N}@{from.Domain}", Body = new TextPart("plain") { Text = text.Fit(LongestText, settings.AdminUrl) } };
        mail.From.Add(from);
        mail.To.Add(MailboxAddress.Parse(message.MailAddress!));
        // No out-of-office notes, please (RFC 3834).
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        return mail;
    }
}
