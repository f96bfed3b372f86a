using System.Globalization;
using System.Text;

namespace HomeroomGraph.Data.Import;

/// <summary>
/// One thing that is wrong: where (file, physical line with the header as line 1, column), the value and the reason. What hangs
/// on the row is a consequence of it, counted here and not a fault of its own.
/// </summary>
public sealed class Finding
{
    private const int ValueShown = 120;
    private readonly SortedDictionary<RecordKind, int> consequences = [];

    internal Finding(string file, int line, string column, string? value, Severity severity, Reason reason, object?[] details)
    {
        File = file;
        Line = line;
        Column = column;
        Value = Shown(value ?? "");
        Severity = severity;
        Code = reason.Code;
        Message = reason.Text(details);
    }

    public string File { get; }
    public int Line { get; }

    /// <summary>The column's name; empty when the row as a whole is meant.</summary>
    public string Column { get; }

    public string Value { get; }
    public Severity Severity { get; }
    public string Code { get; }
    public Bilingual Message { get; }

    /// <summary>How many records of each kind are left out because they hang on this row.</summary>
    public IReadOnlyDictionary<RecordKind, int> Consequences => consequences;

    /// <summary>The consequences as text: "2 classes, 2 appointments"; empty when there are none.</summary>
    public Bilingual ConsequencesText => new(
        string.Join("、", consequences.Select(c => c.Key.Counted(c.Value).Chinese)),
        string.Join(", ", consequences.Select(c => c.Key.Counted(c.Value).English)));

    /// <summary>The value for a reader: cut to a line's length, and what can't be seen or would move the cursor spelled out.</summary>
    private static string Shown(string value)
    {
        var shown = new StringBuilder();
        foreach (var rune in value.EnumerateRunes())
        {
            if (shown.Length >= ValueShown) return shown.Append('…').ToString();
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                shown.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}");
            else shown.Append(rune.ToString());
        }
        return shown.ToString();
    }

    internal void TakeAlong(RecordKind kind) => consequences[kind] = consequences.GetValueOrDefault(kind) + 1;
}
