using System.Text;
using HomeroomGraph.Data.Import;
using HomeroomGraph.Data.Tests.Import.Sheets;

namespace HomeroomGraph.Data.Tests.Import.Rolls;

/// <summary>How people lay out a roll: titles, words for columns, merged cells, sheets, sums, signatures.</summary>
public sealed class RollLayoutTests(ImportDatabase db) : RollTest(db)
{
    [Fact]
    public async Task Usual_words_for_the_columns_are_understood()
    {
        await StoreRosterAsync();
        Rows[1] = ["工 号", "教师姓名*", "性别", "单位代码", "工作单位", "学科", "专业技术职务（现）", "参加工作年月\n(年月)", "任班主任年限", "在职状态"];
        Assert.Empty((await RollAsync()).Findings);
        Assert.Equal("male active 2004-08-20 60 语文 third@2026-09-01", await TeacherAsync("1001"));
    }

    [Fact]
    public async Task A_school_is_found_by_its_name_alone_or_with_the_district_before_it()
    {
        await StoreRosterAsync();
        Rows[1][3] = "备考";
        Set(3, "学校名称", "某县城关小学");
        Assert.Empty((await RollAsync(dryRun: true)).Findings);
        Set(3, "学校名称", "没有的学校");
        Assert.Equal(["Error 3 学校名称 no-such-school"], (await RollAsync(dryRun: true)).Findings.Select(Told));
    }

    [Fact]
    public async Task Rows_that_are_no_data_are_left_aside()
    {
        await StoreRosterAsync();
        Rows.Insert(4, [.. Header]);
        Rows.Insert(5, ["城关小学"]);
        Rows.Add(["", "", "", ""]);
        Rows.Add(["合计", "5人"]);
        Rows.Add(["填表人：某某", "", "", "审核人：某某"]);
        var report = await RollAsync();
        Assert.Empty(report.Findings);
        Assert.Equal((5, 4), (Accepted(report, RecordKind.RollEntry), Assert.Single(report.Skipped).Count));
    }

