using HomeroomGraph.Data.Archive.MediaTypes;
using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Tenancy;
using Npgsql;
using NpgsqlTypes;

namespace HomeroomGraph.Data.Archive;

/// <summary>The use case that makes a document of what has arrived for a ticket (rule V2): looks at the content, stores it once in the district, and
/// ends the ticket, all or nothing.</summary>
public sealed class StoreDocument(HomeroomDatabase database, TimeProvider time)
{
    private const string ContentKey = "document_district_id_sha256_size_fkey";
    private const int MostAttempts = 3, SecondsForContent = 120;

    private const string IsThereSql = "select exists (select from homeroom.document_content c where c.district_id = $1 and c.sha256 = $2)";

    private const string ContentSql = """
        insert into homeroom.document_content (district_id, sha256, size, bytes) values ($1, $2, $3, $4) on conflict do nothing
        """;

    private const string DocumentSql = """
        insert into homeroom.document (
            district_id, school_id, category, file_name, media_type, size, sha256, uploaded_by, uploaded_by_teacher_id, uploaded_by_account, uploaded_at)
        values ($1, $2, $3, $4, $5, $6, $7,
                coalesce((select t.name from homeroom.teacher t where t.district_id = $1 and t.teacher_id = $8), $9), $8, $10, $11)
        returning document_id
        """;

    private const string EndSql = "update upload.ticket t set document_id = $3 where t.district_id = $1 and t.ticket_id = $2";

    /// <summary>Makes the document.</summary>
    /// <param name="content">The bytes, from wherever they stand; read more than once.</param>
    /// <param name="sha256">Their hash, in lower-case hexadecimal.</param>
    /// <returns>The document's own key.</returns>
    /// <exception cref="RefusedException">They are not what the ticket is for.</exception>
    public async Task<long> RunAsync(Caller caller, TakenTicket ticket, Stream content, string sha256, CancellationToken cancellation)
    {
        RequireAsAsked(ticket.For, content, sha256);
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await StoreAsync(caller, ticket, content, sha256, cancellation);
            }
            catch (PostgresException gone) when (gone.ConstraintName == ContentKey && attempt < MostAttempts)
            {
                // The content was there, and was removed right then for having no document.
            }
        }
    }

    private static void RequireAsAsked(NewDocument asked, Stream content, string sha256)
    {
        asked.RequireSize(content.Length);
        if (asked.Sha256 is { } expected && expected != sha256)
            throw new RefusedException(DocumentRules.HashIsAsAsked.Refuse(sha256));
        content.Position = 0;
        var fault = MediaType.Find(asked.MediaType) is { } type ? type.Test(content) : ContentFault.OfOtherType;
        if (fault is not null)
            throw new RefusedException(fault == ContentFault.Runs ? DocumentRules.NothingRuns.Refuse() : DocumentRules.ContentIsOfType.Refuse(asked.MediaType));
    }

    private async Task<long> StoreAsync(Caller caller, TakenTicket ticket, Stream content, string sha256, CancellationToken cancellation)
    {
        var asked = ticket.For;
        await using var work = await database.BeginWriteAsync(caller.Actor, cancellation);
        if (!await IsThereAsync(work.Connection, asked.DistrictId, sha256, cancellation))
            await AddContentAsync(work.Connection, asked, content, sha256, cancellation);
        long document = await AddDocumentAsync(work.Connection, caller, asked, sha256, cancellation);
        await using var end = new NpgsqlCommand(EndSql, work.Connection)
        {
            Parameters = { new() { Value = asked.DistrictId }, new() { Value = ticket.TicketId }, new() { Value = document } },
        };
        await end.ExecuteNonQueryAsync(cancellation);
        await work.CommitAsync(cancellation);
        return document;
    }

    private static async Task<bool> IsThereAsync(NpgsqlConnection connection, int districtId, string sha256, CancellationToken cancellation)
    {
        await using var known = new NpgsqlCommand(IsThereSql, connection) { Parameters = { new() { Value = districtId }, new() { Value = sha256 } } };
        return await known.ExecuteScalarAsync(cancellation) is true;
    }

    private static async Task AddContentAsync(NpgsqlConnection connection, NewDocument asked, Stream content, string sha256, CancellationToken cancellation)
    {
        content.Position = 0;
        await using var add = new NpgsqlCommand(ContentSql, connection)
        {
            CommandTimeout = SecondsForContent,
            Parameters =
            {
                new() { Value = asked.DistrictId }, new() { Value = sha256 }, new() { Value = asked.Size },
                new() { Value = content, NpgsqlDbType = NpgsqlDbType.Bytea },
            },
        };
        await add.ExecuteNonQueryAsync(cancellation);
    }

    private async Task<long> AddDocumentAsync(NpgsqlConnection connection, Caller caller, NewDocument asked, string sha256, CancellationToken cancellation)
    {
        long? teacher = caller.TeacherIn(asked.DistrictId);
        await using var add = new NpgsqlCommand(DocumentSql, connection)
        {
            Parameters =
            {
                new() { Value = asked.DistrictId }, new() { Value = asked.SchoolId }, new() { Value = EnumText<DocumentCategory>.Of(asked.Category) },
                new() { Value = asked.FileName }, new() { Value = asked.MediaType }, new() { Value = asked.Size }, new() { Value = sha256 },
                new() { Value = (object?)teacher ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint }, new() { Value = caller.Account.DisplayName },
                new() { Value = caller.Account.AccountNumber }, new() { Value = time.GetUtcNow().UtcDateTime },
            },
        };
        return (long)(await add.ExecuteScalarAsync(cancellation))!;
    }
}
