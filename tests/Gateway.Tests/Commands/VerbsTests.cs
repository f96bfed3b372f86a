using System.IO.Compression;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Commands;

/// <summary>The verbs as a user calls them.</summary>
public sealed class VerbsTests(TestDatabase test) : IClassFixture<TestDatabase>, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("homeroomgraph-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Schema_print_needs_no_database()
    {
        var run = await RunAsync("schema", "print");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Contains("type School implements Node", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Seed_demo_can_be_run_again()
    {
        var first = await RunAsync("seed", "demo");
        var schools = await CountAsync("select count(*) from homeroom.school");
        var second = await RunAsync("seed", "demo");

        Assert.Equal((0, ""), (first.ExitCode, first.Errors));
        Assert.Equal((0, ""), (second.ExitCode, second.Errors));
        Assert.NotEqual(0, schools);
        Assert.Equal(schools, await CountAsync("select count(*) from homeroom.school"));
    }

    [Theory]
    [InlineData("migrate")]
    [InlineData("import")]
    [InlineData("seed")]
    [InlineData("seed", "demo")]
    [InlineData("schema", "print")]
    [InlineData("schema", "check")]
    [InlineData("schema", "update")]
    public async Task Every_verb_explains_itself(params string[] verb)
    {
        var run = await RunAsync([.. verb, "--help"]);

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Contains("Usage:", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-such.zip", "import", "oneroster", "no-such.zip", "--district", "371723")]
    [InlineData("--district", "import", "oneroster", "HomeroomGraph.Gateway.dll")]
    [InlineData("oneroster", "import", "excel", "HomeroomGraph.Gateway.dll", "--district", "371723")]
    [InlineData("required", "seed")]
    public async Task A_wrong_call_is_told_what_is_wrong(string said, params string[] arguments)
    {
        var run = await RunAsync(arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(said, run.Errors, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_zip_and_an_unknown_district_are_refused()
    {
        var broken = await WriteAsync("PK not really"u8.ToArray());
        var empty = await WriteAsync(EmptyZip());

        foreach (var run in new[]
        {
            await RunAsync("import", "oneroster", broken, "--district", "370829"),
            await RunAsync("import", "oneroster", empty, "--district", "000000"),
        })
        {
            Assert.Equal(1, run.ExitCode);
            Assert.StartsWith("Import refused", run.Errors, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
        }
    }

    private Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments) =>
        ProgramRun.ToEndAsync(arguments, ("ConnectionStrings__Homeroom", test.ConnectionString), ("LANG", "en_US.UTF-8"));

    private async Task<long> CountAsync(string sql)
    {
        await using var command = test.Database.Owner.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private static byte[] EmptyZip()
    {
        using var bytes = new MemoryStream();
        using (new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
        }

        return bytes.ToArray();
    }

    private async Task<string> WriteAsync(byte[] content)
    {
        var path = Path.Combine(folder.FullName, Path.GetRandomFileName() + ".zip");
        await File.WriteAllBytesAsync(path, content, TestContext.Current.CancellationToken);
        return path;
    }
}
