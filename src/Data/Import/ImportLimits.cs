namespace HomeroomGraph.Data.Import;

/// <summary>
/// How big an import may be. The defaults hold the largest district there is several times over, and keep the memory of a
/// hostile file flat: what is beyond them is refused before it is read.
/// </summary>
public sealed record ImportLimits
{
    private const int Mebibyte = 1 << 20;

    /// <summary>Size of the file itself, packed or not.</summary>
    public long ArchiveBytes { get; init; } = 256 * Mebibyte;

    /// <summary>Unpacked size of all files of an archive together.</summary>
    public long UnpackedBytes { get; init; } = 1024L * Mebibyte;

    /// <summary>Files in the archive.</summary>
    public int Entries { get; init; } = 200;

    /// <summary>Unpacked size of one file, as declared and as read.</summary>
    public long FileBytes { get; init; } = 256 * Mebibyte;

    /// <summary>How many times a file may grow on unpacking (deflate reaches 1032; rosters stay under 30).</summary>
    public int CompressionRatio { get; init; } = 200;

    /// <summary>Columns of a table.</summary>
    public int Columns { get; init; } = 200;

    /// <summary>Bytes of one row, the line breaks inside quotes with it.</summary>
    public int RecordBytes { get; init; } = 64 << 10;

    /// <summary>Rows of one file, those that are skipped (pupils above all) with it.</summary>
    public int Rows { get; init; } = 2_000_000;

    /// <summary>Rows of one file that are to be stored.</summary>
    public int KeptRows { get; init; } = 200_000;

    /// <summary>Texts that the cells of a workbook share, and the characters they have together.</summary>
    public int SharedTexts { get; init; } = 1_000_000;

    public int SharedCharacters { get; init; } = 32 * Mebibyte;

    /// <summary>Merged areas of one sheet.</summary>
    public int MergedAreas { get; init; } = 100_000;

    /// <summary>Bytes that a single piece of an XML file (a tag with its attributes, a text) may take.</summary>
    public int XmlPieceBytes { get; init; } = Mebibyte;

    /// <summary>Rows up to which everything is stored in one transaction (a few seconds); beyond, each kind has its own.</summary>
    public int RowsInOneTransaction { get; init; } = 50_000;

    /// <summary>Wrong rows a report names; all of them are counted.</summary>
    public int Findings { get; init; } = 1_000;
}