    [Fact]
    public async Task Columns_that_nobody_asks_for_are_named_and_not_kept()
    {
        await StoreRosterAsync();
        Rows[1] = [.. Rows[1], "身份证号", "联系电话"];
        for (var i = 2; i < Rows.Count; i++) Rows[i] = [.. Rows[i], "370000199001011234", "13800000000"];
        var report = await RollAsync();
        Assert.Contains("身份证号、联系电话", Assert.Single(report.Skipped).What.Chinese, StringComparison.Ordinal);
        Assert.DoesNotContain("370000199001011234", await Db.ContentAsync(District), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Merged_cells_count_for_each_of_their_rows()
    {
        await StoreRosterAsync();
        foreach (var line in new[] { 4, 5 })
        {
            Set(line, "学校标识码", "");
            Set(line, "学校名称", "");
        }
        var path = Kept(new Workbook().Sheet("1", Rows, after:
            "<mergeCells><mergeCell ref=\"A1:J1\"/><mergeCell ref=\"D3:D5\"/><mergeCell ref=\"E3:E5\"/></mergeCells>").Write());
        Assert.Empty((await RollAsync(path)).Findings);
        Assert.Equal(4, (await RollAsync(dryRun: true)).Findings.Count(f => f.Code == "missing") * 2);
    }

    [Fact]
    public async Task A_header_of_two_rows_is_read_through_its_merged_cells()
    {
        await StoreRosterAsync();
        Rows.Insert(1, ["教职工号", "姓名", "基本情况", "", "", "任教", "", "", "", ""]);
        Rows[2] = ["", "", "性别", "学校标识码", "学校名称", "任教学科", "职称", "参加工作时间", "班主任年限", "状态"];
        var path = Kept(new Workbook().Sheet("1", Rows, after: "<mergeCells><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"B2:B3\"/></mergeCells>").Write());
        var report = await RollAsync(path);
        Assert.Empty(report.Findings);
        Assert.Equal("male active 2004-08-20 60 语文 third@2026-09-01", await TeacherAsync("1001"));
    }

    [Fact]
    public async Task Every_visible_sheet_with_a_header_is_read()
    {
        await StoreRosterAsync();
        var path = Kept(new Workbook()
            .Sheet("说明", [["填表说明"], ["请认真填写"]])
            .Sheet("小学", [.. Rows.Take(5)])
            .Sheet("中学", [Rows[1], .. Rows.Skip(5)])
            .Sheet("旧", [Rows[1], ["1001", "李四"]], state: "hidden").Write());
        var report = await RollAsync(path);
        Assert.Empty(report.Findings);
        Assert.Equal(5, Accepted(report, RecordKind.RollEntry));
        Assert.Equal(["没有花名册表头的工作表", "隐藏的工作表"], report.Skipped.Select(s => s.What.Chinese));
    }

    [Fact]
    public async Task Numbers_dates_and_results_of_formulas_are_taken_as_they_are_shown()
    {
        await StoreRosterAsync();
        Set(3, "教职工号", "<t=\"n\"><v>1001</v>");
        Set(3, "学校标识码", "<t=\"n\"><v>2137000001</v>");
        Set(3, "参加工作时间", "<s=\"1\"><v>42239</v>");
        Set(3, "班主任年限", "<><f>2+3</f><v>5</v>");
        Set(4, "参加工作时间", "<s=\"2\"><v>42239.5</v>");
        Set(5, "参加工作时间", "<t=\"d\"><v>2015-08-23T00:00:00</v>");
        Set(6, "姓名", "<t=\"inlineStr\"><is><r><t>刘</t></r><r><t> 萍</t></r><rPh sb=\"0\" eb=\"1\"><t>リュウ</t></rPh></is>");
        Set(6, "任教学科", "<t=\"str\"><f>A1</f><v>物理</v>");
        var report = await RollAsync();
        Assert.Empty(report.Findings);
        foreach (var number in new[] { "1001", "1002", "1003" })
            Assert.Contains("2015-08-23", await TeacherAsync(number), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_without_a_value_is_told()
    {
        await StoreRosterAsync();
        Set(3, "班主任年限", "<><f>1+1</f><v></v>");
        Set(4, "班主任年限", "<t=\"e\"><v>#REF!</v>");
        Set(5, "教职工号", "<t=\"n\"><v>2137102000000123456</v>");
        Set(6, "参加工作时间", "<t=\"n\"><v>2015.1</v>");
        Assert.Equal(
            ["Error 3 班主任年限 formula", "Error 4 班主任年限 spreadsheet-error", "Error 5 教职工号 digits-lost", "Error 6 参加工作时间 month-ambiguous"],
            (await RollAsync(dryRun: true)).Findings.Select(Told));
    }

    [Fact]
    public async Task Days_can_be_counted_from_1904()
    {
        await StoreRosterAsync();
        Set(3, "参加工作时间", "<s=\"1\"><v>40777</v>");
        await RollAsync(Kept(new Workbook { Properties = "<workbookPr date1904=\"1\"/>" }.Sheet("1", Rows).Write()));
        Assert.Contains("2015-08-23", await TeacherAsync("1001"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData('\t')]
    [InlineData(';')]
    public async Task Other_separators_are_understood(char separator)
    {
        await StoreRosterAsync();
        var text = string.Concat(Rows.Select(row => string.Join(separator, row) + "\n"));
        Assert.Empty((await RollAsync(Bytes(Encoding.UTF8.GetBytes(text)))).Findings);
    }

    [Fact]
    public async Task Text_that_keeps_a_spreadsheet_from_reading_a_number_is_understood()
    {
        await StoreRosterAsync();
        Set(3, "教职工号", "=\"1001\"");
        Set(4, "教职工号", "\t1002");
        Set(5, "教职工号", "'1003");
        Assert.Empty((await RollAsync(Csv(Encoding.UTF8))).Findings);
    }

    [Theory]
    [InlineData("姓名", "性别", "no-header")]
    [InlineData("性别", "姓名", "duplicate-column")]
    [InlineData("状态", "性别", "duplicate-column")]
    public async Task A_header_that_can_not_be_understood_is_refused(string column, string name, string code)
    {
        await StoreRosterAsync();
        Rows[1][Array.IndexOf(Header, column)] = name;
        Assert.Equal(code, (await Assert.ThrowsAsync<ImportRefusedException>(() => RollAsync(dryRun: true))).Code);
    }
}
