using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Tenancy;
using Npgsql;

namespace HomeroomGraph.Data.Archive;

/// <summary>Takes tickets for transfers: each once (rule V2).</summary>
public sealed class UploadTickets(HomeroomDatabase database, TimeProvider time)
{
    private const string TakeSql = """
        update upload.ticket t set used_at = $3
        where t.secret_hash = $1 and t.account_id = $2 and t.used_at is null and t.expires_at > $3
        returning t.ticket_id, t.district_id, t.school_id, t.category, t.file_name, t.media_type, t.size, t.sha256
        """;

    private const string StateSql = "select t.used_at is not null from upload.ticket t where t.secret_hash = $1 and t.account_id = $2";

    private const string GiveBackSql =
        "update upload.ticket t set used_at = null where t.district_id = $1 and t.ticket_id = $2 and t.document_id is null";

    /// <summary>Takes a ticket; of several at once one has it.</summary>
    /// <exception cref="RefusedException">It is none of this account, was taken, or has expired; or the account may no longer upload there.</exception>
    public async Task<TakenTicket> TakeAsync(Caller caller, string secret, CancellationToken cancellation)
    {
        var hash = TicketSecret.HashOf(secret);
        await using var work = await database.BeginWriteAsync(caller.Actor, cancellation);
        var taken = await TakeAsync(work.Connection, hash, caller, cancellation) ?? throw new RefusedException(await WhyNotAsync(work.Connection, hash, caller, cancellation));
        await UploadRight.RequireAsync(work.Connection, caller, taken.For.DistrictId, taken.For.SchoolId, cancellation);
        await work.CommitAsync(cancellation);
        return taken;
    }

    /// <summary>The transfer broke off: another one may begin, while the ticket is good.</summary>
    public async Task GiveBackAsync(Caller caller, TakenTicket ticket, CancellationToken cancellation)
    {
        await using var work = await database.BeginWriteAsync(caller.Actor, cancellation);
        await using var give = new NpgsqlCommand(GiveBackSql, work.Connection)
        {
            Parameters = { new() { Value = ticket.For.DistrictId }, new() { Value = ticket.TicketId } },
        };
        await give.ExecuteNonQueryAsync(cancellation);
        await work.CommitAsync(cancellation);
    }

    private async Task<TakenTicket?> TakeAsync(NpgsqlConnection connection, byte[] hash, Caller caller, CancellationToken cancellation)
    {
        await using var take = new NpgsqlCommand(TakeSql, connection)
        {
            Parameters = { new() { Value = hash }, new() { Value = caller.Account.AccountId }, new() { Value = time.GetUtcNow().UtcDateTime } },
        };
        await using var row = await take.ExecuteReaderAsync(cancellation);
        if (!await row.ReadAsync(cancellation)) return null;
        return new TakenTicket(row.GetInt64(0), new NewDocument(
            row.GetInt32(1), row.GetInt64(2), EnumText<DocumentCategory>.Parse(row.GetString(3)), row.GetString(4), row.GetString(5), row.GetInt64(6),
            await row.IsDBNullAsync(7, cancellation) ? null : row.GetString(7)));
    }

    /// <summary>A ticket of another account looks like none.</summary>
    private static async Task<Refusal> WhyNotAsync(NpgsqlConnection connection, byte[] hash, Caller caller, CancellationToken cancellation)
    {
        await using var state = new NpgsqlCommand(StateSql, connection) { Parameters = { new() { Value = hash }, new() { Value = caller.Account.AccountId } } };
        return await state.ExecuteScalarAsync(cancellation) switch
        {
            true => DocumentRules.TicketIsUsedOnce.Refuse(),
            false => DocumentRules.TicketIsInTime.Refuse(),
            _ => Refusal.NotFound("There is no such ticket. 没有此上传凭证。"),
        };
    }
}
