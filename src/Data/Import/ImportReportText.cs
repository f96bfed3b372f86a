using System.Globalization;
using System.Text;

namespace HomeroomGraph.Data.Import;

/// <summary>A report as plain text for a console, in Chinese or English.</summary>
public static class ImportReportText
{
    private static readonly Bilingual[] Headings =
    [
        new("", ""), new("行数", "rows"), new("有效", "accepted"), new("新增", "new"), new("更改", "changed"),
        new("未变", "unchanged"), new("撤销", "withdrawn"), new("文件中没有", "not in file"),
    ];

    public static string Of(ImportReport report, CultureInfo culture)
    {
        var text = new StringBuilder();
        text.AppendLine($"{report.Format} · {report.FileName} → {report.DistrictCode} {report.DistrictName}".TrimEnd(' ', '→'));
        if (report.Interrupted is { } interrupted) text.AppendLine(interrupted.In(culture));
        text.AppendLine();
        AppendCounts(text, report, culture);
        AppendSkipped(text, report, culture);
        AppendFindings(text, report, culture);
        text.AppendLine().AppendLine(Conclusion(report).In(culture));
        return text.ToString();
    }

    /// <summary>Why an import was refused as a whole.</summary>
    public static string Of(ImportRefusedException refusal, CultureInfo culture) =>
        new Bilingual($"导入被拒绝（{refusal.Code}）：{refusal.Text.Chinese}", $"Import refused ({refusal.Code}): {refusal.Text.English}").In(culture);

    private static void AppendCounts(StringBuilder text, ImportReport report, CultureInfo culture)
    {
        var rows = new List<string[]> { Array.ConvertAll(Headings, h => h.In(culture)) };
        foreach (var count in report.Counts)
            rows.Add(
            [
                count.Kind.Name().In(culture), .. new[]
                {
                    count.Read, count.Accepted, count.Created, count.Changed, count.Unchanged, count.Withdrawn, count.NotInFile,
                }.Select(n => n.ToString(CultureInfo.InvariantCulture)),
            ]);
        var widths = Enumerable.Range(0, Headings.Length).Select(column => rows.Max(row => Width(row[column]))).ToArray();
        foreach (var row in rows)
            text.AppendLine(string.Join("  ", row.Select((cell, column) => column == 0 ? PadRight(cell, widths[0]) : PadLeft(cell, widths[column]))));
    }

    private static void AppendSkipped(StringBuilder text, ImportReport report, CultureInfo culture)
    {
        if (report.Skipped.Count == 0) return;
        text.AppendLine().AppendLine(new Bilingual("未导入且无误的内容：", "Left aside, no fault of the file:").In(culture));
        foreach (var skipped in report.Skipped)
            text.AppendLine(CultureInfo.InvariantCulture, $"  {skipped.File}: {skipped.Count} · {skipped.What.In(culture)}");
    }

    private static void AppendFindings(StringBuilder text, ImportReport report, CultureInfo culture)
    {
        if (report.Findings.Count == 0) return;
        text.AppendLine().AppendLine(new Bilingual(
            $"错误 {report.Errors} 处，提示 {report.Warnings} 处：",
            $"{Counted(report.Errors, "error")}, {Counted(report.Warnings, "warning")}:").In(culture));
        foreach (var finding in report.Findings) AppendFinding(text, finding, culture);
        var more = report.Errors + report.Warnings - report.Findings.Count;
        if (more > 0) text.AppendLine(new Bilingual($"  ……另有 {more} 处", $"  … and {more} more").In(culture));
    }

    private static void AppendFinding(StringBuilder text, Finding finding, CultureInfo culture)
    {
        var severity = finding.Severity == Severity.Error ? new Bilingual("错误", "error") : new Bilingual("提示", "warning");
        var place = new Bilingual($"{finding.File} 第 {finding.Line} 行", $"{finding.File} line {finding.Line}");
        text.Append(CultureInfo.InvariantCulture, $"  {severity.In(culture)}  {place.In(culture)}");
        if (finding.Column.Length > 0) text.Append(CultureInfo.InvariantCulture, $"  {finding.Column}");
        if (finding.Value.Length > 0) text.Append(CultureInfo.InvariantCulture, $" = \"{finding.Value}\"");
        text.AppendLine(CultureInfo.InvariantCulture, $": {finding.Message.In(culture)}");
        if (finding.Consequences.Count == 0) return;
        var (chinese, english) = finding.ConsequencesText;
        text.AppendLine(new Bilingual($"        因此未导入：{chinese}", $"        left out with it: {english}").In(culture));
    }

    private static Bilingual Conclusion(ImportReport report)
    {
        var (chinese, english) = ($"用时 {report.Elapsed.TotalSeconds:0.0} 秒。", $"It took {report.Elapsed.TotalSeconds:0.0} s.");
        return report.Outcome switch
        {
            ImportOutcome.Applied when report.Counts.All(c => c.Created + c.Changed + c.Withdrawn == 0) =>
                new($"与现有数据一致，无需更改。{chinese}", $"Everything is stored already: nothing was changed. {english}"),
            ImportOutcome.Applied => new($"已写入。{chinese}", $"Stored. {english}"),
            ImportOutcome.DryRun => new($"试运行：未作任何更改。{chinese}", $"Dry run: nothing was changed. {english}"),
            _ => new(
                $"有错误，未作任何更改。请更正后重新导入，或用 --accept-good 导入有效的行。{chinese}",
                $"There are wrong rows, so nothing was changed. Correct them, or take the good rows with --accept-good. {english}"),
        };
    }

    private static string Counted(int count, string thing) => count == 1 ? $"1 {thing}" : $"{count} {thing}s";

    private static string PadLeft(string text, int width) => new string(' ', width - Width(text)) + text;

    private static string PadRight(string text, int width) => text + new string(' ', width - Width(text));

    /// <summary>Columns of a console: a Han character or a full-width mark takes two.</summary>
    private static int Width(string text) => text.Sum(c => c is >= '\u2E80' and <= '\uFFE6' ? 2 : 1);
}
