using System.Globalization;
using HomeroomGraph.Data.Access;
using HomeroomGraph.Data.Archive;
using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Data.Tests.Archive;

/// <summary>Documents by ticket (rule V2): who gets one, for what, how often it is good, and what comes of it.</summary>
public sealed class UploadTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    private static readonly byte[] Content = SampleFiles.Pdf("研究报告");

    private HomeroomDatabase Database => test.Database;

    [Fact]
    [Trait("Rule", "V2")]
    public async Task A_ticket_becomes_a_document_with_the_uploaders_name()
    {
        var d = await SmallDistrict.CreateAsync(Database.Writer);
        var office = await Uploader.CreateAsync(Database, d.Id, d.School);
        var teacher = await Uploader.CreateAsync(Database, d.Id, d.School, "teacher", d.Teachers[1]);

        var ofOffice = await office.UploadAsync(d.Id, d.School, Content);
        var ofTeacher = await teacher.UploadAsync(d.Id, d.School, Content);

        Assert.Equal(
            [
                $"{ofOffice} {d.School} report 报告.pdf application/pdf {Content.Length} {Uploader.HashOf(Content)} 教科室 - {office.Caller.Account.AccountNumber}",
                $"{ofTeacher} {d.School} report 报告.pdf application/pdf {Content.Length} {Uploader.HashOf(Content)} T2 {d.Teachers[1]} {teacher.Caller.Account.AccountNumber}",
            ],
            await Database.Owner.ColumnAsync<string>("""
                select concat_ws(' ', document_id, school_id, category, file_name, media_type, size, sha256, uploaded_by, coalesce(uploaded_by_teacher_id::text, '-'), uploaded_by_account)
                from homeroom.document where district_id = $1 order by document_id
                """, d.Id));
        Assert.Equal(1, await Database.Owner.ScalarAsync<long>("select count(*) from homeroom.document_content where district_id = $1", d.Id));
    }

    [Theory]
    [Trait("Rule", "V2")]
    [InlineData("research_office", true, "done")]
    [InlineData("principal", true, "done")]
    [InlineData("academic_affairs", true, "done")]
    [InlineData("district_research_officer", false, "done")]
    [InlineData("district_analyst", false, "NOT_ALLOWED")]
    [InlineData("platform_admin", false, "NOT_ALLOWED")]
    [InlineData("auditor", false, "NOT_ALLOWED")]
    public async Task Staff_of_the_school_and_the_districts_research_officer_upload(string role, bool ofSchool, string expected)
    {
        var (here, there) = (await SmallDistrict.CreateAsync(Database.Writer), await SmallDistrict.CreateAsync(Database.Writer));
        var uploader = await Uploader.CreateAsync(Database, here.Id, ofSchool ? here.School : null, role);

        Assert.Equal(expected, await OutcomeAsync(() => uploader.RequestAsync(Uploader.Pdf(here.Id, here.School, Content))));
        // A foreign school, and one that there is not: the same words.
        Assert.Equal("NOT_FOUND", await OutcomeAsync(() => uploader.RequestAsync(Uploader.Pdf(there.Id, there.School, Content))));
        Assert.Equal("NOT_FOUND", await OutcomeAsync(() => uploader.RequestAsync(Uploader.Pdf(here.Id, 999_999_999, Content))));
        Assert.Equal("NOT_FOUND", await OutcomeAsync(() => uploader.RequestAsync(Uploader.Pdf(here.Id, there.School, Content))));
    }

    [Fact]
    [Trait("Rule", "V2")]
    public async Task A_post_of_the_student_union_uploads_nothing()
    {
        var d = await SmallDistrict.CreateAsync(Database.Writer);
        var office = await Uploader.CreateAsync(Database, d.Id, d.School);
        var account = office.Caller.Account with { Roles = [new(AccessRole.Inspector, d.Id, d.School, null, null, InspectorPostId: 1)] };
        var post = new RequestUpload(Database, TimeProvider.System, new UploadTerms(1 << 20, TimeSpan.FromMinutes(1), TimeSpan.FromHours(1)));
        Assert.Equal("NOT_ALLOWED", await OutcomeAsync(() => post.RunAsync(
            office.Caller with { Account = account }, Uploader.Pdf(d.Id, d.School, Content), TestContext.Current.CancellationToken)));
    }

    [Fact]
    [Trait("Rule", "V2")]
    public async Task Members_and_reviewers_from_other_schools_upload_for_as_long_as_they_are()
    {
        var d = await SmallDistrict.CreateAsync(Database.Writer);
        var records = new ResearchRecords(Database.Writer, d.Id, d.School);
        long home = await Database.Writer.ScalarAsync<long>(
            "insert into homeroom.school (district_id, code, name, pinyin, stage) values ($1, '0000000002', 'H', 'h', 'primary') returning school_id", d.Id);
        var member = await Uploader.CreateAsync(Database, d.Id, home, "teacher", d.Teachers[1]);
        var reviewer = await Uploader.CreateAsync(Database, d.Id, home, "teacher", d.Teachers[2]);
        var document = Uploader.Pdf(d.Id, d.School, Content);
        Assert.Equal("NOT_FOUND", await OutcomeAsync(() => member.RequestAsync(document)));

        var project = await records.DraftAsync(d.Teachers[0]);
        var membership = await records.MemberAsync(project, d.Teachers[1]);
        var review = await records.ReviewAsync(await records.ApplicationAsync(project), d.Teachers[2], "assigned");
        var ticket = await member.RequestAsync(document);
        Assert.Equal("done", await OutcomeAsync(() => reviewer.RequestAsync(document)));

        await Database.Writer.ExecuteAsync("update homeroom.research_member set left_on = '2026-11-01' where research_member_id = $1", membership);
        await Database.Writer.ExecuteAsync("update homeroom.research_review set state = 'released' where research_review_id = $1", review);
        Assert.Equal("NOT_FOUND", await OutcomeAsync(() => member.RequestAsync(document)));
        Assert.Equal("NOT_FOUND", await OutcomeAsync(() => reviewer.RequestAsync(document)));
        // A ticket that was given before opens nothing any more.
        Assert.Equal("NOT_FOUND", await OutcomeAsync(() => member.TakeAsync(ticket.Secret)));
    }

    [Theory]
    [Trait("Rule", "V2")]
    [InlineData("a/b.pdf", "application/pdf", 10, null, "V2_A_FILE_NAME_IS_NO_PATH")]
    [InlineData("a\\b.pdf", "application/pdf", 10, null, "V2_A_FILE_NAME_IS_NO_PATH")]
    [InlineData("a\nb.pdf", "application/pdf", 10, null, "V2_A_FILE_NAME_IS_NO_PATH")]
    [InlineData("a\u202Efdp.exe.pdf", "application/pdf", 10, null, "V2_A_FILE_NAME_IS_NO_PATH")]
    [InlineData(" a.pdf", "application/pdf", 10, null, "V2_A_FILE_NAME_IS_NO_PATH")]
    [InlineData("a.exe", "application/pdf", 10, null, "V2_A_FILE_NAME_IS_OF_ITS_TYPE")]
    [InlineData("a.pdf.html", "text/plain", 10, null, "V2_A_FILE_NAME_IS_OF_ITS_TYPE")]
    [InlineData(".pdf", "application/pdf", 10, null, "V2_A_FILE_NAME_IS_OF_ITS_TYPE")]
    [InlineData("a.html", "text/html", 10, null, "V2_A_MEDIA_TYPE_IS_OF_THE_LIST")]
    [InlineData("a.svg", "image/svg+xml", 10, null, "V2_A_MEDIA_TYPE_IS_OF_THE_LIST")]
    [InlineData("a.pdf", "application/pdf", 0, null, "V2_A_SIZE_IS_WITHIN_THE_LIMIT")]
    [InlineData("a.pdf", "application/pdf", -1, null, "V2_A_SIZE_IS_WITHIN_THE_LIMIT")]
    [InlineData("a.pdf", "application/pdf", (50 << 20) + 1, null, "V2_A_SIZE_IS_WITHIN_THE_LIMIT")]
    [InlineData("a.pdf", "application/pdf", 10, "abc", "INVALID_INPUT")]
    [InlineData("a.exe", "text/html", 0, "abc", "V2_A_MEDIA_TYPE_IS_OF_THE_LIST V2_A_SIZE_IS_WITHIN_THE_LIMIT INVALID_INPUT")]
    [InlineData("教案.PDF", "Application/PDF", 50 << 20, "AB3456789012345678901234567890123456789012345678901234567890ABCD", "")]
    public async Task All_that_is_wrong_is_said_before_anything_is_sent(string name, string mediaType, long size, string? sha256, string codes)
    {
        var d = await SmallDistrict.CreateAsync(Database.Writer);
        var office = await Uploader.CreateAsync(Database, d.Id, d.School);
        var asked = new NewDocument(d.Id, d.School, DocumentCategory.Plan, name, mediaType, size, sha256);
        Assert.Equal(codes, await OutcomeAsync(() => office.RequestAsync(asked)) is var outcome && outcome == "done" ? "" : outcome);
        Assert.Equal(codes.Length == 0 ? 1L : 0L, await Database.Owner.ScalarAsync<long>("select count(*) from upload.ticket where district_id = $1", d.Id));
    }

    [Fact]
    [Trait("Rule", "V2")]
    public void A_refusal_is_in_english_and_chinese() => Assert.All(DocumentRules.All, rule =>
    {
        Assert.Equal("V2", rule.Id);
        Assert.DoesNotContain(rule.English, character => character >= 0x2E80);
        Assert.Contains(rule.Chinese, character => character >= 0x4E00);
    });

    [Fact]
    [Trait("Rule", "V2")]
    public async Task Of_fifty_who_take_a_ticket_at_once_one_has_it()
    {
        var d = await SmallDistrict.CreateAsync(Database.Writer);
        var office = await Uploader.CreateAsync(Database, d.Id, d.School);
        var ticket = await office.RequestAsync(Uploader.Pdf(d.Id, d.School, Content));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => OutcomeAsync(() => office.TakeAsync(ticket.Secret)))));

        Assert.Single(outcomes, "done");
        Assert.Equal(49, outcomes.Count(outcome => outcome == "V2_A_TICKET_IS_USED_ONCE"));
    }

    [Fact]
    [Trait("Rule", "V2")]
    public async Task A_ticket_is_of_its_account_and_its_time()
    {
        var d = await SmallDistrict.CreateAsync(Database.Writer);
        var (office, other) = (await Uploader.CreateAsync(Database, d.Id, d.School), await Uploader.CreateAsync(Database, d.Id, d.School));
        var ticket = await office.RequestAsync(Uploader.Pdf(d.Id, d.School, Content));
        Assert.Equal(office.Clock.Now.UtcDateTime.AddMinutes(15), ticket.ExpiresAt);

        Assert.Equal("NOT_FOUND", await OutcomeAsync(() => other.TakeAsync(ticket.Secret)));
        Assert.Equal("NOT_FOUND", await OutcomeAsync(() => office.TakeAsync(ticket.Secret + "x")));
        office.Clock.Now = office.Clock.Now.AddMinutes(15);
        Assert.Equal("V2_A_TICKET_IS_USED_IN_TIME", await OutcomeAsync(() => office.TakeAsync(ticket.Secret)));
        office.Clock.Now = office.Clock.Now.AddSeconds(-1);
        Assert.Equal("done", await OutcomeAsync(() => office.TakeAsync(ticket.Secret)));
    }

    [Fact]
    [Trait("Rule", "V2")]
    public async Task A_transfer_that_broke_off_gives_its_ticket_back_and_one_that_ended_does_not()
    {
        var d = await SmallDistrict.CreateAsync(Database.Writer);
        var office = await Uploader.CreateAsync(Database, d.Id, d.School);
        var ticket = await office.RequestAsync(Uploader.Pdf(d.Id, d.School, Content));

        await office.GiveBackAsync(await office.TakeAsync(ticket.Secret));
        var taken = await office.TakeAsync(ticket.Secret);
        await office.StoreAsync(taken, Content);
        await office.GiveBackAsync(taken);

        Assert.Equal("V2_A_TICKET_IS_USED_ONCE", await OutcomeAsync(() => office.TakeAsync(ticket.Secret)));
    }

    [Fact]
    [Trait("Rule", "V2")]
    public async Task What_arrives_is_what_was_asked_for()
    {
        var d = await SmallDistrict.CreateAsync(Database.Writer);
        var office = await Uploader.CreateAsync(Database, d.Id, d.School);
        async Task<string> ArrivesAsync(NewDocument asked, byte[] content) =>
            await OutcomeAsync(async () => await office.StoreAsync(await office.TakeAsync((await office.RequestAsync(asked)).Secret), content));
        var pdf = Uploader.Pdf(d.Id, d.School, Content);

        Assert.Equal("V2_A_FILE_IS_NOT_LARGER_THAN_ASKED_FOR", await ArrivesAsync(pdf, [.. Content, 0]));
        Assert.Equal("V2_A_FILE_IS_NOT_SMALLER_THAN_ASKED_FOR", await ArrivesAsync(pdf, Content[1..]));
        Assert.Equal("V2_THE_HASH_IS_AS_ASKED_FOR", await ArrivesAsync(pdf with { Sha256 = new string('0', 64) }, Content));
        Assert.Equal("V2_THE_CONTENT_IS_OF_ITS_TYPE", await ArrivesAsync(pdf with { MediaType = "image/png", FileName = "a.png" }, Content));
        var script = "#!/bin/sh\n"u8.ToArray();
        Assert.Equal("V2_NOTHING_IN_A_DOCUMENT_RUNS", await ArrivesAsync(pdf with { MediaType = "text/plain", FileName = "a.txt", Size = script.Length }, script));
        Assert.Equal(0, await Database.Owner.ScalarAsync<long>("select count(*) from homeroom.document where district_id = $1", d.Id));
        Assert.Equal("done", await ArrivesAsync(pdf with { Sha256 = Uploader.HashOf(Content).ToUpperInvariant() }, Content));
    }

    [Fact]
    [Trait("Rule", "V2")]
    public async Task Twenty_uploads_of_one_content_at_once_store_it_once()
    {
        var d = await SmallDistrict.CreateAsync(Database.Writer);
        var office = await Uploader.CreateAsync(Database, d.Id, d.School);
        var content = SampleFiles.Pdf(new string('x', 300_000));

        var documents = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => office.UploadAsync(d.Id, d.School, content))));

        Assert.Equal(20, documents.Distinct().Count());
        Assert.Equal(20, await Database.Owner.ScalarAsync<long>("select count(*) from homeroom.document where district_id = $1", d.Id));
        Assert.Equal(1, await Database.Owner.ScalarAsync<long>("select count(*) from homeroom.document_content where district_id = $1", d.Id));
    }

    [Fact]
    [Trait("Rule", "V2")]
    public async Task An_account_has_so_many_tickets_at_a_time()
    {
        var d = await SmallDistrict.CreateAsync(Database.Writer);
        var office = await Uploader.CreateAsync(Database, d.Id, d.School);
        for (var n = 0; n < RequestUpload.MostOpen; n++) await office.RequestAsync(Uploader.Pdf(d.Id, d.School, Content));

        Assert.Equal("V2_NOT_TOO_MANY_TICKETS", await OutcomeAsync(() => office.RequestAsync(Uploader.Pdf(d.Id, d.School, Content))));
        office.Clock.Now = office.Clock.Now.AddMinutes(16);
        Assert.Equal("done", await OutcomeAsync(() => office.RequestAsync(Uploader.Pdf(d.Id, d.School, Content))));
    }

    [Fact]
    [Trait("Rule", "V2")]
    [Trait("Rule", "V3")]
    public async Task The_audit_log_has_tickets_without_their_secret_and_no_feed_has_them()
    {
        var d = await SmallDistrict.CreateAsync(Database.Writer);
        var office = await Uploader.CreateAsync(Database, d.Id, d.School);
        var document = await office.UploadAsync(d.Id, d.School, Content);

        var entries = await Database.Owner.ColumnAsync<string>(
            "select concat_ws(' ', operation, actor, origin, after::text) from history.audit_log where district_id = $1 and table_name = 'upload.ticket' order by audit_id", d.Id);
        Assert.Equal(["insert", "update", "update"], entries.Select(entry => entry.Split(' ')[0]));
        Assert.All(entries, entry =>
        {
            Assert.Contains($"{office.Caller.Account.AccountId} 192.0.2.1", entry, StringComparison.Ordinal);
            Assert.DoesNotContain("secret", entry, StringComparison.Ordinal);
        });
        Assert.Contains($"\"document_id\": {document.ToString(CultureInfo.InvariantCulture)}", entries[^1], StringComparison.Ordinal);
        Assert.Equal(0, await Database.Owner.ScalarAsync<long>("select count(*) from history.change_log where entity = 'ticket'"));
    }

    [Theory]
    [Trait("Rule", "V2")]
    [InlineData("select count(*) from upload.ticket")]
    [InlineData("select upload.remove_unattached('2000-01-01', 1)")]
    [InlineData("select count(*) from homeroom.document_content where octet_length(bytes) > 0")]
    public async Task Readers_and_the_feed_have_no_way_to_tickets_and_contents(string sql)
    {
        foreach (var source in new[] { Database.Reader, Database.DistrictReader, Database.Feed })
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => source.ExecuteAsync(sql))).SqlState);
    }

    [Theory]
    [Trait("Rule", "V2")]
    [InlineData("select count(*) from homeroom.document")]
    [InlineData("select count(*) from access.account")]
    [InlineData("delete from homeroom.document_content")]
    public async Task The_role_of_contents_reads_them_and_nothing_else(string sql)
    {
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => Database.Contents.ExecuteAsync(sql));
        Assert.Contains(refusal.SqlState, new[] { PostgresErrorCodes.InsufficientPrivilege, PostgresErrorCodes.ReadOnlySqlTransaction });
    }

    [Fact]
    [Trait("Rule", "V2")]
    public async Task A_content_is_read_from_anywhere_a_part_at_a_time()
    {
        var d = await SmallDistrict.CreateAsync(Database.Writer);
        var office = await Uploader.CreateAsync(Database, d.Id, d.School);
        var content = SampleFiles.Pdf(string.Concat(Enumerable.Range(0, 150_000).Select(n => n.ToString("X5", CultureInfo.InvariantCulture))));
        await office.UploadAsync(d.Id, d.School, content);

        await using var stream = new ContentStream(Database.Contents, d.Id, Uploader.HashOf(content), content.Length);
        var all = new MemoryStream();
        await stream.CopyToAsync(all, TestContext.Current.CancellationToken);
        Assert.Equal(content, all.ToArray());
        var part = new byte[1_000];
        foreach (int start in new[] { 600_000, 10, content.Length - 1_000 })
        {
            stream.Seek(start, SeekOrigin.Begin);
            await stream.ReadExactlyAsync(part, TestContext.Current.CancellationToken);
            Assert.Equal(content[start..(start + 1_000)], part);
        }
    }

    private static async Task<string> OutcomeAsync(Func<Task> attempt)
    {
        try
        {
            await attempt();
            return "done";
        }
        catch (RefusedException refused)
        {
            return string.Join(' ', refused.Refusals.Select(refusal => refusal.Code));
        }
        catch (PostgresException unexplained)
        {
            return unexplained.MessageText;
        }
    }
}
