using HomeroomGraph.Data.Import;
using HomeroomGraph.Data.Import.Regions;

namespace HomeroomGraph.Data.Tests.Import.Regions;

/// <summary>Provinces, cities and counties by GB/T 2260.</summary>
public sealed class RegionTests(ImportDatabase db) : IClassFixture<ImportDatabase>, IDisposable
{
    private readonly string folder = ScratchFiles.NewFolder();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task The_list_comes_with_the_program_and_a_code_that_another_lacks_ends_and_is_kept()
    {
        var first = await RunAsync(null);
        Assert.Empty(first.Findings);
        Assert.Equal(3, Assert.Single(first.Skipped).Count);
        Assert.Equal((3348, 0), (Count(first).Created, Count(first).Changed));
        Assert.Equal("成武县 county 371700", await RegionAsync("371723"));
        Assert.Equal(31L, await db.ScalarAsync<long>("select count(*) from reference.region where level = 'province'"));

        var again = await RunAsync(null);
        Assert.Equal((0, 0, 0), (Count(again).Created, Count(again).Changed, Count(again).Withdrawn));

        // A list of one province alone would end all the others: nothing happens unless that is what is wanted.
        var part = Pca("""[{"code":"37","name":"山东省","children":[{"code":"3717","name":"菏泽市","children":[{"code":"371723","name":"成武区"}]}]}]""");
        var refused = await RunAsync(part);
        Assert.Equal(("lacks-many", ImportOutcome.Refused), (Assert.Single(refused.Findings).Code, refused.Outcome));
        Assert.Equal(0L, await db.ScalarAsync<long>("select count(*) from reference.region where until is not null"));

        var other = await RunAsync(part, acceptGood: true);
        Assert.Equal((0, 1, 3345), (Count(other).Created, Count(other).Changed, Count(other).Withdrawn));
        Assert.Equal("成武区 county 371700", await RegionAsync("371723"));
        Assert.Equal(3345L, await db.ScalarAsync<long>("select count(*) from reference.region where until = '2026-11-16'"));

        Assert.Equal(3346, Count(await RunAsync(null)).Changed);
        Assert.Equal(0L, await db.ScalarAsync<long>("select count(*) from reference.region where until is not null"));
    }

    [Fact]
    public async Task Files_side_by_side_are_read_as_csv()
    {
        File.WriteAllText(Path.Combine(folder, "provinces.csv"), "code,name\n37,\"山东省\"\n");
        File.WriteAllText(Path.Combine(folder, "cities.csv"), "code,name,provinceCode\n3717,\"菏泽市\",37\n");
        File.WriteAllText(Path.Combine(folder, "areas.csv"), "code,name,cityCode,provinceCode\n371723,\"成武县\",3717,37\n379923,\"某县\",3799,37\nx,\"y\",3717,37\n");
        var report = await RunAsync(Path.Combine(folder, "areas.csv"), dryRun: true);
        Assert.Equal((5, 3), (Count(report).Read, Count(report).Accepted));
        Assert.Equal(["areas.csv 3 no-parent", "areas.csv 4 not-a-code"], report.Findings.Where(f => f.Code != "lacks-many").Select(f => $"{f.File} {f.Line} {f.Code}"));
    }

    [Fact]
    public async Task Something_else_is_refused() =>
        Assert.Equal("not-a-list-of-regions", (await Assert.ThrowsAsync<ImportRefusedException>(() => RunAsync(Pca("{}")))).Code);

    private Task<ImportReport> RunAsync(string? path, bool dryRun = false, bool acceptGood = false) =>
        new RegionImport(db.Database.Writer, new BusinessClock(TimeProvider.System, ImportDatabase.Today)).RunAsync(path, dryRun, acceptGood, Cancel);

    private string Pca(string json)
    {
        var path = Path.Combine(folder, "pca-code.json");
        File.WriteAllText(path, json);
        return path;
    }

    private Task<string> RegionAsync(string code) =>
        db.ScalarAsync<string>("select concat_ws(' ', name, level, parent_id) from reference.region where code = $1", code);

    private static ImportCount Count(ImportReport report) => report.CountOf(RecordKind.Region);
}
