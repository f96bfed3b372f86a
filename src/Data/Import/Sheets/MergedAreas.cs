using HomeroomGraph.Data.Import.Files;

namespace HomeroomGraph.Data.Import.Sheets;

/// <summary>
/// Cells merged over several rows: each row of the area has the value of its first one, as a reader sees it. Areas merged over
/// columns alone (titles) need nothing.
/// </summary>
internal sealed class MergedAreas
{
    private readonly Dictionary<(int Row, int Column), int> lastRow = [];
    private readonly Dictionary<int, (SheetCell Cell, int LastRow)> carried = [];

    /// <summary>Reads them from a sheet, where they stand behind the cells.</summary>
    public static MergedAreas Read(GuardedXml xml, ImportLimits limits)
    {
        var areas = new MergedAreas();
        var count = 0;
        while (xml.Read())
        {
            if (xml is not { IsElement: true, Name: "mergeCell" } || xml.Attribute("ref")?.Split(':') is not [var from, var to]) continue;
            if (++count > limits.MergedAreas)
                throw new ImportRefusedException(
                    "too-many-merged-cells", $"工作表的合并单元格超过 {limits.MergedAreas} 处。", $"The sheet has more than {limits.MergedAreas} merged areas.");
            if (CellName.Parse(from) is var (row, column) && CellName.Parse(to) is var (last, _) && last > row)
                areas.lastRow[(row, column)] = last;
        }
        return areas;
    }

    public void Fill(int row, List<SheetCell> cells, int mostColumns)
    {
        if (lastRow.Count == 0) return;
        foreach (var (column, (cell, last)) in carried.ToList())
        {
            if (row > last) carried.Remove(column);
            else if (column < mostColumns) Put(cells, column, cell);
        }
        for (var column = 0; column < cells.Count; column++)
            if (lastRow.TryGetValue((row, column), out var last)) carried[column] = (cells[column], last);
    }

    private static void Put(List<SheetCell> cells, int column, SheetCell cell)
    {
        while (cells.Count <= column) cells.Add(SheetCell.Empty);
        cells[column] = cell;
    }
}
