using System.IO.Compression;
using System.Text;
using HomeroomGraph.Data.Import;

namespace HomeroomGraph.Data.Tests.Import;

/// <summary>Files that are no sound bundle: a clear refusal, and nothing changed.</summary>
public sealed class BundleTests(ImportDatabase db) : ImportTest(db)
{
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    [Fact]
    public async Task A_district_that_is_not_there_is_named_with_those_that_are()
    {
        var refusal = await Assert.ThrowsAsync<ImportRefusedException>(() => RunAsync(new(Write(), "000000")));
        Assert.Equal("unknown-district", refusal.Code);
        Assert.Contains("某县", refusal.Text.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        var refusal = await Assert.ThrowsAsync<ImportRefusedException>(() => RunAsync(new("no-such-file.zip", District)));
        Assert.Equal("file-unreadable", refusal.Code);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(1500)]
    public async Task A_broken_zip_is_refused(int length)
    {
        var path = Write();
        await File.WriteAllBytesAsync(path, (await File.ReadAllBytesAsync(path, Cancel))[..length], Cancel);
        Assert.Equal("not-a-zip", (await Assert.ThrowsAsync<ImportRefusedException>(() => RunAsync(new(path, District)))).Code);
    }

    [Fact]
    public async Task Every_flipped_byte_is_noticed_or_harmless()
    {
        var path = Write();
        var bytes = await File.ReadAllBytesAsync(path, Cancel);
        for (var at = 0; at < bytes.Length; at += 37)
        {
            var damaged = (byte[])bytes.Clone();
            damaged[at] ^= 0x55;
            await File.WriteAllBytesAsync(path, damaged, Cancel);
            try
            {
                Assert.Empty((await RunAsync(new(path, District) { DryRun = true })).Findings);
            }
            catch (ImportRefusedException refusal)
            {
                Assert.NotEmpty(refusal.Text.Chinese);
            }
        }
    }

    [Fact]
    public async Task Another_archive_is_no_bundle()
    {
        Bundle.RemoveFile("manifest.csv");
        Assert.Equal("missing-manifest", (await RefusalAsync()).Code);
    }

    [Theory]
    [InlineData("orgs.csv")]
    [InlineData("users.csv")]
    [InlineData("roles.csv")]
    [InlineData("classes.csv")]
    [InlineData("enrollments.csv")]
    [InlineData("academicSessions.csv")]
    public async Task A_missing_file_is_named(string file)
    {
        Bundle.RemoveFile(file);
        var refusal = await RefusalAsync();
        Assert.Equal("missing-files", refusal.Code);
        Assert.Contains(file, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("oneroster.version", "2.0", "wrong-version")]
    [InlineData("oneroster.version", "", "wrong-version")]
    [InlineData("manifest.version", "9", "invalid-manifest")]
    [InlineData("file.users", "delta", "delta-not-supported")]
    [InlineData("file.users", "absent", "missing-files")]
    [InlineData("file.users", "full", "invalid-manifest")]
    public async Task A_manifest_that_says_something_else_is_refused(string property, string value, string code)
    {
        for (var line = 2; line <= Bundle.Lines("manifest.csv"); line++)
            if (Bundle.Value("manifest.csv", line, "propertyName") == property) Bundle.Set("manifest.csv", line, "value", value);
        Assert.Equal(code, (await RefusalAsync()).Code);
    }

    [Fact]
    public async Task Courses_may_be_absent()
    {
        Bundle.Set("manifest.csv", 6, "value", "absent").RemoveFile("courses.csv");
        Assert.Empty((await DryRunAsync()).Findings);
    }

    [Fact]
    public async Task Missing_columns_are_named_all_at_once()
    {
        Bundle.RemoveColumn("users.csv", "identifier").RemoveColumn("users.csv", "familyName");
        var refusal = await RefusalAsync();
        Assert.Equal("missing-columns", refusal.Code);
        Assert.Equal("The header of users.csv (line 1) lacks the columns familyName, identifier.", refusal.Message);
    }

    [Fact]
    public async Task A_column_twice_is_refused_and_columns_of_others_are_fine()
    {
        Bundle.RenameColumn("users.csv", "email", "metadata.ours").RenameColumn("users.csv", "phone", "");
        Assert.Empty((await DryRunAsync()).Findings);
        Bundle.RenameColumn("users.csv", "metadata.ours", "identifier");
        Assert.Equal("duplicate-column", (await RefusalAsync()).Code);
    }

    [Fact]
    public async Task A_bundle_in_a_folder_of_its_own_and_with_byte_order_marks_is_read()
    {
        foreach (var file in Bundle.Files.ToList()) Bundle.Raw[$"roster/{file}"] = [0xEF, 0xBB, 0xBF, .. Bundle.Bytes(file)];
        foreach (var file in Bundle.Files.ToList()) Bundle.RemoveFile(file);
        Bundle.Raw["__MACOSX/roster/._manifest.csv"] = [0];
        Assert.Empty((await DryRunAsync()).Findings);
    }

    [Theory]
    [InlineData("../orgs.csv")]
    [InlineData("/orgs.csv")]
    [InlineData("a/../../orgs.csv")]
    [InlineData("..\\orgs.csv")]
    [InlineData("C:orgs.csv")]
    public async Task A_name_that_leaves_the_archive_is_refused(string name)
    {
        Bundle.Raw[name] = [];
        Assert.Equal("unsafe-name", (await RefusalAsync()).Code);
    }

    [Theory]
    [InlineData("utf-16", "UTF-16")]
    [InlineData("utf-16BE", "UTF-16")]
    [InlineData("utf-32", "UTF-32")]
    [InlineData("GB18030", "GB18030")]
    public async Task Another_encoding_is_named(string encoding, string shown)
    {
        var into = encoding == "GB18030" ? Gb18030 : Encoding.GetEncoding(encoding);
        Bundle.Raw["users.csv"] = [.. into.GetPreamble(), .. into.GetBytes(Encoding.UTF8.GetString(Bundle.Bytes("users.csv")))];
        var refusal = await RefusalAsync();
        Assert.Equal("wrong-encoding", refusal.Code);
        Assert.Contains(shown, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_byte_that_is_no_utf8_is_refused_with_its_line()
    {
        var bytes = Bundle.Bytes("users.csv");
        bytes[Array.LastIndexOf(bytes, (byte)',') - 3] = 0xFF;
        Bundle.Raw["users.csv"] = bytes;
        var refusal = await RefusalAsync();
        Assert.Equal("wrong-encoding", refusal.Code);
        Assert.Contains("line 6", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_zip_bomb_is_refused_before_it_is_unpacked()
    {
        Bundle.Raw["users.csv"] = new byte[20 << 20];
        Assert.Equal("zip-bomb", (await RefusalAsync()).Code);
        Assert.Equal("file-too-big", (await RefusalAsync(new() { FileBytes = 10 << 20 })).Code);
    }

    [Fact]
    public async Task A_file_that_unpacks_to_more_than_it_declares_is_refused()
    {
        Bundle.Raw["users.csv"] = [.. Bundle.Bytes("users.csv"), .. Enumerable.Repeat((byte)'\n', 500_000)];
        var path = Write();
        var bytes = await File.ReadAllBytesAsync(path, Cancel);
        using (var archive = ZipFile.OpenRead(path))
            DeclareLength(bytes, (uint)archive.GetEntry("users.csv")!.Length, 100);
        await File.WriteAllBytesAsync(path, bytes, Cancel);
        Assert.Equal("zip-damaged", (await Assert.ThrowsAsync<ImportRefusedException>(() => RunAsync(new(path, District)))).Code);
    }

    [Fact]
    public async Task A_million_columns_an_endless_line_and_an_open_quote_are_refused_in_flat_memory()
    {
        Bundle.Raw["users.csv"] = Encoding.UTF8.GetBytes(string.Join(',', Enumerable.Range(0, 1_000_000)));
        Assert.Equal("too-many-columns", (await RefusalAsync()).Code);

        var noise = new byte[3 << 20];
        new Random(1).NextBytes(noise);
        Bundle.Raw["users.csv"] = [.. Bundle.Bytes("users.csv"), .. noise.Select(b => (byte)('a' + (b % 26)))];
        Assert.Equal("row-too-long", (await RefusalAsync()).Code);

        Bundle.Raw["users.csv"] = [.. Bundle.Bytes("users.csv"), .. "t9,active,,\"true\r\n\r\n"u8];
        var refusal = await RefusalAsync();
        Assert.Equal("unclosed-quote", refusal.Code);
        Assert.Contains("line 7", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_rows_and_too_many_files_are_refused()
    {
        Assert.Equal("too-many-rows", (await RefusalAsync(new() { Rows = 4 })).Code);
        Assert.Equal("too-many-rows", (await RefusalAsync(new() { KeptRows = 4 })).Code);
        Assert.Equal("too-many-entries", (await RefusalAsync(new() { Entries = 3 })).Code);
        Assert.Equal("archive-too-big", (await RefusalAsync(new() { ArchiveBytes = 100 })).Code);
    }

    [Fact]
    public async Task An_encrypted_file_is_refused()
    {
        var path = Write();
        var bytes = await File.ReadAllBytesAsync(path, Cancel);
        var central = bytes.AsSpan().IndexOf("PK\x01\x02"u8);
        bytes[central + 8] |= 1;
        await File.WriteAllBytesAsync(path, bytes, Cancel);
        Assert.Equal("zip-encrypted", (await Assert.ThrowsAsync<ImportRefusedException>(() => RunAsync(new(path, District)))).Code);
    }

    /// <summary>Overwrites a length wherever the archive states it.</summary>
    private static void DeclareLength(byte[] archive, uint from, uint to)
    {
        var (old, replacement) = (BitConverter.GetBytes(from), BitConverter.GetBytes(to));
        for (var at = archive.AsSpan().IndexOf(old); at >= 0; at = archive.AsSpan().IndexOf(old)) replacement.CopyTo(archive, at);
    }
}
