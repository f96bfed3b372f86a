using System.Security.Cryptography;
using HomeroomGraph.Data.Access;
using HomeroomGraph.Data.Archive;
using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Tenancy;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Data.Tests.Archive;

/// <summary>An account of a test, which uploads documents as the gateway has it.</summary>
internal sealed class Uploader(HomeroomDatabase database, Caller caller, UploadTerms terms)
{
    private static readonly UploadTerms UsualTerms = new(50 << 20, TimeSpan.FromMinutes(15), TimeSpan.FromHours(24));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public Caller Caller => caller;

    /// <summary>The clock that the use cases go by.</summary>
    public SetClock Clock { get; } = new();

    /// <summary>An account with one role; <paramref name="school"/> is null for a role over the district.</summary>
    public static async Task<Uploader> CreateAsync(
        HomeroomDatabase database, int district, long? school, string role = "research_office", long? teacher = null, UploadTerms? terms = null)
    {
        var id = await database.Access.ScalarAsync<Guid>(
            "insert into access.account (user_name, normalized_user_name, display_name) values (gen_random_uuid(), gen_random_uuid(), '教科室') returning account_id");
        await database.Access.ExecuteAsync(
            "insert into access.\"grant\" (account_id, role, district_id, school_id, teacher_id) values ($1, $2, $3, $4, $5)",
            id, role, district, (object?)school ?? DBNull.Value, (object?)teacher ?? DBNull.Value);
        return new(database, new Caller((await new ViewerAccounts(database.Access).FindAsync(id, Cancellation))!, "192.0.2.1"), terms ?? UsualTerms);
    }

    public Task<IssuedTicket> RequestAsync(NewDocument document) => new RequestUpload(database, Clock, terms).RunAsync(Caller, document, Cancellation);

    public Task<TakenTicket> TakeAsync(string secret) => new UploadTickets(database, Clock).TakeAsync(Caller, secret, Cancellation);

    public Task GiveBackAsync(TakenTicket ticket) => new UploadTickets(database, Clock).GiveBackAsync(Caller, ticket, Cancellation);

    public Task<long> StoreAsync(TakenTicket ticket, byte[] content) =>
        new StoreDocument(database, Clock).RunAsync(Caller, ticket, new MemoryStream(content), HashOf(content), Cancellation);

    /// <summary>All of it: a ticket, and the document that comes of it.</summary>
    public async Task<long> UploadAsync(int district, long school, byte[] content) =>
        await StoreAsync(await TakeAsync((await RequestAsync(Pdf(district, school, content))).Secret), content);

    public Task<RemovedDocuments> SweepAsync() => new UnattachedDocuments(database, Clock, terms).RemoveAsync(Cancellation);

    public static NewDocument Pdf(int district, long school, byte[] content) =>
        new(district, school, DocumentCategory.Report, "报告.pdf", "application/pdf", content.Length, null);

    public static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>The code of the only refusal.</summary>
    public static async Task<string> CodeAsync(Func<Task> attempt) => Assert.Single((await Assert.ThrowsAsync<RefusedException>(attempt)).Refusals).Code;
}

/// <summary>A clock that a test sets forward.</summary>
internal sealed class SetClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 11, 16, 2, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
