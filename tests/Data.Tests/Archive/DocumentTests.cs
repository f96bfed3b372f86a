using System.Security.Cryptography;
using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Data.Tests.Archive;

/// <summary>What the database keeps of documents (rule V2).</summary>
public sealed class DocumentTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    private const string ContentSql = "insert into homeroom.document_content (district_id, sha256, size, bytes) values ($1, $2, $3, $4)";

    private const string DocumentSql = """
        insert into homeroom.document (district_id, school_id, category, file_name, media_type, size, sha256, uploaded_by, uploaded_at)
        values ($1, $2, 'article', $3, $4, $5, $6, 'T', '2026-11-16T08:00:00Z')
        """;

    private static readonly byte[] Bytes = "the content"u8.ToArray();
    private static readonly string Hash = Convert.ToHexStringLower(SHA256.HashData(Bytes));

    private NpgsqlDataSource Writer => test.Database.Writer;

    [Fact]
    [Trait("Rule", "V2")]
    public async Task The_same_content_is_stored_once_and_shared()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        await Writer.ExecuteAsync(ContentSql, d.Id, Hash, 11L, Bytes);
        await Writer.RefusedByAsync("document_content_pkey", ContentSql, d.Id, Hash, 11L, Bytes);
        await Writer.ExecuteAsync(DocumentSql, d.Id, d.School, "论文.pdf", "application/pdf", 11L, Hash);
        await Writer.ExecuteAsync(DocumentSql, d.Id, d.School, "copy.pdf", "application/pdf", 11L, Hash);
        await Writer.ExecuteAsync(ContentSql, (await SmallDistrict.CreateAsync(Writer)).Id, Hash, 11L, Bytes);
    }

    [Fact]
    [Trait("Rule", "V2")]
    public async Task Hash_and_size_are_those_of_the_content()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        await Writer.RefusedByAsync("v2_the_hash_is_of_the_content", ContentSql, d.Id, new string('0', 64), 11L, Bytes);
        await Writer.RefusedByAsync("v2_the_size_is_of_the_content", ContentSql, d.Id, Hash, 12L, Bytes);
        await Writer.ExecuteAsync(ContentSql, d.Id, Hash, 11L, Bytes);
        await Writer.RefusedByAsync("document_district_id_sha256_size_fkey", DocumentSql, d.Id, d.School, "a.pdf", "application/pdf", 12L, Hash);
    }

    [Theory]
    [Trait("Rule", "V2")]
    [InlineData("update homeroom.document_content set bytes = '', size = 0")]
    [InlineData("delete from homeroom.document_content")]
    [InlineData("truncate homeroom.document_content cascade")]
    public async Task Content_never_changes(string sql)
    {
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => Writer.ExecuteAsync(sql));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
        if (!sql.StartsWith("delete", StringComparison.Ordinal))
            Assert.Equal("HG002", (await Assert.ThrowsAsync<PostgresException>(() => test.Database.Owner.ExecuteAsync(sql))).SqlState);
    }

    [Fact]
    [Trait("Rule", "V2")]
    public async Task A_document_has_a_category_of_the_list_and_its_uploader()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        await Writer.ExecuteAsync(ContentSql, d.Id, Hash, 11L, Bytes);
        await Writer.RefusedByAsync(
            "document_category_check", DocumentSql.Replace("'article'", "'anything'", StringComparison.Ordinal), d.Id, d.School, "a.pdf", "application/pdf", 11L, Hash);
        await Writer.RefusedByAsync(
            "document_uploaded_by_check", DocumentSql.Replace("'T'", "''", StringComparison.Ordinal), d.Id, d.School, "a.pdf", "application/pdf", 11L, Hash);
    }

    [Theory]
    [Trait("Rule", "V2")]
    [InlineData("v2_a_file_name_is_no_path", "../a.pdf", "application/pdf")]
    [InlineData("v2_a_file_name_is_no_path", "a\\b.pdf", "application/pdf")]
    [InlineData("v2_a_file_name_is_no_path", "a\nb.pdf", "application/pdf")]
    [InlineData("v2_a_file_name_is_no_path", "..", "application/pdf")]
    [InlineData("v2_a_file_name_is_no_path", "", "application/pdf")]
    [InlineData("v2_a_media_type_is_well_formed", "a.pdf", "text/html; charset=utf-8")]
    [InlineData("v2_a_media_type_is_well_formed", "a.pdf", "pdf")]
    public async Task Names_and_types_are_harmless(string constraint, string fileName, string mediaType)
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        await Writer.ExecuteAsync(ContentSql, d.Id, Hash, 11L, Bytes);
        await Writer.RefusedByAsync(constraint, DocumentSql, d.Id, d.School, fileName, mediaType, 11L, Hash);
    }
}
