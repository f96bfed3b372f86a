using System.Globalization;
using System.Text;

namespace HomeroomGraph.GraphQL.Sql;

/// <summary>Writes fragments as one statement: syntax, identifiers and parameters, each by a verb of its own. Aliases and
/// parameters are numbered in the order of writing, so the same plan always gives the same text.</summary>
internal sealed class SqlWriter
{
    private readonly StringBuilder _text = new();
    private readonly Dictionary<SqlAlias, int> _aliases = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Slot, int> _numbers = [];
    private readonly List<Slot> _slots = [];
    private readonly Dictionary<SqlAlias, List<string>> _named = new(ReferenceEqualityComparer.Instance);

    /// <summary>The statement and the slots of its parameters, the slot of $1 first.</summary>
    public static (string Text, IReadOnlyList<Slot> Slots) Write(SqlFragment statement)
    {
        var writer = new SqlWriter();
        foreach (var column in statement.Parts.OfType<SqlPart.Column>()) writer.Note(column);
        foreach (var part in statement.Parts) writer.Append(part);
        return (writer._text.ToString(), writer._slots);
    }

    private void Append(SqlPart part)
    {
        switch (part)
        {
            case SqlPart.Syntax syntax: _text.Append(syntax.Text); break;
            case SqlPart.Identifier identifier: AppendIdentifier(identifier.Name); break;
            case SqlPart.Parameter parameter: AppendParameter(parameter.Slot); break;
            case SqlPart.Alias alias: AppendAlias(alias.Source); break;
            case SqlPart.NameText name: _text.Append(name.Value.Value); break;
            case SqlPart.Column column: AppendColumn(column.Source, column.Name); break;
            case SqlPart.NamedColumns columns: AppendNamed(columns.Source); break;
        }
    }

    private void Note(SqlPart.Column column)
    {
        if (column.IsComputed) return;
        if (!_named.TryGetValue(column.Source, out var names)) _named[column.Source] = names = [];
        if (!names.Contains(column.Name)) names.Add(column.Name);
    }

    /// <summary>A derived table of which only its rows are wanted has one column all the same, for others may stand behind it.</summary>
    private void AppendNamed(SqlAlias source)
    {
        if (!_named.TryGetValue(source, out var names))
        {
            _text.Append("null");
            return;
        }
        for (int i = 0; i < names.Count; i++)
        {
            if (i > 0) _text.Append(", ");
            AppendColumn(source, names[i]);
        }
    }

    private void AppendColumn(SqlAlias source, string name)
    {
        AppendAlias(source);
        _text.Append('.');
        AppendIdentifier(name);
    }

    private void AppendIdentifier(string name) => _text.Append('"').Append(name.Replace("\"", "\"\"")).Append('"');

    private void AppendAlias(SqlAlias source)
    {
        if (!_aliases.TryGetValue(source, out int number)) _aliases[source] = number = _aliases.Count;
        _text.Append('t').Append(number.ToString(CultureInfo.InvariantCulture));
    }

    private void AppendParameter(Slot slot)
    {
        if (!_numbers.TryGetValue(slot, out int number))
        {
            _slots.Add(slot);
            _numbers[slot] = number = _slots.Count;
        }
        _text.Append('$').Append(number.ToString(CultureInfo.InvariantCulture));
    }
}
