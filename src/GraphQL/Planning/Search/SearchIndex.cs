using HomeroomGraph.GraphQL.Sql;

namespace HomeroomGraph.GraphQL.Planning.Search;

/// <summary>A table of tokens by which rows are found: for each place of each of a row's texts, what stands from there on, in one or several
/// spellings. A word is found where a token begins with it, which is a comparison of text: under row-level security that keeps its index.</summary>
/// <param name="Tokens">Reads the table, under its own policy.</param>
/// <param name="Keys">What a token and its row share, the district first.</param>
/// <param name="Texts">The spellings, each null where there is none. One that reaches the end of its text ends with a dot.</param>
/// <param name="Place">Where it stands: texts lie apart, and each begins at a multiple of <see cref="PlacesOfText"/>.</param>
/// <param name="Weight">0 for the texts that count most, and up.</param>
/// <param name="Read">Takes what somebody typed apart.</param>
internal sealed record SearchIndex(
    Func<PolicyScope, TableSource> Tokens, IReadOnlyList<(Column Token, Column Row)> Keys, IReadOnlyList<Column> Texts, Column Place, Column Weight, SearchReader Read)
{
    public const int PlacesOfText = 1024;

    /// <summary>The columns that the tokens are made of.</summary>
    public List<Column> Sources { get; } = [];

    /// <summary>The token is of the row.</summary>
    public Predicate IsOf(TableSource token, TableSource row) =>
        Predicate.And(Keys.Select(key => Predicate.Of($"{token[key.Token]} = {row[key.Row]}")));

    /// <summary>A spelling of the token lies between two texts.</summary>
    public Predicate Between(TableSource token, SqlFragment from, SqlFragment before) =>
        Predicate.Or(Texts.Select(text => Predicate.Of($"({token[text]} >= {from} and {token[text]} < {before})")));

    /// <summary>A spelling of the token is this text.</summary>
    public Predicate Is(TableSource token, SqlFragment text) =>
        Predicate.Or(Texts.Select(spelling => Predicate.Of($"{token[spelling]} = {text}")));
}
