using System.Text.Json;
using HomeroomGraph.Admin.Operations.Archive;

namespace HomeroomGraph.Admin.Pages.Archive.Audit;

/// <summary>A column whose value a change set, with the values before and after.</summary>
public sealed record ChangedColumn(string Name, JsonElement? Before, JsonElement? After)
{
    // The district is the log's own frame: it never changes and tells nothing.
    private const string Frame = "district_id";

    /// <summary>The columns in which a row differs before and after; of a row created or deleted, those that hold something.</summary>
    public static IReadOnlyList<ChangedColumn> Of(AuditEntryRow entry) =>
        [.. Names(entry).Select(name => new ChangedColumn(name, Value(entry.Before, name), Value(entry.After, name))).Where(column => column.Differs)];

    /// <summary>What a reader would call the record: its name, title or number, as far as it has one.</summary>
    public static string? Label(AuditEntryRow entry) =>
        new[] { "name", "title", "display_name", "user_name", "staff_number", "file_name", "policy_key" }
            .Select(name => Text(Value(entry.After ?? entry.Before, name))).FirstOrDefault(text => text is not null);

    private bool Differs => (Before, After) switch
    {
        (null, null) => false,
        ({ } before, { } after) => !JsonElement.DeepEquals(before, after),
        _ => true,
    };

    private static IEnumerable<string> Names(AuditEntryRow entry) =>
        new[] { entry.After, entry.Before }
            .Where(row => row is { ValueKind: JsonValueKind.Object })
            .SelectMany(row => row!.Value.EnumerateObject().Select(property => property.Name))
            .Distinct().Where(name => name != Frame);

    // A null of the database and a missing column look the same to a reader.
    private static JsonElement? Value(JsonElement? row, string name) =>
        row is { ValueKind: JsonValueKind.Object } columns && columns.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? value
            : null;

    private static string? Text(JsonElement? value) => value is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
