using System.Text;
using HomeroomGraph.Data.Import;

namespace HomeroomGraph.Data.Tests.Import.Rolls;

/// <summary>What a teacher roll brings, whatever file it comes in.</summary>
public sealed class RollTests(ImportDatabase db) : RollTest(db)
{
    [Fact, Trait("Rule", "O5")]
    public async Task It_records_what_the_roll_says_of_each_teacher()
    {
        await StoreRosterAsync();
        var report = await RollAsync();

        Assert.Empty(report.Findings);
        Assert.Equal(ImportOutcome.Applied, report.Outcome);
        Assert.Equal((5, 5, 5), (Of(report, RecordKind.RollEntry).Read, Accepted(report, RecordKind.RollEntry), Of(report, RecordKind.RollEntry).Changed));
        Assert.Equal("male active 2004-08-20 60 语文 third@2026-09-01", await TeacherAsync("1001"));
        Assert.Equal("female retired 2020-08-01 24 化学+生物学 senior@2026-09-01", await TeacherAsync("1005"));
    }

    public static TheoryData<string> Forms => ["utf-8", "utf-8 with a mark", "gb18030"];

    [Theory, MemberData(nameof(Forms))]
    public async Task A_csv_file_gives_the_same_as_a_workbook(string form)
    {
        await StoreRosterAsync();
        Set(4, "参加工作时间", "2019-02-30");
        Set(7, "班主任年限", "=1+1");
        var workbook = await RollAsync(dryRun: true);
        var csv = await RollAsync(Csv(EncodingOf(form)), dryRun: true);

        Assert.Equal(workbook.Findings.Select(Told), csv.Findings.Select(Told));
        Assert.Equal(["Error 4 参加工作时间 no-such-date", "Error 7 班主任年限 formula"], csv.Findings.Select(Told));
        Assert.Equal(workbook.Counts, csv.Counts);
    }

    [Fact]
    public async Task The_same_roll_again_changes_nothing_and_a_changed_one_just_what_changed()
    {
        await StoreRosterAsync();
        await RollAsync();
        var logged = await Db.LoggedAsync(District);

        var again = await RollAsync(Csv(new UTF8Encoding(true)));
        Assert.All(again.Counts, c => Assert.Equal((0, 0, 0), (c.Created, c.Changed, c.Withdrawn)));
        Assert.Equal(logged, await Db.LoggedAsync(District));

        Set(3, "任教学科", "语文、书法");
        var changed = await RollAsync();
        Assert.Equal([RecordKind.TaughtSubject, RecordKind.Subject], changed.Counts.Where(c => c.Created + c.Changed + c.Withdrawn > 0).Select(c => c.Kind));
        Assert.Equal("male active 2004-08-20 60 书法+语文 third@2026-09-01", await TeacherAsync("1001"));
    }

    [Fact]
    public async Task A_refused_or_dry_run_changes_nothing()
    {
        await StoreRosterAsync();
        var logged = await Db.LoggedAsync(District);
        await RollAsync(dryRun: true);
        Set(3, "姓名", "");
        Assert.Equal(ImportOutcome.Refused, (await RollAsync()).Outcome);
        Assert.Equal(logged, await Db.LoggedAsync(District));
    }

    [Fact]
    public async Task Good_rows_can_be_taken_without_the_wrong_ones()
    {
        await StoreRosterAsync();
        Set(3, "姓名", "");
        var report = await RollAsync(acceptGood: true);
        Assert.Equal((ImportOutcome.Applied, 4), (report.Outcome, Accepted(report, RecordKind.RollEntry)));
        Assert.Equal("active 0", await TeacherAsync("1001"));
    }

    [Fact]
    public async Task What_the_roll_leaves_empty_stays()
    {
        await StoreRosterAsync();
        await RollAsync();
        foreach (var column in new[] { "性别", "任教学科", "职称", "参加工作时间", "班主任年限", "状态" }) Set(3, column, "");
        Assert.Empty((await RollAsync()).Findings);
        Assert.Equal("male active 2004-08-20 60 语文 third@2026-09-01", await TeacherAsync("1001"));
    }

