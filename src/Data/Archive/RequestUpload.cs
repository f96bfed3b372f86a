using System.Globalization;
using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Tenancy;
using Npgsql;
using NpgsqlTypes;

namespace HomeroomGraph.Data.Archive;

/// <summary>The use case that gives out tickets for uploads (rule V2).</summary>
public sealed class RequestUpload(HomeroomDatabase database, TimeProvider time, UploadTerms terms)
{
    /// <summary>Tickets of an account that wait for their file.</summary>
    public const int MostOpen = 50;

    private const string OpenSql = "select count(*) from upload.ticket t where t.account_id = $1 and t.expires_at > $2 and t.used_at is null";

    private const string IssueSql = """
        insert into upload.ticket (district_id, school_id, account_id, secret_hash, category, file_name, media_type, size, sha256, issued_at, expires_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """;

    /// <summary>A ticket for these bytes and for this account.</summary>
    /// <exception cref="RefusedException">Says all that is wrong at once.</exception>
    public async Task<IssuedTicket> RunAsync(Caller caller, NewDocument document, CancellationToken cancellation)
    {
        document = document with { MediaType = document.MediaType.ToLowerInvariant(), Sha256 = document.Sha256?.ToLowerInvariant() };
        var now = time.GetUtcNow().UtcDateTime;
        await using var work = await database.BeginWriteAsync(caller.Actor, cancellation);
        await UploadRight.RequireAsync(work.Connection, caller, document.DistrictId, document.SchoolId, cancellation);
        if (terms.RefusalsOf(document).ToList() is { Count: > 0 } refusals)
            throw new RefusedException(refusals);
        await RequireFewAsync(work.Connection, caller, now, cancellation);

        var (secret, hash) = TicketSecret.Create();
        var expiresAt = now + terms.TicketLifetime;
        await using var issue = new NpgsqlCommand(IssueSql, work.Connection)
        {
            Parameters =
            {
                new() { Value = document.DistrictId }, new() { Value = document.SchoolId }, new() { Value = caller.Account.AccountId }, new() { Value = hash },
                new() { Value = EnumText<DocumentCategory>.Of(document.Category) }, new() { Value = document.FileName }, new() { Value = document.MediaType },
                new() { Value = document.Size }, new() { Value = (object?)document.Sha256 ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text },
                new() { Value = now }, new() { Value = expiresAt },
            },
        };
        await issue.ExecuteNonQueryAsync(cancellation);
        await work.CommitAsync(cancellation);
        return new IssuedTicket(secret, expiresAt, document);
    }

    /// <summary>Tickets are for files that are there, so nobody needs many at a time.</summary>
    private static async Task RequireFewAsync(NpgsqlConnection connection, Caller caller, DateTime now, CancellationToken cancellation)
    {
        await using var open = new NpgsqlCommand(OpenSql, connection) { Parameters = { new() { Value = caller.Account.AccountId }, new() { Value = now } } };
        if (await open.ExecuteScalarAsync(cancellation) is >= (long)MostOpen)
            throw new RefusedException(DocumentRules.NotTooManyTickets.Refuse(MostOpen.ToString(CultureInfo.InvariantCulture)));
    }
}
