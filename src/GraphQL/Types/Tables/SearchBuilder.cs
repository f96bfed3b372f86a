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

    /// <summary>Whose columns the tokens are made of. A column that not everybody sees can't be one.</summary>
    public SearchBuilder<T> Of<TSource>(params Expression<Func<TSource, object?>>[] columns)
    {
        Index!.Sources.AddRange(columns.Select(column => _schema.Model.ColumnOf(typeof(TSource), Member.Of(column))));
        return this;
    }

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
            [.. keys.Select(key => (Column(key.Token), _schema.Model.ColumnOf(typeof(T), Member.Of(key.Row))))],
            [.. texts.Select(Column)], Column(place), Column(weight), read);
        return this;

        Column Column(Expression<Func<TToken, object?>> property) => _schema.Model.ColumnOf(typeof(TToken), Member.Of(property));
    }
}
