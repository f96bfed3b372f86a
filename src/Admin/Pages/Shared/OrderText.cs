namespace HomeroomGraph.Admin.Pages.Shared;

/// <summary>An order of a list as an address has it: the column's name, with a minus for descending: <c>-date</c>.</summary>
public static class OrderText
{
    /// <summary>The column in an address.</summary>
    public static string Name<TColumn>(TColumn column) where TColumn : struct, Enum => column.ToString().ToLowerInvariant();

    public static string Of<TColumn>(TColumn column, bool descending) where TColumn : struct, Enum => (descending ? "-" : "") + Name(column);

    /// <summary>Null where there is no such column.</summary>
    public static (TColumn Column, bool Descending)? Parse<TColumn>(string text) where TColumn : struct, Enum
    {
        var descending = text.StartsWith('-');
        var name = descending ? text[1..] : text;
        foreach (var column in Enum.GetValues<TColumn>())
        {
            if (name == Name(column))
                return (column, descending);
        }
        return null;
    }
}
