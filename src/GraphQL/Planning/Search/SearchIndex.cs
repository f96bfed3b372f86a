using HomeroomGraph.GraphQL.Sql;

namespace HomeroomGraph.GraphQL.Planning.Search;

/// <summary>A table of tokens by which rows are found: for each place of each of a row's texts, what stands from there on, in one or several
/// spellings. A word is found where a token begins with it, which is a comparison of text: under row-level security that keeps its index.</summary>
/// <param name="Tokens">Reads the table, under its own policy.</param>
/// <param name="Keys">What a token and its row share, the district first.</param>
/// <param name="Spellings">The spellings, each null where there is none. One that reaches the end of its text ends with a dot.</param>
/// <param name="Place">Where it stands: texts lie apart, and each begins at a multiple of <see cref="PlacesOfText"/>.</param>
/// <param name="Weight">0 for the texts that count most, and up.</param>
/// <param name="Read">Takes what somebody typed apart.</param>
internal sealed record SearchIndex(
    Func<PolicyScope, TableSource> Tokens, IReadOnlyList<(Column Token, Column Row)> Keys, IReadOnlyList<Column> Spellings, Column Place, Column Weight, SearchReader Read)
{
    public const int PlacesOfText = 1024;

    /// <summary>The texts that the tokens are made of.</summary>
    public List<SearchedText> Texts { get; } = [];

    /// <summary>Columns that say how such a text is read, and are none themselves.</summary>
    public List<Column> Readings { get; } = [];

    /// <summary>All columns that tokens tell of.</summary>
    public IEnumerable<Column> Sources => Texts.Select(text => text.Column).Concat(Readings);

    /// <summary>The token is of the row.</summary>
    public Predicate IsOf(TableSource token, TableSource row) => IsOf(token, column => row[column]);

    /// <summary>The token is of the row whose key stands elsewhere.</summary>
    /// <param name="key">Where a column of the key stands.</param>
    public Predicate IsOf(TableSource token, Func<Column, SqlColumn> key) =>
        Predicate.And(Keys.Select(pair => Predicate.Of($"{token[pair.Token]} = {key(pair.Row)}")));

    /// <summary>A spelling of the token lies between two texts.</summary>
    public Predicate Between(TableSource token, SqlFragment from, SqlFragment before) =>
        Predicate.Or(Spellings.Select(text => Predicate.Of($"({token[text]} >= {from} and {token[text]} < {before})")));

    /// <summary>A spelling of the token is this text.</summary>
    public Predicate Is(TableSource token, SqlFragment text) =>
        Predicate.Or(Spellings.Select(spelling => Predicate.Of($"{token[spelling]} = {text}")));
}
