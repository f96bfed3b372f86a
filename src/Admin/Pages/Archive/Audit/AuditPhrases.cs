using System.Globalization;
using System.Text.Json;
using HomeroomGraph.Admin.Language;
using HomeroomGraph.Admin.Operations.Archive;
using HomeroomGraph.Admin.Texts;
using Microsoft.Extensions.Localization;

namespace HomeroomGraph.Admin.Pages.Archive.Audit;

/// <summary>The log's tables, columns, values and actors in the reader's words; what is newer than this program keeps its raw name.</summary>
internal static class AuditPhrases
{
    public static string Table(this IStringLocalizer<ArchiveTexts> texts, string tableName) =>
        texts.Known($"Table.{tableName[(tableName.IndexOf('.', StringComparison.Ordinal) + 1)..]}") ?? tableName;

    public static string Column(this IStringLocalizer<ArchiveTexts> texts, string name) => texts.Known($"Column.{name}") ?? name;

    public static string Actor(this IStringLocalizer<ArchiveTexts> texts, AuditEntryRow entry) =>
        entry.ActorName ?? texts.Known($"Actor.{entry.Actor}") ?? entry.Actor;

    public static string Origin(this IStringLocalizer<ArchiveTexts> texts, string origin) => texts.Known($"Origin.{origin}") ?? origin;

    /// <summary>The record an entry is about: its kind, and its name or else its key.</summary>
    public static string Record(this IStringLocalizer<ArchiveTexts> texts, AuditEntryRow entry) =>
        texts["Trail.Of", texts.Table(entry.TableName), ChangedColumn.Label(entry) ?? entry.RowId];

    /// <summary>A value of a column; null where there is none.</summary>
    public static string? Value(this IStringLocalizer<ArchiveTexts> texts, JsonElement? value) => value switch
    {
        null => null,
        { ValueKind: JsonValueKind.True } => texts["Value.true"],
        { ValueKind: JsonValueKind.False } => texts["Value.false"],
        { ValueKind: JsonValueKind.String } text => Text(text.GetString()!),
        { } other => other.GetRawText(),
    };

    private static string Text(string text)
    {
        if (Dates.ParseIso(text) is { } date)
            return date.Text();
        // Only what carries an offset is a moment; a text that merely looks like a number or a day of the week is left alone.
        return text.Length >= "2026-11-16T08:00:00Z".Length && text[10] == 'T'
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
                ? moment.Text()
                : text;
    }

    private static string? Known(this IStringLocalizer<ArchiveTexts> texts, string key)
    {
        var text = texts[key];
        return text.ResourceNotFound ? null : text.Value;
    }
}
