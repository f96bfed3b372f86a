using System.Net;
using System.Net.Sockets;
using System.Text;
using HomeroomGraph.Data.Access;
using HomeroomGraph.Data.Archive;
using HomeroomGraph.Data.Tenancy;
using HomeroomGraph.Gateway.Settings;
using HomeroomGraph.Gateway.Tests.Transports;
using HomeroomGraph.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace HomeroomGraph.Gateway.Tests.Archive;

/// <summary>What time does to documents (rule V2), on a gateway that answers registered documents only: contents go out there too.</summary>
public sealed class DocumentsInTimeTests(DocumentsInTimeFixture gateway) : IClassFixture<DocumentsInTimeFixture>
{
    private static readonly byte[] Content = SampleFiles.Pdf("限时");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Rule", "V2")]
    public async Task Contents_go_out_where_only_registered_documents_are_answered()
    {
        var (token, ticket) = await TicketAsync();
        using var put = await gateway.PutAsync(token, ticket, Content);
        Assert.Equal(HttpStatusCode.Created, put.StatusCode);
        using var got = await gateway.GetDocumentAsync(token, put.Headers.Location!.OriginalString.Split('/')[^1]);
        Assert.Equal(Content, await got.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Fact]
    [Trait("Rule", "V2")]
    public async Task A_transfer_that_goes_on_for_longer_than_a_ticket_is_ended()
    {
        var (token, ticket) = await TicketAsync();
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(gateway.Http.BaseAddress!.Host, gateway.Http.BaseAddress.Port, Cancellation);
        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"PUT /documents/{ticket} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\nContent-Length: {Content.Length}\r\n\r\n%PDF"), Cancellation);
        await UntilAsync("select used_at is not null from upload.ticket where secret_hash = sha256($1)", Encoding.UTF8.GetBytes(ticket));

        gateway.Time.Forward(TimeSpan.FromMinutes(15));

        var answer = new byte[4_096];
        var text = Encoding.UTF8.GetString(answer, 0, await stream.ReadAsync(answer, Cancellation));
        Assert.StartsWith("HTTP/1.1 408", text, StringComparison.Ordinal);
        await UntilAsync("select used_at is null from upload.ticket where secret_hash = sha256($1)", Encoding.UTF8.GetBytes(ticket));
    }

    [Fact]
    [Trait("Rule", "V2")]
    public async Task What_no_record_names_is_removed_by_itself()
    {
        var (token, ticket) = await TicketAsync();
        using var put = await gateway.PutAsync(token, ticket, Content);
        long document = DocumentCalls.KeyOf(put.Headers.Location!.OriginalString.Split('/')[^1]);

        gateway.Time.Forward(TimeSpan.FromHours(25));
        await UntilAsync("select not exists (select from homeroom.document where document_id = $1)", document);
    }

    private async Task<(string Token, string Ticket)> TicketAsync()
    {
        var id = await gateway.Database.Owner.ScalarAsync<Guid>("select account_id from access.account where user_name = 'research-office'");
        var account = await gateway.Services.GetRequiredService<ViewerAccounts>().FindAsync(id, Cancellation);
        var role = Assert.Single(account!.Roles);
        var ticket = await gateway.Services.GetRequiredService<RequestUpload>().RunAsync(
            new Caller(account, null), new NewDocument(role.DistrictId, role.SchoolId!.Value, DocumentCategory.Plan, "a.pdf", "application/pdf", Content.Length, null), Cancellation);
        return (await gateway.TokenOfAsync(id), ticket.Secret);
    }

    private async Task UntilAsync(string holds, object value)
    {
        for (var end = DateTime.UtcNow.AddSeconds(20); !await gateway.Database.Owner.ScalarAsync<bool>(holds, value); await Task.Delay(30, Cancellation))
            Assert.True(DateTime.UtcNow < end, holds);
    }
}

/// <summary>A gateway whose clock is put forward, and that answers registered documents only.</summary>
public sealed class DocumentsInTimeFixture(PostgresCluster cluster) : GatewayFixture(cluster)
{
    public ForwardClock Time { get; } = new();

    public override TimeProvider Clock => Time;

    protected override IEnumerable<KeyValuePair<string, string?>> MoreSettings() => [new(SettingsTable.TrustedDocumentsOnly.Key, "true")];
}
