using HomeroomGraph.Data.Import;

namespace HomeroomGraph.Data.Tests.Import;

/// <summary>
/// Bundles with several mistakes at random: each is reported or harmless, never a crash, and the good rows are stored in
/// exactly the number that the report accepts.
/// </summary>
public sealed class RandomMistakesTests(ImportDatabase db) : ImportTest(db)
{
    private static readonly string[] Values =
    [
        "", " ", "x", "0", "-1", "true", "false", "active", "tobedeleted", "2026-09-01", "2027-07-09", "2027-02-30", "9999-12-31",
        "s1", "s2", "d", "t1", "t4", "k1", "k3", "sm1", "sy", "c1", "teacher", "student", "principal", "primary", "secondary",
        "homeroom", "scheduled", "school", "district", "semester", "schoolYear", "01", "07", "12", "0101", "1001", "九年级2班",
        "2137000001", "1001", "小学", "十二年一贯制学校", "'; drop table x; --", "\u0000", "\u202E", "=1+1", "a,b", "\"", "a\r\nb",
    ];

    private static readonly (string Table, RecordKind Kind)[] Stored =
    [
        ("school", RecordKind.School), ("teacher", RecordKind.Teacher), ("class", RecordKind.Class), ("appointment", RecordKind.Appointment),
        ("employment", RecordKind.Employment), ("school_year", RecordKind.SchoolYear), ("semester", RecordKind.Semester), ("cohort", RecordKind.Cohort),
    ];

    public static TheoryData<int> Seeds => new(Enumerable.Range(1, int.Parse(Environment.GetEnvironmentVariable("IMPORT_SEEDS") ?? "40")));

    [Theory, MemberData(nameof(Seeds))]
    public async Task Whatever_is_wrong_the_report_and_the_database_agree(int seed)
    {
        var random = new Random(seed);
        if (random.Next(2) == 0) await ImportAsync();
        for (var mistakes = random.Next(1, 8); mistakes > 0; mistakes--) Mistake(random);

        var report = await ImportAsync(acceptGood: true);

        foreach (var (table, kind) in Stored)
        {
            var count = report.CountOf(kind);
            Assert.True(count is { Created: >= 0, Changed: >= 0, Unchanged: >= 0 } && count.Accepted <= count.Read, $"{count}");
        }
        await AssertStoredAsync(report);
        var logged = await Db.LoggedAsync(District);
        await ImportAsync(acceptGood: true);
        Assert.Equal(logged, await Db.LoggedAsync(District));
    }

    private void Mistake(Random random)
    {
        var file = Pick(random, [.. Bundle.Files.Where(f => f != "manifest.csv")]);
        var line = random.Next(2, Bundle.Lines(file) + 1);
        var cell = (Pick(random, Bundle.ColumnsOf(file)), Pick(random, Values));
        if (random.Next(5) == 0) Bundle.AddLike(file, line, ("sourcedId", $"new{random.Next(5)}"), cell);
        else Bundle.Set(file, line, cell.Item1, cell.Item2);
    }

    /// <summary>What is stored with a sourcedId is at least what was accepted; a district that was empty has just that.</summary>
    private async Task AssertStoredAsync(ImportReport report)
    {
        foreach (var (table, kind) in Stored)
        {
            var count = report.CountOf(kind);
            var stored = await Db.ScalarAsync<long>(
                $"select count(*) from homeroom.{table} join homeroom.district d using (district_id) where d.code = $1", District);
            Assert.True(stored >= count.Created + count.Unchanged + count.Changed - count.Withdrawn, $"{count}, stored {stored}");
        }
    }

    private static T Pick<T>(Random random, IReadOnlyList<T> from) => from[random.Next(from.Count)];
}
