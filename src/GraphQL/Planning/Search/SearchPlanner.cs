using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Sql;

namespace HomeroomGraph.GraphQL.Planning.Search;

/// <summary>Makes a condition and a rank of a <c>search</c> argument.</summary>
internal static class SearchPlanner
{
    /// <summary>The argument of lists.</summary>
    public const string Argument = "search";

    /// <summary>Which rows have all terms, and how well: smaller is better. Null where nothing is looked for; a text of spaces counts as left
    /// out, for that is what a box is in which nothing was typed yet.</summary>
    public static (Predicate Condition, SqlFragment Rank)? Plan(RowType type, TableSource row, FieldArguments arguments)
    {
        if (type.Search is not { } index || arguments.Value(Argument) is not { } text || IsBlank(text)) return null;
        row.Scope.Budget.Condition(CostWeights.WordSearch);
        var leaf = arguments.Leaf(Argument)!;
        var search = new Search(index, row, part => new SearchSlot(leaf, index.Read, part, arguments.Path));
        return (Predicate.And(search.IsFound, search.HasAllTerms), search.Rank);
    }

    /// <summary>Part of the shape of a variable.</summary>
    public static bool IsBlank(InputValue text) => text is LeafValue { ClrValue: string typed } && string.IsNullOrWhiteSpace(typed);

    private sealed class Search(SearchIndex index, TableSource row, Func<SearchPart, SearchSlot> part)
    {
        private static readonly SqlAlias Term = new();
        private static readonly SqlFragment
            Text = Of("text"), Next = Of("next"), Near = Of("near"), Far = Of("far");

        /// <summary>By an index: a token begins with the longest term.</summary>
        public Predicate IsFound
        {
            get
            {
                var token = index.Tokens(row.Scope);
                return Predicate.Exists(token, Predicate.And(
                    index.IsOf(token, row), index.Between(token, Slot(SearchPart.From), Slot(SearchPart.Before))));
            }
        }

        /// <summary>Of the rows found so: none of the terms is missing.</summary>
        public Predicate HasAllTerms
        {
            get
            {
                var token = index.Tokens(row.Scope);
                var found = Predicate.Exists(token, BeginsWithTerm(token));
                return Predicate.Of($"(case when {part(SearchPart.IsOneTerm)} then true else not exists (select from {Terms} where not {found.Sql}) end)");
            }
        }

        /// <summary>The sum over the terms of the best place of each: by the text's weight, then the whole text before its beginning before its inside.</summary>
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
}
