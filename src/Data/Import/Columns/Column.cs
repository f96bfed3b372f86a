namespace HomeroomGraph.Data.Import.Columns;

/// <summary>A column of an input table, by its name in the header.</summary>
internal abstract class Column(string name)
{
    public string Name { get; } = name;

    /// <summary>The header may lack it.</summary>
    public bool MayBeAbsent { get; protected init; }
}

/// <summary>What the text of one cell became: a value, or the reason why it could not.</summary>
internal readonly record struct Cell<T>(T? Value, Reason? Fault = null, params object?[] Details)
{
    public static implicit operator Cell<T>(T value) => new(value);
}

/// <summary>A column and what is checked in it. The checks are declared once: <c>Columns.Date("endDate")</c>.</summary>
/// <param name="parse">Gets the text of the cell, trimmed and never empty.</param>
internal sealed class Column<T>(string name, Func<string, Cell<T>> parse) : Column(name)
{
    /// <summary>An empty cell is an error.</summary>
    public bool IsRequired { get; private init; }

    /// <summary>The value is not stored: what is wrong with it is a warning, and the row is still good.</summary>
    public bool OnlyWarns { get; private init; }

    public Column<T> Required() => With(required: true);
    public Column<T> NotStored() => With(onlyWarns: true);
    public Column<T> Absentable() => With(absentable: true);

    public Cell<T> Parse(string text) => parse(text);

    private Column<T> With(bool required = false, bool onlyWarns = false, bool absentable = false) => new(Name, parse)
    {
        IsRequired = IsRequired || required,
        OnlyWarns = OnlyWarns || onlyWarns,
        MayBeAbsent = MayBeAbsent || absentable,
    };
}
