namespace HomeroomGraph.GraphQL.Planning.Search;

/// <summary>What a token has to begin with, and what another one of the same row some places after it.</summary>
/// <param name="Text">As tokens are spelt.</param>
/// <param name="Next">What follows; null where nothing must.</param>
/// <param name="Near">The fewest places to it.</param>
/// <param name="Far">The most places to it.</param>
public sealed record SearchTerm(string Text, string? Next = null, int Near = 0, int Far = 0);

/// <summary>Takes a text that somebody typed apart into the terms that a row must all have; none where it has nothing to look for.</summary>
public delegate IReadOnlyList<SearchTerm> SearchReader(string text);
