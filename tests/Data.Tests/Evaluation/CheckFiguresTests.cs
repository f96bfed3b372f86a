using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Data.Tests.Evaluation;

/// <summary>The database's figures against a computation of our own over random checks.</summary>
public sealed class CheckFiguresTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    private static readonly DateOnly FirstDay = new(2026, 9, 1);

    private NpgsqlDataSource Writer => test.Database.Writer;

    [Theory]
    [Trait("Rule", "E3")]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Weeks_and_months_are_what_the_sheets_say(int seed)
    {
        var d = await CheckDistrict.CreateAsync(Writer);
        var classes = (await d.AddClassesAsync(3, 7)).Select(id => (Id: id, Grade: (short)3))
            .Concat((await d.AddClassesAsync(4, 2)).Select(id => (Id: id, Grade: (short)4))).ToArray();
        var sheets = await EnterAtRandomAsync(d, classes, new Random(seed));

        for (short week = 1; week <= 6; week++)
        {
            var monday = new DateOnly(2026, 8, 31).AddDays(7 * (week - 1));
            Assert.Equal(
                Expected(sheets, 3, monday, monday.AddDays(7)),
                await FiguresAsync("homeroom.week_ranking($1, $2, 3::smallint, $3, $4)", d.Id, d.School, d.Semester, week));
        }

        foreach (var month in new[] { new DateOnly(2026, 9, 1), new DateOnly(2026, 10, 1) })
        {
            Assert.Equal(
                Expected(sheets, 4, month, month.AddMonths(1)),
                await FiguresAsync("homeroom.month_summary($1, $2, 4::smallint, $3)", d.Id, d.School, month.AddDays(seed)));
        }
    }

    [Fact]
    [Trait("Rule", "E3")]
    public async Task Equal_averages_share_a_rank_and_a_void_sheet_counts_nowhere()
    {
        var d = await CheckDistrict.CreateAsync(Writer);
        var classes = await d.AddClassesAsync(5, 4);
        await d.EnterAsync(classes[0], 0, "2026-09-02", (0, 5));
        await d.EnterAsync(classes[1], 1, "2026-09-02", (0, 0));
        await d.EnterAsync(classes[2], 0, "2026-09-02", (0, 0));
        var mistaken = await d.EnterAsync(classes[3], 0, "2026-09-02");
        await d.CorrectAsync(mistaken, "update homeroom.check_sheet set is_void = true where check_sheet_id = $1", mistaken);

        // 45 of 50 and 90 of 100 are the same, 40 of 50 comes third.
        Assert.Equal(
            [$"{classes[0]} 1 45.00 50.00 90.00 1", $"{classes[1]} 1 90.00 100.00 90.00 1", $"{classes[2]} 1 40.00 50.00 80.00 3"],
            await FiguresAsync("homeroom.week_ranking($1, $2, 5::smallint, $3, 1::smallint)", d.Id, d.School, d.Semester));
    }

    [Theory]
    [Trait("Rule", "O4")]
    [InlineData((short)1, "2026-09-01 2026-09-07")]
    [InlineData((short)2, "2026-09-07 2026-09-14")]
    [InlineData((short)21, "2027-01-18 2027-01-23")]
    [InlineData((short)22, null)]
    [InlineData((short)0, null)]
    public async Task A_week_is_cut_off_where_the_semester_begins_and_ends(short week, string? days)
    {
        var d = await CheckDistrict.CreateAsync(Writer);
        Assert.Equal(
            days ?? "",
            await Writer.ScalarAsync<string>("select concat_ws(' ', from_day, until_day) from homeroom.week_of($1, $2, $3)", d.Id, d.Semester, week));
    }

    private Task<List<string>> FiguresAsync(string from, params object[] parameters) => Writer.ColumnAsync<string>(
        $"select concat_ws(' ', class_id, sheet_count, total, full_marks, average, rank) from {from} order by class_id", parameters);

    private static List<string> Expected(List<Entered> sheets, short grade, DateOnly from, DateOnly until)
    {
        var averages = sheets.Where(s => s.Grade == grade && s.Day >= from && s.Day < until && !s.IsVoid).GroupBy(s => s.Class)
            .Select(g => (Class: g.Key, Count: g.Count(), Total: g.Sum(s => s.Total), Full: g.Sum(s => s.Full)))
            .Select(c => (c, Average: Math.Round(c.Total * 100 / c.Full, 2, MidpointRounding.AwayFromZero))).ToList();
        return [.. averages.OrderBy(a => a.c.Class).Select(a => FormattableString.Invariant(
            $"{a.c.Class} {a.c.Count} {a.c.Total:0.00} {a.c.Full:0.00} {a.Average:0.00} {1 + averages.Count(other => other.Average > a.Average)}"))];
    }

    /// <summary>Six weeks of both rounds, with gaps, lines, corrections and sheets that are void.</summary>
    private static async Task<List<Entered>> EnterAtRandomAsync(CheckDistrict d, (long Id, short Grade)[] classes, Random random)
    {
        var sheets = new List<Entered>();
        foreach (var (id, grade) in classes)
        {
            for (var day = FirstDay; day < FirstDay.AddDays(40); day = day.AddDays(1 + random.Next(4)))
            {
                var round = random.Next(2);
                var full = round == 0 ? 50 : 100;
                var lines = Enumerable.Range(0, full / 10).Where(_ => random.Next(4) == 0)
                    .Select(item => (Item: item, Points: random.Next(20) / 2m)).ToArray();
                var sheet = await d.EnterAsync(id, round, $"{day:yyyy-MM-dd}", lines);
                var isVoid = random.Next(10) == 0;
                if (isVoid)
                    await d.CorrectAsync(sheet, "update homeroom.check_sheet set is_void = true where check_sheet_id = $1", sheet);
                if (lines.Length > 0 && random.Next(5) == 0)
                {
                    await d.CorrectAsync(sheet, "update homeroom.check_line set points = 0 where check_sheet_id = $1", sheet);
                    lines = [.. lines.Select(line => (line.Item, 0m))];
                }

                sheets.Add(new(id, grade, day, full - lines.Sum(line => 10 - line.Points), full, isVoid));
            }
        }

        return sheets;
    }

    private sealed record Entered(long Class, short Grade, DateOnly Day, decimal Total, int Full, bool IsVoid);
}
