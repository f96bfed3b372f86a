namespace HomeroomGraph.Data.Import.Sheets;

/// <summary>
/// A cell as it is written: its text, and why the text is no value when it is none (a formula without a result, an error of
/// the spreadsheet program). Numbers and dates are the text a person would type.
/// </summary>
internal readonly record struct SheetCell(string Text, Reason? Fault = null, bool IsNumber = false)
{
    public static readonly SheetCell Empty = new("");

    /// <summary>What a spreadsheet program shows for a formula that failed, and writes when it is saved or pasted as text.</summary>
    private static readonly string[] Errors = ["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#SPILL!", "#CALC!"];

    public static SheetCell OfText(string text) => Errors.Contains(text.Trim()) ? new(text.Trim(), SheetReasons.SpreadsheetError) : new(text);

    public bool IsEmpty => Fault is null && string.IsNullOrWhiteSpace(Text);
}
