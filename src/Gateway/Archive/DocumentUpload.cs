using System.Globalization;
using HomeroomGraph.Data.Archive;
using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Tenancy;
using HomeroomGraph.Gateway.Settings;
using HomeroomGraph.GraphQL.Paging;
using Microsoft.AspNetCore.Http.Features;

namespace HomeroomGraph.Gateway.Archive;

/// <summary>A transfer for a ticket: takes the ticket, receives the bytes, makes the document of them. What broke off gives the ticket back; what was refused
/// does not.</summary>
internal sealed class DocumentUpload(
    UploadTickets tickets, StoreDocument store, UploadPlaces places, DocumentSettings settings, TimeProvider time)
{
    /// <summary>How long a transfer waits for its turn.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>The document; null where too many files arrive already.</summary>
    /// <exception cref="RefusedException">The ticket or the content is refused.</exception>
    public async Task<UploadedDocument?> ReceiveAsync(HttpContext context, Caller caller, string secret)
    {
        var cancellation = context.RequestAborted;
        var ticket = await tickets.TakeAsync(caller, secret, cancellation);
        try
        {
            using var place = await places.EnterAsync(caller.Account.AccountId, Patience, cancellation);
            if (place is not null) return await ReceiveAsync(context, caller, ticket);
        }
        catch (Exception fault) when (fault is not RefusedException || IsOfTime(fault))
        {
            await tickets.GiveBackAsync(caller, ticket, CancellationToken.None);
            throw;
        }
        await tickets.GiveBackAsync(caller, ticket, cancellation);
        return null;
    }

    private async Task<UploadedDocument> ReceiveAsync(HttpContext context, Caller caller, TakenTicket ticket)
    {
        var asked = ticket.For;
        if (context.Request.ContentLength is { } announced) asked.RequireSize(announced);
        // Kestrel's own bound is that of GraphQL requests, and holds for whoever does not say otherwise.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = asked.Size;
        await using var file = await ReceiveInTimeAsync(context, asked) ?? throw new RefusedException(DocumentRules.NotLargerThanAsked.Refuse(asked.Size.ToString(CultureInfo.InvariantCulture)));
        long id = await store.RunAsync(caller, ticket, file.Content, file.Sha256, context.RequestAborted);
        return new UploadedDocument(new GlobalId("Document", new RowKey(asked.DistrictId, id)).ToString(), asked.FileName, asked.MediaType, asked.Size, file.Sha256);
    }

    private async Task<ReceivedFile?> ReceiveInTimeAsync(HttpContext context, NewDocument asked)
    {
        using var clock = new CancellationTokenSource(settings.Terms.TicketLifetime, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(clock.Token, context.RequestAborted);
        try
        {
            return await ReceivedFile.ReceiveAsync(context.Request.Body, asked.Size, stop.Token);
        }
        catch (BadHttpRequestException large) when (large.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }
        catch (OperationCanceledException) when (clock.IsCancellationRequested && !context.RequestAborted.IsCancellationRequested)
        {
            throw new RefusedException(DocumentRules.TransferIsInTime.Refuse(settings.Terms.TicketLifetime.TotalMinutes.ToString(CultureInfo.InvariantCulture)));
        }
    }

    private static bool IsOfTime(Exception fault) => fault is RefusedException { Refusals: [{ } refusal] } && refusal.Code == DocumentRules.TransferIsInTime.Code;
}

/// <summary>What is told of a document that was made.</summary>
internal sealed record UploadedDocument(string Id, string FileName, string MediaType, long Size, string Sha256);
