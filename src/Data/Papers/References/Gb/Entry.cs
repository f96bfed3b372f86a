namespace HomeroomGraph.Data.Papers.References;

/// <summary>A reference being written: the record, by which style, and where to.</summary>
internal readonly struct Entry(Reference record, GbStyle style, EntryText text)
{
    public readonly Reference Record = record;
    public readonly GbStyle Style = style;
    public readonly EntryText Text = text;

    /// <summary>Its own words are English (et al., trans., Vol.); else Chinese, whatever other language it is in.</summary>
    public readonly bool IsEnglish = record.LanguageOrGuess.StartsWith("en", StringComparison.OrdinalIgnoreCase);

    /// <summary>Null for an empty one.</summary>
    public static string? Said(string? field) => field is { Length: > 0 } ? field : null;

    public bool IsOnline => Record.Url is not null || Record.Doi is not null;

    /// <summary>Writes a field's text, without markup and with the quotation marks of print.</summary>
    public void Write(string? field)
    {
        if (field is { Length: > 0 }) Text.Append(PrintedText.Of(field));
    }
}
