using HomeroomGraph.GraphQL.Sql;

namespace HomeroomGraph.GraphQL.Planning.Search;

/// <summary>What is looked for in a row: each part of it is made when it is asked for, since it reads tokens.</summary>
internal sealed class RowSearch(SearchIndex index, TableSource row, Func<SearchPart, SearchSlot> part)
{
    private static readonly SqlAlias Term = new();
    private static readonly SqlFragment
        Text = Of("text"), Next = Of("next"), Near = Of("near"), Far = Of("far");

    /// <summary>The row has all terms.</summary>
    public Predicate Condition => Predicate.And(IsFound, HasAllTerms);

    /// <summary>By an index: a token begins with the longest term.</summary>
    private Predicate IsFound
    {
        get
        {
            var token = index.Tokens(row.Scope);
            return Predicate.Exists(token, Predicate.And(
                index.IsOf(token, row), index.Between(token, Slot(SearchPart.From), Slot(SearchPart.Before))));
        }
    }

    /// <summary>Of the rows found so: none of the terms is missing.</summary>
    private Predicate HasAllTerms
    {
        get
        {
            var token = index.Tokens(row.Scope);
            var found = Predicate.Exists(token, BeginsWithTerm(token));
            return Predicate.Of($"(case when {part(SearchPart.IsOneTerm)} then true else not exists (select from {Terms} where not {found.Sql}) end)");
        }
    }

    /// <summary>The sum over the terms of the best place of each: by the text's weight, then the whole text before its beginning before its
    /// inside. Smaller is better.</summary>
    public SqlFragment Rank
    {
        get
        {
            var token = index.Tokens(row.Scope);
            var at = SqlFragment.Of($"case when {token[index.Place]} % {new SqlInteger(SearchIndex.PlacesOfText)} <> 0 then 2 when {IsWhole(token).Sql} then 0 else 1 end");
            var best = SqlFragment.Of($"select min({token[index.Weight]} * 3 + {at}) from {token.From} where {Predicate.And(token.Visible, BeginsWithTerm(token)).Sql}");
            return SqlFragment.Of($"(select sum(({best}))::int4 from {Terms})");
        }
    }

    /// <summary>The number of the text in which the longest term stands best (<see cref="SearchedText"/>), of a row that was found.</summary>
    /// <param name="key">Where a column of the row's key stands.</param>
    public SqlFragment TextNumber(Func<Column, SqlColumn> key)
    {
        var token = index.Tokens(row.Scope);
        var isFound = Predicate.And(token.Visible, index.IsOf(token, key), index.Between(token, Slot(SearchPart.From), Slot(SearchPart.Before)));
        var places = new SqlInteger(SearchIndex.PlacesOfText);
        return SqlFragment.Of(
            $"(select {token[index.Place]} / {places} from {token.From} where {isFound.Sql} order by {token[index.Weight]}, {token[index.Place]} % {places} <> 0, {token[index.Place]} limit 1)");
    }

    private SqlFragment Terms => SqlFragment.Of(
        $"unnest({part(SearchPart.Texts)}, {part(SearchPart.Nexts)}, {part(SearchPart.Nears)}, {part(SearchPart.Fars)}) {Term} (\"text\", \"next\", \"near\", \"far\")");

    private Predicate BeginsWithTerm(TableSource token)
    {
        var next = index.Tokens(row.Scope);
        var follows = Predicate.Exists(next, Predicate.And(Follows(next, token), index.Between(next, Next, AfterAll(Next))));
        return Predicate.And(index.IsOf(token, row), index.Between(token, Text, AfterAll(Text)), Predicate.Of($"({Next} is null or {follows.Sql})"));
    }

    /// <summary>Nothing of the text comes after the term.</summary>
    private Predicate IsWhole(TableSource token)
    {
        var next = index.Tokens(row.Scope);
        var last = Predicate.Exists(next, Predicate.And(Follows(next, token), index.Is(next, SqlFragment.Of($"{Next} || '.'"))));
        return Predicate.Of($"case when {Next} is null then {index.Is(token, SqlFragment.Of($"{Text} || '.'")).Sql} else {last.Sql} end");
    }

    private Predicate Follows(TableSource next, TableSource token) => Predicate.And(
        index.IsOf(next, row),
        Predicate.Of($"{next[index.Place]} between {token[index.Place]} + {Near} and {token[index.Place]} + {Far}"));

    private static SqlFragment AfterAll(SqlFragment text) => SqlFragment.Of($"{text} || chr(1114111)");

    private static SqlFragment Of(string column) => SqlFragment.Of($"{new SqlColumn(Term, column)}");

    private SqlFragment Slot(SearchPart which) => SqlFragment.Of($"{part(which)}");
}
