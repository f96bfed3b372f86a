namespace HomeroomGraph.Data.Import.Sheets;

/// <summary>The name of a cell, <c>AB12</c>, as row (from 1) and column (from 0).</summary>
internal static class CellName
{
    public const int MostColumns = 16_384;
    private const int MostRows = 1_048_576;

    public static (int Row, int Column)? Parse(string name)
    {
        var (column, at) = (0, 0);
        for (; at < name.Length && char.IsAsciiLetterUpper(name[at]) && column <= MostColumns; at++) column = (column * 26) + (name[at] - 'A' + 1);
        return column is > 0 and <= MostColumns && int.TryParse(name.AsSpan(at), out var row) && row is > 0 and <= MostRows
            ? (row, column - 1)
            : null;
    }
}
