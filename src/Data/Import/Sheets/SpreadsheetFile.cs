using HomeroomGraph.Data.Import.Files;

namespace HomeroomGraph.Data.Import.Sheets;

/// <summary>A .xlsx or .csv file, told apart by its first bytes and not by its name.</summary>
internal sealed class SpreadsheetFile : IDisposable
{
    private readonly string file;
    private readonly ImportLimits limits;
    private readonly Stream? csv;
    private readonly XlsxWorkbook? workbook;

    private SpreadsheetFile(string file, ImportLimits limits, Stream? csv, XlsxWorkbook? workbook) =>
        (this.file, this.limits, this.csv, this.workbook) = (file, limits, csv, workbook);

    /// <summary>What it is, for a report.</summary>
    public string Format => workbook is null ? "CSV" : "Excel";

    public IReadOnlyList<string> HiddenSheets => workbook?.Hidden ?? [];

    public IEnumerable<ISheet> Sheets => workbook?.Sheets ?? [new CsvSheet(csv!, file, limits)];

    public static SpreadsheetFile Open(string path, string file, ImportLimits limits)
    {
        var stream = InputFile.Open(path, limits);
        var start = new byte[8];
        var length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        switch (start.AsSpan(0, length))
        {
            case [(byte)'P', (byte)'K', 3, 4, ..]:
                stream.Dispose();
                return new(file, limits, null, OpenWorkbook(ZipBundle.OpenWhole(path, limits), file, limits));
            case [0xD0, 0xCF, 0x11, 0xE0, ..]:
                stream.Dispose();
                throw new ImportRefusedException(
                    "old-or-encrypted-workbook",
                    $"{file} 是旧的 .xls 格式，或者设有密码。请另存为不带密码的 .xlsx。",
                    $"{file} is of the old format .xls, or has a password. Save it as .xlsx without a password.");
            case []:
                stream.Dispose();
                throw new ImportRefusedException("file-empty", $"{file} 是空文件。", $"{file} is empty.");
            default:
                return new(file, limits, stream, null);
        }
    }

    public void Dispose()
    {
        csv?.Dispose();
        workbook?.Dispose();
    }

    private static XlsxWorkbook OpenWorkbook(ZipBundle parts, string file, ImportLimits limits)
    {
        try
        {
            return new(parts, file, limits);
        }
        catch
        {
            parts.Dispose();
            throw;
        }
    }
}
