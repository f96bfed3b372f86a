using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Sql;
using NpgsqlTypes;

namespace HomeroomGraph.GraphQL.Planning.Search;

/// <summary>A part of what a search text asks for.</summary>
internal enum SearchPart
{
    /// <summary>The longest term: rows are found by it.</summary>
    From,

    /// <summary>Before this text stands whatever begins with the longest term.</summary>
    Before,

    /// <summary>There is no more to check than the longest term.</summary>
    IsOneTerm,

    /// <summary>Of all terms, as parallel arrays.</summary>
    Texts,
    Nexts,
    Nears,
    Fars,
}

/// <summary>A part of the text of a search. The statement is the same for every text.</summary>
internal sealed record SearchSlot(InputLeaf Leaf, SearchReader Read, SearchPart Part, string Path) : Slot
{
    /// <summary>The most characters of a text.</summary>
    public const int MostCharacters = 200;

    /// <summary>The most terms: a word is one, and a part of it in another spelling one more.</summary>
    public const int MostTerms = 16;

    /// <summary>Behind every text that tokens are made of.</summary>
    private const string Last = "\U0010FFFF";

    public override NpgsqlDbType DbType => Part switch
    {
        SearchPart.From or SearchPart.Before => NpgsqlDbType.Text,
        SearchPart.IsOneTerm => NpgsqlDbType.Boolean,
        SearchPart.Texts or SearchPart.Nexts => NpgsqlDbType.Text | NpgsqlDbType.Array,
        _ => NpgsqlDbType.Integer | NpgsqlDbType.Array,
    };

    internal override object Resolve(SlotScope scope)
    {
        var terms = Terms((string)Leaf.Value(scope.Variables)!);
        return Part switch
        {
            // Nothing lies between these two.
            SearchPart.From => terms.Count == 0 ? Last : terms[0].Text,
            SearchPart.Before => terms.Count == 0 ? "" : terms[0].Text + Last,
            SearchPart.IsOneTerm => terms is [] or [{ Next: null }],
            SearchPart.Texts => terms.Select(term => term.Text).ToArray(),
            SearchPart.Nexts => terms.Select(term => term.Next).ToArray(),
            SearchPart.Nears => terms.Select(term => term.Near).ToArray(),
            _ => terms.Select(term => term.Far).ToArray(),
        };
    }

    private List<SearchTerm> Terms(string text)
    {
        if (text.Length > MostCharacters) throw Refused($"A search has at most {MostCharacters} characters; this one has {text.Length}.");
        // Zero ends a text in PostgreSQL; no token has one.
        var terms = text.Contains('\0') ? [] : Read(text);
        if (terms.Count > MostTerms) throw Refused($"A search has at most {MostTerms} words and parts of words; this one has {terms.Count}.");
        return [.. terms.OrderByDescending(term => System.Text.Encoding.UTF8.GetByteCount(term.Text))];
    }

    private GraphQLRequestException Refused(string message) =>
        new([new GraphQLError(message, ErrorCodes.BadUserInput) { Path = Path.Split('.') }]);
}
