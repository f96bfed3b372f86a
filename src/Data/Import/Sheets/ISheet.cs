namespace HomeroomGraph.Data.Import.Sheets;

/// <summary>A table without a known header, read row by row in flat memory: a .csv file or one sheet of a workbook.</summary>
internal interface ISheet : IDisposable
{
    /// <summary>The file's name for the reader of a report, with the sheet's where there are several.</summary>
    string File { get; }

    /// <summary>The row's number as the reader counts it: the line of a text file, the row of a sheet.</summary>
    int Line { get; }

    /// <summary>Cells of the current row, up to the last that is not empty.</summary>
    IReadOnlyList<SheetCell> Cells { get; }

    /// <summary>Goes on to the next row that is not empty; false at the end.</summary>
    bool Read();
}
