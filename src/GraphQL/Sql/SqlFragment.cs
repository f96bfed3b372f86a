using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace HomeroomGraph.GraphQL.Sql;

/// <summary>A piece of a SQL statement. It is made only of syntax written in our own source code, identifiers, columns and
/// slots: a value of a request can't get into its syntax, for there is no way to make syntax of a string.</summary>
public sealed class SqlFragment
{
    internal SqlFragment(ImmutableArray<SqlPart> parts) => Parts = parts;

    internal ImmutableArray<SqlPart> Parts { get; }

    /// <summary>True for a column and nothing else.</summary>
    internal bool IsColumn => Parts is [SqlPart.Column];

    /// <summary>True for a column of those rows and nothing else.</summary>
    internal bool IsColumnOf(SqlAlias rows) => Parts is [SqlPart.Column column] && column.Source == rows;

    /// <summary>True where it reads a table of its own: a name in FROM stands with its alias.</summary>
    internal bool ReadsTable => Parts.Any(part => part is SqlPart.Alias);

    /// <summary>A fragment of an interpolated string: its literal parts are syntax, its holes are fragments, columns, slots.</summary>
    public static SqlFragment Of(SqlInterpolation sql) => sql.ToFragment();

    /// <summary>Several fragments with a separator written in our source between them.</summary>
    public static SqlFragment Join(SqlInterpolation separator, IEnumerable<SqlFragment> fragments)
    {
        var between = separator.ToFragment().Parts;
        var parts = ImmutableArray.CreateBuilder<SqlPart>();
        foreach (var fragment in fragments)
        {
            if (parts.Count > 0) parts.AddRange(between);
            parts.AddRange(fragment.Parts);
        }
        return new SqlFragment(parts.ToImmutable());
    }

    public static SqlFragment operator +(SqlFragment left, SqlFragment right) => new([.. left.Parts, .. right.Parts]);
}

/// <summary>The parts a fragment is made of; the writer has one verb for each kind.</summary>
internal abstract record SqlPart
{
    internal sealed record Syntax(string Text) : SqlPart;

    internal sealed record Identifier(string Name) : SqlPart;

    internal sealed record Parameter(Slot Slot) : SqlPart;

    internal sealed record Column(SqlAlias Source, string Name) : SqlPart
    {
        /// <summary>It is one of a derived table's own (<see cref="SqlColumn.IsComputed"/>).</summary>
        public bool IsComputed { get; init; }
    }

    internal sealed record NamedColumns(SqlAlias Source) : SqlPart;

    internal sealed record Alias(SqlAlias Source) : SqlPart;

    internal sealed record NameText(GraphQLName Value) : SqlPart;
}

/// <summary>Stands for a table, or a derived table, in a statement; the writer gives it a short name. Compared by reference.</summary>
public class SqlAlias;

/// <summary>A name of GraphQL, such as a key of the answer, that may stand inside a SQL text literal: it is checked to have only
/// letters, digits and underscores (spec 2.1.9), so it can end no literal.</summary>
public readonly record struct GraphQLName
{
    public GraphQLName(string name)
    {
        if (name.Length == 0 || char.IsAsciiDigit(name[0]) || name.AsSpan().ContainsAnyExcept(NameCharacters))
            throw new ArgumentException("Not a GraphQL name.", nameof(name));
        Value = name;
    }

    private static readonly System.Buffers.SearchValues<char> NameCharacters =
        System.Buffers.SearchValues.Create("_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    public string Value { get; }

    public override string ToString() => Value;
}

/// <summary>A whole number of our own source that stands in the text itself.</summary>
public readonly record struct SqlInteger(int Value);

/// <summary>A name of the database (schema, table, column): quoted when written.</summary>
public readonly record struct SqlIdentifier(string Name);

/// <summary>Builds a fragment from an interpolated string. There is no overload for strings: text in a hole does not compile.</summary>
[InterpolatedStringHandler]
public readonly ref struct SqlInterpolation
{
    private readonly ImmutableArray<SqlPart>.Builder _parts;

    public SqlInterpolation(int literalLength, int formattedCount) =>
        _parts = ImmutableArray.CreateBuilder<SqlPart>(formattedCount * 2 + 1 + (literalLength & 0));

    public void AppendLiteral(string syntax) => _parts.Add(new SqlPart.Syntax(syntax));
    public void AppendFormatted(SqlFragment fragment) => _parts.AddRange(fragment.Parts);
    public void AppendFormatted(SqlIdentifier identifier) => _parts.Add(new SqlPart.Identifier(identifier.Name));
    public void AppendFormatted(SqlColumn column) => _parts.Add(new SqlPart.Column(column.Source, column.Name) { IsComputed = column.IsComputed });
    internal void AppendFormatted(NamedColumns columns) => _parts.Add(new SqlPart.NamedColumns(columns.Source));
    public void AppendFormatted(SqlAlias alias) => _parts.Add(new SqlPart.Alias(alias));
    public void AppendFormatted(Slot slot) => _parts.Add(new SqlPart.Parameter(slot));
    public void AppendFormatted(SqlInteger number) => _parts.Add(new SqlPart.Syntax(number.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    public void AppendFormatted(GraphQLName name) => _parts.Add(new SqlPart.NameText(name));

    internal SqlFragment ToFragment() => new(_parts.ToImmutable());
}

/// <summary>A column of a source of the statement.</summary>
public readonly record struct SqlColumn(SqlAlias Source, string Name)
{
    /// <summary>It is made by the derived table around the source, and no column of the source itself.</summary>
    internal bool IsComputed { get; init; }
}

/// <summary>The select list of a derived table around a source: those of its columns that the statement names anywhere. Whole rows would be carried through
/// sorts and joins; a page of 50 projects took PostgreSQL a tenth longer so.</summary>
internal readonly record struct NamedColumns(SqlAlias Source);
