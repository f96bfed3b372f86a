using System.Linq.Expressions;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Planning.Search;

namespace HomeroomGraph.GraphQL.Types.Tables;

/// <summary>Declares by which tokens rows of a type are searched.</summary>
public sealed class SearchBuilder<T>
{
    private readonly TableSchemaBuilder _schema;

    internal SearchBuilder(TableSchemaBuilder schema) => _schema = schema;

    internal SearchIndex? Index { get; private set; }

    /// <summary>Texts that the tokens are made of: first those of the rows themselves, then one of each table beside, in the order of their numbers
    /// (<see cref="SearchedText"/>). A column that not everybody sees can't be one.</summary>
    public SearchBuilder<T> Of<TSource>(params Expression<Func<TSource, object?>>[] columns)
    {
        int table = Index!.Texts.Count == 0 ? 0 : Index.Texts[^1].Table + 1;
        if ((table == 0) != (typeof(TSource) == typeof(T)) || (table > 0 && columns.Length > 1) || table >= SearchedText.Tables)
            throw new InvalidOperationException($"Texts of {typeof(TSource)} have no number in the search for {typeof(T)}.");
        string type = _schema.RowTypeOf(typeof(TSource)).Type.Name;
        Index.Texts.AddRange(columns.Select((column, number) => new SearchedText(
            Column<TSource>(column), $"{type}.{Member.FieldName(Member.Of(column))}", table, number, scope => _schema.Read(typeof(TSource), scope))));
        return this;
    }

    /// <summary>Columns of the rows that say how such a text is read.</summary>
    public SearchBuilder<T> ReadAs(params Expression<Func<T, object?>>[] columns)
    {
        Index!.Readings.AddRange(columns.Select(Column<T>));
        return this;
    }

    private Column Column<TSource>(Expression<Func<TSource, object?>> column) => _schema.Model.ColumnOf(typeof(TSource), Member.Of(column));

    /// <summary>Rows are found by a table of tokens (<see cref="SearchIndex"/> says what is in it), which is declared as a link.</summary>
    /// <param name="read">Takes what somebody typed apart into what tokens begin with.</param>
    /// <param name="place">A multiple of 1024 where a text begins, and the characters counted from there.</param>
    /// <param name="weight">0 for the texts that count most.</param>
    /// <param name="texts">What stands from the place on, in each spelling.</param>
    /// <param name="keys">What a token and its row share, the district first.</param>
    public SearchBuilder<T> By<TToken>(
        SearchReader read, Expression<Func<TToken, object?>> place, Expression<Func<TToken, object?>> weight, Expression<Func<TToken, object?>>[] texts,
        params (Expression<Func<TToken, object?>> Token, Expression<Func<T, object?>> Row)[] keys)
    {
        Index = new SearchIndex(
            scope => _schema.Read(typeof(TToken), scope),
            [.. keys.Select(key => (Column<TToken>(key.Token), Column<T>(key.Row)))],
            [.. texts.Select(Column<TToken>)], Column<TToken>(place), Column<TToken>(weight), read);
        return this;
    }
}
