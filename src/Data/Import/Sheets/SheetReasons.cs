namespace HomeroomGraph.Data.Import.Sheets;

/// <summary>Why a cell has no value.</summary>
internal static class SheetReasons
{
    public static readonly Reason Formula = new(
        "formula", "是公式，没有计算结果，请改为值", "a formula without a result, not a value");
    public static readonly Reason SpreadsheetError = new(
        "spreadsheet-error", "是电子表格的错误值", "an error value of the spreadsheet program");
    public static readonly Reason DigitsLost = new(
        "digits-lost", "以数字格式保存，末尾数字已丢失，请按文本格式重新填写", "kept as a number, so its last digits are lost; write it as text");
}