    [Fact]
    public async Task Service_that_is_kept_here_already_is_not_counted_twice()
    {
        await StoreRosterAsync();
        await Db.RunAsync(
            """
            update homeroom.appointment a set starts_on = '2024-09-01' from homeroom.teacher t, homeroom.district d
            where d.code = $1 and t.district_id = d.district_id and t.staff_number = '1001'
              and a.district_id = t.district_id and a.teacher_id = t.teacher_id
            """, District);
        await RollAsync();
        Assert.Contains(" 36 ", await TeacherAsync("1001"), StringComparison.Ordinal);
        Assert.All((await RollAsync()).Counts, c => Assert.Equal(0, c.Changed));
    }

    [Fact]
    public async Task A_title_with_its_date_follows_the_one_before()
    {
        await StoreRosterAsync();
        await RollAsync();
        Rows[1] = [.. Rows[1], "评聘时间"];
        Rows[2] = [.. Rows[2], "2026.11"];
        Set(3, "职称", "中小学二级教师");
        var report = await RollAsync();
        Assert.Equal((1, 1), (Of(report, RecordKind.Title).Created, Of(report, RecordKind.Title).Withdrawn));
        Assert.EndsWith("third@2026-09-01-2026-11-01+second@2026-11-01", await TeacherAsync("1001"), StringComparison.Ordinal);

        foreach (var day in new[] { "2026-10-05", "2026-11-10" })
        {
            Rows[2][^1] = day;
            Assert.Equal(1, Of(await RollAsync(), RecordKind.Title).Changed);
            Assert.EndsWith($"third@2026-09-01-{day}+second@{day}", await TeacherAsync("1001"), StringComparison.Ordinal);
        }
        Rows[2][^1] = "2026-09-01";
        Assert.Equal(["Error 3 评聘时间 title-before-earlier"], (await RollAsync()).Findings.Select(Told));
    }

    [Fact]
    public async Task A_school_that_the_roster_left_out_is_no_new_mistake()
    {
        Bundle.Set("orgs.csv", 3, "identifier", "12345");
        await StoreRosterAsync(acceptGood: true);
        var report = await RollAsync();

        Assert.Empty(report.Findings);
        Assert.Equal((5, 2), (Of(report, RecordKind.RollEntry).Read, Accepted(report, RecordKind.RollEntry)));
        var aside = Assert.Single(report.Skipped);
        Assert.Equal(3, aside.Count);
        Assert.Contains("orgs.csv line 3", aside.What.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_school_that_nobody_knows_is_one_mistake_with_its_teachers_as_consequence()
    {
        await StoreRosterAsync();
        for (var i = 0; i < 3; i++) Rows.Add([$"900{i}", "某人", "男", "9999999999", "某校", "语文", "", "", "", ""]);
        var report = await RollAsync(dryRun: true);
        var finding = Assert.Single(report.Findings);
        Assert.Equal(("Error 8 学校标识码 no-such-school", "RollEntry 2"), (Told(finding), Along(finding)));
    }

    [Fact]
    public async Task A_school_office_brings_only_its_own_teachers()
    {
        await StoreRosterAsync();
        var school = await Db.ScalarAsync<long>(
            "select school_id from homeroom.school join homeroom.district d using (district_id) where d.code = $1 and school.code = '2137000001'", District);
        var report = await Import.RunAsync(new(Xlsx(), District) { DryRun = true, SchoolId = school }, null, Cancel);
        Assert.Equal(["Error 6 教职工号 not-of-own-school", "Error 7 教职工号 not-of-own-school"], report.Findings.Select(Told));
    }

    private static Encoding EncodingOf(string form) => form switch
    {
        "gb18030" => CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!,
        _ => new UTF8Encoding(form.EndsWith("mark", StringComparison.Ordinal)),
    };

    private static ImportCount Of(ImportReport report, RecordKind kind) => report.CountOf(kind);
}
