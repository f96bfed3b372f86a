using HomeroomGraph.Data.Archive;
using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Tenancy;
using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Data.Tests.Archive;

/// <summary>What was uploaded and that no record names is removed, and nothing that is being attached (rule V2).</summary>
public sealed class UnattachedDocumentTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    private static readonly TimeSpan AfterADay = TimeSpan.FromHours(25);

    private const string ItemSql = """
        insert into homeroom.research_portfolio_item (district_id, school_id, research_project_id, category, title, document_id, added_on, added_by)
        values ($1, $2, $3, 'plan', 'T', $4, '2026-11-16', 'T')
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private HomeroomDatabase Database => test.Database;

    [Fact]
    [Trait("Rule", "V2")]
    public async Task What_no_record_names_after_a_day_is_removed_with_its_content_and_the_rest_stays()
    {
        var (d, office, project) = await DistrictAsync();
        var attached = await office.UploadAsync(d.Id, d.School, SampleFiles.Pdf("attached"));
        await Database.Writer.ExecuteAsync(ItemSql, d.Id, d.School, project, attached);
        await office.UploadAsync(d.Id, d.School, SampleFiles.Pdf("alone"));
        await office.UploadAsync(d.Id, d.School, SampleFiles.Pdf("attached")); // The content is another document's too.
        await office.RequestAsync(Uploader.Pdf(d.Id, d.School, SampleFiles.Pdf("never sent")));

        office.Clock.Now += TimeSpan.FromHours(24);
        Assert.Equal(default, await office.SweepAsync());
        office.Clock.Now += TimeSpan.FromHours(1);
        Assert.Equal(new RemovedDocuments(2, 1, 4), await office.SweepAsync());

        Assert.Equal([attached], await DocumentsAsync(d));
        Assert.Equal([Uploader.HashOf(SampleFiles.Pdf("attached"))], await Database.Owner.ColumnAsync<string>("select sha256 from homeroom.document_content where district_id = $1", d.Id));
        Assert.Equal(0, await Database.Owner.ScalarAsync<long>("select count(*) from upload.ticket where district_id = $1", d.Id));
        Assert.Equal(2, await Database.Owner.ScalarAsync<long>(
            "select count(*) from history.audit_log where district_id = $1 and table_name = 'homeroom.document' and operation = 'delete' and actor = 'sweep'", d.Id));
        // What a record named once is part of its history.
        await Database.Writer.ExecuteAsync("delete from homeroom.research_portfolio_item where document_id = $1", attached);
        Assert.Equal(default, await office.SweepAsync());
    }

    /// <summary>By each table that can: the next one, too.</summary>
    [Fact]
    [Trait("Rule", "V2")]
    public async Task A_record_of_any_table_keeps_its_document()
    {
        var (d, office, _) = await DistrictAsync();
        var tables = await Database.Owner.ColumnAsync<string>(
            "select distinct conrelid::regclass::text from pg_constraint where contype = 'f' and confrelid = 'homeroom.document'::regclass and conrelid <> 'upload.ticket'::regclass order by 1");
        Assert.Contains("homeroom.paper", tables);
        Assert.Contains("homeroom.research_extension_request", tables);
        await Database.Owner.ExecuteAsync("""
            create table if not exists homeroom.later_record (
                district_id integer, file bigint, foreign key (district_id, file) references homeroom.document (district_id, document_id))
            """);
        try
        {
            var kept = await office.UploadAsync(d.Id, d.School, SampleFiles.Pdf("later"));
            await Database.Owner.ExecuteAsync("insert into homeroom.later_record values ($1, $2)", d.Id, kept);
            office.Clock.Now += AfterADay;
            Assert.Equal(0, (await office.SweepAsync()).Documents);
            Assert.Equal([kept], await DocumentsAsync(d));
        }
        finally
        {
            await Database.Owner.ExecuteAsync("drop table homeroom.later_record");
        }
    }

    [Fact]
    [Trait("Rule", "V2")]
    public async Task What_is_being_attached_is_passed_over()
    {
        var (d, office, project) = await DistrictAsync();
        var document = await office.UploadAsync(d.Id, d.School, SampleFiles.Pdf("being attached"));
        office.Clock.Now += AfterADay;

        await using (var attaching = await Database.BeginWriteAsync(Actor.Seed, Cancellation))
        {
            await ExecuteAsync(attaching.Connection, ItemSql, d.Id, d.School, project, document);
            Assert.Equal(default, await office.SweepAsync());
            await attaching.CommitAsync(Cancellation);
        }

        Assert.Equal(new RemovedDocuments(0, 0, 1), await office.SweepAsync());
        Assert.Equal([document], await DocumentsAsync(d));
    }

    [Fact]
    [Trait("Rule", "V2")]
    public async Task Who_attaches_while_it_is_removed_finds_it_gone()
    {
        var (d, office, project) = await DistrictAsync();
        var document = await office.UploadAsync(d.Id, d.School, SampleFiles.Pdf("being removed"));
        office.Clock.Now += AfterADay;

        await using var removing = await Database.Owner.OpenConnectionAsync(Cancellation);
        await using var transaction = await removing.BeginTransactionAsync(Cancellation);
        await ExecuteAsync(removing, "select upload.remove_unattached($1, 100)", office.Clock.Now.UtcDateTime);
        var attaching = Task.Run(() => Database.Writer.ExecuteAsync(ItemSql, d.Id, d.School, project, document), Cancellation);
        await Task.Delay(200, Cancellation);
        Assert.False(attaching.IsCompleted);
        await transaction.CommitAsync(Cancellation);

        Assert.Equal(PostgresErrorCodes.ForeignKeyViolation, (await Assert.ThrowsAsync<PostgresException>(() => attaching)).SqlState);
        Assert.Empty(await DocumentsAsync(d));
    }

    [Fact]
    [Trait("Rule", "V2")]
    public async Task A_content_that_is_uploaded_anew_while_it_is_removed_is_there_again()
    {
        var (d, office, _) = await DistrictAsync();
        var content = SampleFiles.Pdf("again");
        await office.UploadAsync(d.Id, d.School, content);
        office.Clock.Now += AfterADay;

        await using var removing = await Database.Owner.OpenConnectionAsync(Cancellation);
        await using var transaction = await removing.BeginTransactionAsync(Cancellation);
        await ExecuteAsync(removing, "select upload.remove_unattached($1, 100)", office.Clock.Now.UtcDateTime);
        var uploading = Task.Run(() => office.UploadAsync(d.Id, d.School, content), Cancellation);
        await Task.Delay(200, Cancellation);
        Assert.False(uploading.IsCompleted);
        await transaction.CommitAsync(Cancellation);

        Assert.Equal([await uploading], await DocumentsAsync(d));
        Assert.Equal(1, await Database.Owner.ScalarAsync<long>("select count(*) from homeroom.document_content where district_id = $1", d.Id));
    }

    [Fact]
    [Trait("Rule", "V2")]
    public async Task There_is_no_end_to_what_one_sweep_removes_and_each_transaction_is_short()
    {
        var (d, office, _) = await DistrictAsync();
        for (var n = 0; n < 230; n++)
        {
            if (n % 45 == 0) office.Clock.Now += TimeSpan.FromMinutes(20);
            var ticket = await office.RequestAsync(Uploader.Pdf(d.Id, d.School, SampleFiles.Pdf($"{n}")));
            if (n < 3) await office.StoreAsync(await office.TakeAsync(ticket.Secret), SampleFiles.Pdf($"{n}"));
        }
        office.Clock.Now += AfterADay;
        Assert.Equal(new RemovedDocuments(3, 3, 230), await office.SweepAsync());
        Assert.Equal(3, await Database.Owner.ScalarAsync<long>(
            "select count(distinct txid) from history.audit_log where district_id = $1 and table_name = 'upload.ticket' and operation = 'delete'", d.Id));
    }

    [Fact]
    [Trait("Rule", "V2")]
    public async Task A_record_names_what_its_writer_uploaded_or_what_the_project_has_already()
    {
        var (d, office, project) = await DistrictAsync();
        var (leader, stranger) = (await Uploader.CreateAsync(Database, d.Id, d.School, "teacher", d.Teachers[0]), await Uploader.CreateAsync(Database, d.Id, d.School));
        var there = await SmallDistrict.CreateAsync(Database.Writer);
        var own = await leader.UploadAsync(d.Id, d.School, SampleFiles.Pdf("own"));
        var ofOffice = await office.UploadAsync(d.Id, d.School, SampleFiles.Pdf("office"));

        Assert.Equal("done", await AttachableAsync(leader, d.Id, d.School, own, project));
        Assert.Equal("NOT_FOUND", await AttachableAsync(stranger, d.Id, d.School, own, project));
        Assert.Equal("NOT_FOUND", await AttachableAsync(leader, d.Id, d.School, ofOffice, project));
        Assert.Equal("NOT_FOUND", await AttachableAsync(leader, d.Id, there.School, own, project));
        Assert.Equal("NOT_FOUND", await AttachableAsync(leader, there.Id, d.School, own, project));
        Assert.Equal("NOT_FOUND", await AttachableAsync(leader, d.Id, d.School, own, project, documentDistrict: there.Id));
        Assert.Equal("NOT_FOUND", await AttachableAsync(leader, d.Id, d.School, 999_999_999, project));
        await Database.Writer.ExecuteAsync(ItemSql, d.Id, d.School, project, ofOffice);
        Assert.Equal("done", await AttachableAsync(leader, d.Id, d.School, ofOffice, project));
        Assert.Equal("NOT_FOUND", await AttachableAsync(leader, d.Id, d.School, ofOffice, projectId: null));
    }

    private async Task<(SmallDistrict District, Uploader Office, long Project)> DistrictAsync()
    {
        var d = await SmallDistrict.CreateAsync(Database.Writer);
        var office = await Uploader.CreateAsync(Database, d.Id, d.School);
        var now = office.Clock.Now;
        office.Clock.Now = now.AddYears(1);
        await office.SweepAsync(); // What other tests have left is not to be counted here.
        office.Clock.Now = now;
        return (d, office, await new ResearchRecords(Database.Writer, d.Id, d.School).DraftAsync(d.Teachers[0]));
    }

    private async Task<string> AttachableAsync(Uploader caller, int district, long school, long document, long? projectId, int? documentDistrict = null)
    {
        await using var work = await Database.BeginWriteAsync(caller.Caller.Actor, Cancellation);
        try
        {
            await AttachableDocuments.RequireAsync(work.Connection, caller.Caller, new(district, school), new RecordKey(documentDistrict ?? district, document), projectId, "documentId", Cancellation);
            return "done";
        }
        catch (RefusedException refused)
        {
            return refused.Refusals[0].Code;
        }
    }

    private Task<List<long>> DocumentsAsync(SmallDistrict d) =>
        Database.Owner.ColumnAsync<long>("select document_id from homeroom.document where district_id = $1 order by 1", d.Id);

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
