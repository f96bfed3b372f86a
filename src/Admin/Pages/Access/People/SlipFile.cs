using System.Text;
using HomeroomGraph.Admin.Texts;
using Microsoft.Extensions.Localization;

namespace HomeroomGraph.Admin.Pages.Access.People;

/// <summary>
/// First passwords as a CSV file inside the page's own link: they were told once, and no second request could get them again, nor
/// should any server keep them for one.
/// </summary>
internal static class SlipFile
{
    private const string Mark = "\uFEFF"; // Without it Excel takes UTF-8 for GB18030.

    public static string Address(IEnumerable<PasswordSlip> slips, IStringLocalizer<AccessTexts> texts)
    {
        var file = new StringBuilder(Mark);
        Write(file, texts["Slip.StaffNumber"], texts["Slip.Name"], texts["SignIn.Username"], texts["Slip.Password"]);
        foreach (var slip in slips)
            Write(file, slip.StaffNumber ?? "", slip.Name, slip.Username, slip.Password);
        return "data:text/csv;charset=utf-8," + Uri.EscapeDataString(file.ToString());
    }

    private static void Write(StringBuilder file, params string[] cells) =>
        file.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    // A cell that begins like a formula would be run by a spreadsheet; an apostrophe makes it text.
    private static string Cell(string text)
    {
        var safe = text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
