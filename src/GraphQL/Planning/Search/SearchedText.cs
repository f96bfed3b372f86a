using HomeroomGraph.GraphQL.Sql;

namespace HomeroomGraph.GraphQL.Planning.Search;

/// <summary>A text by which rows are found: a column of the row itself, or of rows beside it. Texts of a row are numbered: the rows' own are 0, 4, 8 and
/// so on, in the order of their declaration; one of the n-th table beside is four times its row's key and n more.</summary>
/// <param name="Column">The text's.</param>
/// <param name="Field">The contract's field, as a schema coordinate.</param>
/// <param name="Table">0 for the row's own table, then as declared.</param>
/// <param name="Number">Of the texts of that table: its place among them.</param>
/// <param name="Read">Reads the table, under its own policy.</param>
internal sealed record SearchedText(Column Column, string Field, int Table, int Number, Func<PolicyScope, TableSource> Read)
{
    /// <summary>What numbers leave of a text's table.</summary>
    public const int Tables = 4;

    /// <summary>A text's number is one of this.</summary>
    public Predicate Is(SqlColumn number) => Table == 0
        ? Predicate.Of($"{number} = {new SqlInteger(Tables * Number)}")
        : Predicate.Of($"{number} % {new SqlInteger(Tables)} = {new SqlInteger(Table)}");

    /// <summary>The text of that number; null where the viewer may not see it.</summary>
    /// <param name="number">One of this (<see cref="Is"/>).</param>
    /// <param name="district">The district of the row that was found.</param>
    /// <param name="key">Its own key.</param>
    public SqlFragment Of(SqlColumn number, SqlColumn district, SqlColumn key, PolicyScope scope)
    {
        var row = Read(scope);
        var own = Table == 0 ? SqlFragment.Of($"{key}") : SqlFragment.Of($"{number} / {new SqlInteger(Tables)}");
        var isRow = Predicate.And(
            row.Visible, Predicate.Of($"{row[Column.Table.Key[0]]} = {district}"), Predicate.Of($"{row[Column.Table.Key[1]]} = {own}"));
        return SqlFragment.Of($"(select {row[Column]} from {row.From} where {isRow.Sql})");
    }
}
