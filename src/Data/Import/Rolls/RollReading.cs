using HomeroomGraph.Data.Import.Sheets;

namespace HomeroomGraph.Data.Import.Rolls;

/// <summary>Reads the sheets of a roll and checks each row; only good rows are kept, and only what they say.</summary>
internal sealed class RollReading(SpreadsheetFile file, StoredStaff staff, ImportWork work)
{
    private const int RowsBetweenSigns = 1_000;

    private readonly RollRules rules = new(staff, work);
    private readonly List<LeftAside> aside = [];
    private readonly List<string> files = [];

    public List<RollRow> Good { get; } = [];
    public int RowsRead { get; private set; }
    public IReadOnlyList<string> Files => files;
    public IReadOnlyList<LeftAside> Aside => [.. rules.Hanging(work.Request.FileName), .. aside];

    public void ReadAll()
    {
        var withoutTable = new List<string>();
        foreach (var sheet in file.Sheets)
        {
            using (sheet)
            {
                if (SheetTable.Find(sheet, RollHeadings.All, RollHeadings.Required, work.Log) is { } table) Read(table);
                else withoutTable.Add(sheet.File);
            }
        }
        if (files.Count == 0)
            throw new ImportRefusedException(
                "no-header",
                $"{work.Request.FileName} 中找不到表头：前 30 行里没有同时含有“{RollHeadings.StaffNumber.Name}”和“{RollHeadings.Name.Name}”的一行。",
                $"{work.Request.FileName} has no header: none of the first 30 rows has both {RollHeadings.StaffNumber.Name} (staff number) and "
                + $"{RollHeadings.Name.Name} (name), or a usual word for them.");
        foreach (var name in withoutTable) Leave(name, 1, "没有花名册表头的工作表", "sheet without the header of a roll");
        foreach (var name in file.HiddenSheets) Leave(name, 1, "隐藏的工作表", "hidden sheet");
    }

    private void Read(SheetTable table)
    {
        files.Add(table.File);
        while (table.Read())
        {
            var row = new RollRow(table, work.Today);
            if (rules.Check(row, table)) Keep(row, table);
            if (++RowsRead % RowsBetweenSigns != 0) continue;
            work.Cancel.ThrowIfCancellationRequested();
            work.Report(ImportStep.Reading, table.File, RowsRead);
        }
        work.Report(ImportStep.Reading, table.File, RowsRead);
        if (table.RowsAside > 0)
            Leave(table.File, table.RowsAside, "表头重复、标题、合计、签字等行", "repeated headers, captions, sums and signatures");
        if (table.Unused is [_, ..] unused)
            Leave(table.File, unused.Count, $"不导入的列：{string.Join("、", unused)}", $"columns that are not imported: {string.Join(", ", unused)}");
    }

    private void Keep(RollRow row, SheetTable table)
    {
        if (Good.Count == work.Request.Limits.KeptRows)
            throw new ImportRefusedException(
                "too-many-rows",
                $"{table.File} 中需要保存的行超过 {work.Request.Limits.KeptRows} 行，超出一个区县的规模。",
                $"{table.File} has more than {work.Request.Limits.KeptRows} rows to store, beyond the size of a district.");
        Good.Add(row);
    }

    private void Leave(string name, int count, string chinese, string english) => aside.Add(new(name, new(chinese, english), count));
}
